/**
 * `jixiao explain`: where a value comes from.
 */
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { findCell, findForm } from "../explain/find.ts";
import { cellsOf, readForm } from "../explain/form.ts";
import { overviewJson, sayOverview } from "../explain/overview.ts";
import { sayValue, traceValue, valueJson } from "../explain/value.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

export const explainCommand = defineCommand({
  command: "explain <form> [field]",
  describe: "说明一个数从哪里来：文件、行、读到的格、标记、更正、现在的值",
  options: (command) =>
    command
      .positional("form", {
        describe: "表单编号（或其唯一的开头），或“文件路径:序号”",
        type: "string",
        demandOption: true,
      })
      .positional("field", {
        describe: "栏目，例如 project_name、other_funds.executed、indicator.5.name；不给则列出全表",
        type: "string",
      })
      .example("$0 explain 0123456789ab-05", "这张表的概况和有标记的格")
      .example("$0 explain 0123456789ab-05 other_funds.executed", "其他资金全年执行数的来历")
      .example("$0 explain 2024/某单位.txt:5 indicator.3.target", "文件里第 5 张表第 3 项指标的指标值"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const head = summaryHead("explain", EXIT.done, workspace);
    await readWarehouse(workspace, async (connection) => {
      const id = await findForm(connection, args.form);
      const form = await readForm(connection, id);
      if (args.field === undefined) {
        sayOverview(form, output);
        output.summary({ ...head, form_id: id, ...overviewJson(form) });
        return;
      }
      const cell = findCell(cellsOf(form), id, args.field);
      const trace = await traceValue(connection, form, cell);
      sayValue(form, trace, output);
      const { document_id, path } = form.document;
      output.summary({ ...head, form_id: id, document: { document_id, path }, ...valueJson(trace) });
    });
    process.exitCode = EXIT.done;
  },
});

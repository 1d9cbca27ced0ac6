/**
 * `jixiao explain`: where a value comes from.
 */
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { explain } from "../explain/explain.ts";
import { explainFigure, namesTable } from "../explain/figure.ts";
import { summaryHead } from "../summaries.ts";

export const explainCommand = defineCommand({
  command: "explain <form> [field]",
  describe: "说明一个数从哪里来：文件、行、读到的格、标记、更正、现在的值",
  options: (command) =>
    command
      .positional("form", {
        describe: "表单编号（或其唯一的开头），“文件路径:序号”，或表名，例如 mart.unit_execution",
        type: "string",
        demandOption: true,
      })
      .positional("field", {
        describe: "栏目，例如 project_name、other_funds.executed、indicator.5.name；不给则列出全表",
        type: "string",
      })
      .option("year", { describe: "表名之后：只看这一年度", type: "string", requiresArg: true })
      .option("unit", { describe: "表名之后：只看这个实施单位", type: "string", requiresArg: true })
      .option("department", { describe: "表名之后：只看这个主管部门", type: "string", requiresArg: true })
      .option("project", { describe: "表名之后：只看这个项目", type: "string", requiresArg: true })
      .option("source", {
        describe: "表名之后：只看这一资金来源，例如 total、other_funds",
        type: "string",
        requiresArg: true,
      })
      .example("$0 explain 0123456789ab-05", "这张表的概况和有标记的格")
      .example(
        "$0 explain mart.year_execution --year 2024 --source other_funds",
        "汇总的数由哪些表单的哪些行算出",
      )
      .example("$0 explain 0123456789ab-05 other_funds.executed", "其他资金全年执行数的来历")
      .example("$0 explain 2024/某单位.txt:5 indicator.3.target", "文件里第 5 张表第 3 项指标的指标值"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const explained = namesTable(args.form)
      ? await explainFigure(workspace, args.form, askedBy(args), output)
      : await explain(workspace, args, output);
    output.summary({ ...summaryHead("explain", EXIT.done, workspace), ...explained });
    process.exitCode = EXIT.done;
  },
});

/** The columns that the options choose rows by. */
function askedBy(args: Partial<Record<"year" | "unit" | "department" | "project" | "source", string>>) {
  const columns = {
    fiscal_year: args.year,
    implementing_unit: args.unit,
    department: args.department,
    project_name: args.project,
    source: args.source,
  };
  const given = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [[column, value] as const],
  );
  return Object.fromEntries(given);
}

/**
 * `jixiao explain`: where a value comes from.
 */
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { explain } from "../explain/explain.ts";
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
    const explained = await explain(workspace, args, output);
    output.summary({ ...summaryHead("explain", EXIT.done, workspace), ...explained });
    process.exitCode = EXIT.done;
  },
});

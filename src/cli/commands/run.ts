/**
 * `jixiao run`: reads the sources and computes the marts, in one transaction, and brings the briefings of the years up to
 * them.
 */
import { contextOf, defineCommand } from "../command.ts";
import { memoryLimitOf, memoryOption } from "../memory-option.ts";
import { readAgainOption } from "../read-again-option.ts";
import { runStep } from "../steps.ts";
import { exitCodeAfter, saySummary, summaryJson } from "../summaries.ts";
import { yearBriefingsStep } from "../year-briefings.ts";

export const runCommand = defineCommand({
  command: "run",
  describe: "读取并计算（ingest 和 transform），写出各年度的简报",
  options: (command) =>
    command
      .option("read-again", readAgainOption)
      .option("memory", memoryOption)
      .option("briefing", {
        describe: "写出各年度的简报；不写用 --no-briefing",
        type: "boolean",
        default: true,
        defaultDescription: "是",
      })
      .example("$0 run", "读取 data/sources 并计算各项指标")
      .example("$0 run --json", "结果以 JSON 给出，供其他程序使用"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const options = { readAgain: args["read-again"], memoryLimit: memoryLimitOf(args.memory) };
    const run = await runStep(workspace, options, output);
    const summary = args.briefing ? { ...run, briefings: await yearBriefingsStep(workspace, output) } : run;
    saySummary(summary, output);
    output.say(`数据仓库：${workspace.warehouse}`);
    output.summary(summaryJson("run", summary, workspace));
    process.exitCode = exitCodeAfter(summary);
  },
});

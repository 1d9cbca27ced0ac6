/**
 * `jixiao ingest`: reads the sources into the warehouse.
 */
import { contextOf, defineCommand } from "../command.ts";
import { readAgainOption } from "../read-again-option.ts";
import { ingestStep } from "../steps.ts";
import { exitCodeAfter, saySummary, summaryJson } from "../summaries.ts";

export const ingestCommand = defineCommand({
  command: "ingest",
  describe: "读取 sources 里的自评表，写入数据仓库（不计算）",
  options: (command) =>
    command
      .option("read-again", readAgainOption)
      .example("$0 ingest", "读取 data/sources 里新增或改动的文件")
      .example("$0 ingest --data 工作区", "读取另一个工作区"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const summary = { ingest: await ingestStep(workspace, { readAgain: args["read-again"] }, output) };
    saySummary(summary, output);
    output.say("接下来运行 jixiao transform 计算各项指标。");
    output.summary(summaryJson("ingest", summary, workspace));
    process.exitCode = exitCodeAfter(summary);
  },
});

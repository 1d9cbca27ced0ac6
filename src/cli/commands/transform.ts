/**
 * `jixiao transform`: computes the marts on what was read before.
 */
import { contextOf, defineCommand } from "../command.ts";
import { memoryLimitOf, memoryOption } from "../memory-option.ts";
import { transformStep } from "../steps.ts";
import { exitCodeAfter, saySummary, summaryJson } from "../summaries.ts";

export const transformCommand = defineCommand({
  command: "transform",
  describe: "在已读取的数据上重新计算各项指标",
  options: (command) =>
    command.option("memory", memoryOption).example("$0 transform", "重新计算 data 里的数据仓库"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const memoryLimit = memoryLimitOf(args.memory);
    const summary = { compute: await transformStep(workspace, { memoryLimit }, output) };
    saySummary(summary, output);
    output.summary(summaryJson("transform", summary, workspace));
    process.exitCode = exitCodeAfter(summary);
  },
});

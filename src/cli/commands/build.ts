/**
 * `jixiao build`: reads, computes and leaves the site as plain files.
 */
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { memoryLimitOf, memoryOption } from "../memory-option.ts";
import { readAgainOption } from "../read-again-option.ts";
import { buildSite } from "../site/build.ts";
import { siteFolderOption } from "../site/folder-option.ts";
import { runStep } from "../steps.ts";
import { exitCodeAfter, saySummary, summaryJson } from "../summaries.ts";

export const buildCommand = defineCommand({
  command: "build",
  describe: "读取、计算并生成静态网站",
  options: (command) =>
    command
      .option("to", siteFolderOption)
      .option("read-again", readAgainOption)
      .option("memory", memoryOption)
      .example("$0 build", "生成网站到 dist，可放到任何网页服务器上"),
  async handler(args) {
    const to = folderOf("to", args.to);
    const { workspace, output } = contextOf(args);
    const options = { readAgain: args["read-again"], memoryLimit: memoryLimitOf(args.memory) };
    const summary = await runStep(workspace, options, output);
    saySummary(summary, output);
    const site = await buildSite({ workspace, to }, output);
    output.say(`网站已生成：${site.to}`);
    output.summary({ ...summaryJson("build", summary, workspace), site: site.to });
    process.exitCode = exitCodeAfter(summary);
  },
});

/**
 * `jixiao start`: reads, computes, builds the site and shows it on this computer.
 */
import { Problem } from "../../../loaders/problem.ts";
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { buildSite } from "../site/build.ts";
import { siteFolderOption } from "../site/folder-option.ts";
import { followSources } from "../site/follow.ts";
import { FIRST_PORT, LAST_PORT, serveSite } from "../site/serve.ts";
import { runStep } from "../steps.ts";
import { exitCodeAfter, saySummary, summaryJson } from "../summaries.ts";

export const startCommand = defineCommand({
  command: "start",
  describe: "读取、计算、生成网站，并在本机打开服务",
  options: (command) =>
    command
      .option("to", siteFolderOption)
      .option("port", {
        describe: "端口；被占用时用下一个空闲的",
        type: "number",
        default: 3000,
        requiresArg: true,
      })
      .example("$0 start", "完成后在浏览器打开它给出的网址；按 Ctrl+C 结束")
      .example("$0 start --port 8080", "从 8080 端口起找空闲端口"),
  async handler(args) {
    const port = portOf(args.port);
    const to = folderOf("to", args.to);
    const { workspace, output } = contextOf(args);
    const summary = await runStep(workspace, { readAgain: false }, output);
    saySummary(summary, output);
    const site = await buildSite({ workspace, to, live: true }, output);
    const server = await serveSite(site.to, port);
    if (server.port !== port) output.say(`端口 ${port} 已被占用，改用 ${server.port}。`);
    output.say(
      `网站已在本机打开：${server.address}\n放进 ${workspace.sources} 的文件会自动读入。按 Ctrl+C 结束。`,
    );
    output.summary({
      ...summaryJson("start", summary, workspace),
      site: site.to,
      address: server.address,
    });
    process.exitCode = exitCodeAfter(summary);
    const following = await followSources(workspace, site.to, output);
    const close = () => {
      server.close();
      void following.close();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, close);
  },
});

function portOf(port: number): number {
  if (Number.isInteger(port) && port >= FIRST_PORT && port <= LAST_PORT) return port;
  const advice = `请给出 ${FIRST_PORT} 到 ${LAST_PORT} 之间的整数，例如 --port 3000。`;
  throw new Problem("wrong_use", "选项 --port 的值不对", advice);
}

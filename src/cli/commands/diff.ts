/**
 * `jixiao diff`: what changed between two warehouses, figure by figure, and why.
 */
import { realpath, stat } from "node:fs/promises";
import { messageOf, Problem } from "../../../loaders/problem.ts";
import { isLocked, openDatabase } from "../../../loaders/warehouse/database.ts";
import { requireWarehouse, workspaceAt } from "../../../loaders/workspace.ts";
import { type Comparison, compareWarehouses } from "../../../pipelines/diff/compare.ts";
import { contextOf, defineCommand, folderOf } from "../command.ts";
import { isSame, sayComparison } from "../diff/words.ts";
import { EXIT } from "../exit-code.ts";
import { pipelineProblem } from "../pipeline-problem.ts";

export const diffCommand = defineCommand({
  command: "diff <old> <new>",
  describe: "比较两个数据仓库：哪些数变了，为何变了",
  options: (command) =>
    command
      .positional("old", { describe: "旧的工作区文件夹或数据仓库文件", type: "string", demandOption: true })
      .positional("new", { describe: "新的工作区文件夹或数据仓库文件", type: "string", demandOption: true })
      .option("fail-on-change", {
        describe: "有不同就以退出码 1 结束，供脚本使用",
        type: "boolean",
        default: false,
        defaultDescription: "否",
      })
      .example("$0 diff 备份/warehouse.duckdb data", "与备份的数据仓库相比，现在变了什么"),
  async handler(args) {
    const { output } = contextOf(args);
    const before = await warehouseAt("old", args.old);
    const after = await warehouseAt("new", args.new);
    const comparison = await compare(before, after);
    sayComparison(comparison, output);
    const code = args["fail-on-change"] && !isSame(comparison) ? EXIT.incomplete : EXIT.done;
    output.summary({ command: "diff", exit_code: code, old: before, new: after, ...comparison });
    process.exitCode = code;
  },
});

/** The warehouse that a person names by its file or by its workspace. */
async function warehouseAt(name: string, value: string): Promise<string> {
  const path = folderOf(name, value);
  const isFile = (await stat(path).catch(() => null))?.isFile() ?? false;
  if (isFile) return realpath(path);
  const workspace = workspaceAt(path);
  await requireWarehouse(workspace);
  return realpath(workspace.warehouse);
}

async function compare(before: string, after: string): Promise<Comparison> {
  if (before === after) {
    const advice = "run 会替换数据仓库，要比较就请在运行前先复制一份 warehouse.duckdb。";
    throw new Problem("wrong_use", `两边是同一个数据仓库：${before}`, advice);
  }
  const { connection, close } = await openDatabase(":memory:");
  try {
    return await compareWarehouses(connection, before, after);
  } catch (error) {
    if (isLocked(error)) {
      const advice = "请等它结束或关闭它后再试。";
      throw new Problem("failed", "有一个数据仓库正被其他程序写入", advice, error);
    }
    if (/not a valid DuckDB database file|older version|newer version/.test(messageOf(error))) {
      const advice = "请给出工作区文件夹，或其中的 warehouse.duckdb。";
      throw new Problem(
        "wrong_use",
        `这两个文件里有一个不是能打开的数据仓库：${before}、${after}`,
        advice,
        error,
      );
    }
    throw pipelineProblem(error);
  } finally {
    close();
  }
}

/**
 * `jixiao lineage`: which model reads which table.
 */
import { Problem } from "../../../loaders/problem.ts";
import { type LineageNode, lineage, PIPELINES_FOLDER } from "../../../pipelines/transform.ts";
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

export const lineageCommand = defineCommand({
  command: "lineage [model]",
  describe: "显示各表由哪些表算出",
  options: (command) =>
    command
      .positional("model", { describe: "表名，例如 mart.execution；不给则列出全部", type: "string" })
      .example("$0 lineage", "全部的表，按计算的先后")
      .example("$0 lineage mart.unit_execution", "这个表的来历，直到读入的原始表，以及哪些表用到它"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const graph = await readWarehouse(workspace, (connection) => lineage(connection, PIPELINES_FOLDER));
    const model = args.model === undefined ? null : nodeNamed(graph, args.model);
    for (const line of model ? linesAround(graph, model) : graph.map(readsText)) output.say(line);
    const models = model ? restsOn(graph, model) : graph;
    output.summary({ ...summaryHead("lineage", EXIT.done, workspace), models });
    process.exitCode = EXIT.done;
  },
});

function idOf({ schema, name }: LineageNode): string {
  return `${schema}.${name}`;
}

function readsText(node: LineageNode): string {
  return `${idOf(node)} ← ${node.reads.join("、") || "（不读取别的表）"}`;
}

/** A model by its full name, or by its bare name, that of `mart` before the others. */
function nodeNamed(graph: readonly LineageNode[], asked: string): LineageNode {
  const found =
    graph.find((node) => idOf(node) === asked) ??
    graph.find(({ schema, name }) => schema === "mart" && name === asked) ??
    graph.find(({ name }) => name === asked);
  if (found) return found;
  throw new Problem("wrong_use", `没有模型 ${asked}`, "用 jixiao lineage 列出全部的表。");
}

/** A table that gathers more than these, as that of all findings does, is not followed further in the tree of another. */
const MOST_READS = 20;

/** Where a model comes from, as a tree that shows each table's own reads once, and who reads it. */
function linesAround(graph: readonly LineageNode[], model: LineageNode): string[] {
  const byId = new Map(graph.map((node) => [idOf(node), node]));
  const shown = new Set<string>();
  const treeOf = (id: string, depth: number): string[] => {
    const reads = byId.get(id)?.reads ?? [];
    if (depth > 0 && reads.length > MOST_READS)
      return [`${"  ".repeat(depth)}${id}（由 ${reads.length} 个表算出，见 jixiao lineage ${id}）`];
    const again = shown.has(id) && reads.length > 0;
    shown.add(id);
    const line = `${"  ".repeat(depth)}${id}${again ? "（来历见上）" : ""}`;
    return [line, ...(again ? [] : reads.flatMap((read) => treeOf(read, depth + 1)))];
  };
  const readers = graph.filter(({ reads }) => reads.includes(idOf(model))).map(idOf);
  return [...treeOf(idOf(model), 0), `用到它的表：${readers.join("、") || "（无）"}`];
}

/** The models that a model rests on, directly or through others, in the order in which they are built, itself last. */
function restsOn(graph: readonly LineageNode[], model: LineageNode): LineageNode[] {
  const needed = new Set([idOf(model)]);
  for (const node of graph.toReversed()) {
    if (needed.has(idOf(node))) for (const read of node.reads) needed.add(read);
  }
  return graph.filter((node) => needed.has(idOf(node)));
}

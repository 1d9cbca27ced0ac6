/**
 * The pieces that commands are made of: reading, computing, and both, each a transaction on the warehouse.
 */

import type { CorrectionProblem } from "../../loaders/corrections.ts";
import { type IngestOptions, type IngestSummary, ingest } from "../../loaders/ingest.ts";
import { Problem } from "../../loaders/problem.ts";
import { rowsOf } from "../../loaders/warehouse/database.ts";
import { copyAll } from "../../loaders/warehouse/previous.ts";
import { type Building, PREVIOUS, rebuildWarehouse } from "../../loaders/warehouse/transaction.ts";
import { requireSources, requireWarehouse, type Workspace } from "../../loaders/workspace.ts";
import { type ThresholdOverride, thresholdOverrides } from "../../pipelines/explore/dictionary.ts";
import { carryHistory } from "../../pipelines/history.ts";
import { runModels, type TransformSummary } from "../../pipelines/transform.ts";
import type { Output } from "./output.ts";
import { pipelineProblem } from "./pipeline-problem.ts";
import { VERSION } from "./version.ts";

export interface RunOptions {
  /** Read every file again, also those that have not changed. */
  readAgain: boolean;
  /** What the computing may take of the computer's memory; the default where left out. */
  memoryLimit?: string;
}

/** What computing came to. */
export interface ComputeSummary extends TransformSummary {
  /** Corrections that fit nothing that was read. */
  unapplied: CorrectionProblem[];
  /** Limits that the workspace set anew. */
  overrides: ThresholdOverride[];
  /** Forms that count once more in another file, and names that a person is to decide on. */
  catalogue: { superseded: number; similar: number };
}

export interface RunSummary {
  ingest: IngestSummary;
  compute: ComputeSummary;
}

/** Reads the sources into a new warehouse; what was computed on the old one goes with it. */
export async function ingestStep(
  workspace: Workspace,
  options: RunOptions,
  output: Output,
): Promise<IngestSummary> {
  await requireSources(workspace);
  return rebuildWarehouse(workspace.warehouse, (building) => read(workspace, building, options, output));
}

/** Computes the marts anew on what was read before. */
export async function transformStep(
  workspace: Workspace,
  { memoryLimit }: Pick<RunOptions, "memoryLimit">,
  output: Output,
): Promise<ComputeSummary> {
  await requireWarehouse(workspace);
  const build = async (building: Building): Promise<ComputeSummary> => {
    if (building.previous !== "attached") throw otherLayout(workspace);
    await copyAll(building.connection);
    await carryHistory(building.connection, PREVIOUS);
    return compute(building, output);
  };
  return rebuildWarehouse(workspace.warehouse, build, { memoryLimit });
}

/** Reads and computes in one transaction. */
export async function runStep(
  workspace: Workspace,
  options: RunOptions,
  output: Output,
): Promise<RunSummary> {
  await requireSources(workspace);
  const build = async (building: Building): Promise<RunSummary> => ({
    ingest: await read(workspace, building, options, output),
    compute: await compute(building, output),
  });
  return rebuildWarehouse(workspace.warehouse, build, { memoryLimit: options.memoryLimit });
}

async function read(
  workspace: Workspace,
  building: Building,
  { readAgain }: RunOptions,
  output: Output,
): Promise<IngestSummary> {
  if (building.previous === "unusable") {
    output.warn("提醒：原有数据仓库由另一版本写成或已损坏，将重新读取全部文件。");
  }
  const progress = output.progress("读取");
  const options: IngestOptions = {
    readAgain,
    effects: { onProgress: ({ done, total, path }) => progress.update(done, total, path) },
  };
  try {
    const summary = await ingest(workspace, building, options);
    if (building.previous === "attached") await carryHistory(building.connection, PREVIOUS);
    return summary;
  } finally {
    progress.stop();
  }
}

async function compute({ connection }: Building, output: Output): Promise<ComputeSummary> {
  const progress = output.progress("计算");
  try {
    const summary = await runModels(connection, {
      version: VERSION,
      onProgress: ({ done, total, model }) => progress.update(done, total, model),
    });
    const unapplied = await unappliedCorrections(connection);
    return {
      ...summary,
      unapplied,
      overrides: await thresholdOverrides(connection),
      catalogue: await catalogueCounts(connection),
    };
  } catch (error) {
    throw pipelineProblem(error);
  } finally {
    progress.stop();
  }
}

async function unappliedCorrections(connection: Building["connection"]): Promise<CorrectionProblem[]> {
  const rows = await rowsOf<[line: number, problem: string, advice: string]>(
    connection,
    "SELECT line, problem, advice FROM mart.unapplied_corrections ORDER BY line",
  );
  return rows.map(([line, problem, advice]) => ({ line, message: `${problem}；${advice}` }));
}

async function catalogueCounts(connection: Building["connection"]): Promise<ComputeSummary["catalogue"]> {
  const [row] = await rowsOf<[superseded: bigint, similar: bigint]>(
    connection,
    "SELECT (SELECT count(*) FROM mart.superseded_forms), (SELECT count(*) FROM mart.similar_names)",
  );
  return { superseded: Number(row?.[0] ?? 0), similar: Number(row?.[1] ?? 0) };
}

function otherLayout(workspace: Workspace): Problem {
  const message = `数据仓库由另一版本写成或已损坏：${workspace.warehouse}`;
  return new Problem("failed", message, "请运行 jixiao run，从 sources 重新读取。原有数据仓库没有改动。");
}

/**
 * A workspace: the folder with the files as received, the reviewers' corrections and the warehouse made of both.
 */
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Problem } from "./problem.ts";

/** Absolute paths of what a workspace holds. */
export interface Workspace {
  root: string;
  /** Files exactly as received, in folders named after their year; never edited. */
  sources: string;
  /** A reviewer's decisions; may be missing. */
  corrections: string;
  /** What units answered to findings; may be missing. */
  answers: string;
  /** An office's own style of briefings; may be missing. */
  briefingStyle: string;
  /** The briefings of the years, kept up to the warehouse by every run. */
  briefings: string;
  /** The DuckDB file; replaced as a whole by every run. */
  warehouse: string;
}

/** The paths of the workspace in a folder; whether they exist is not looked at. */
export function workspaceAt(dir: string): Workspace {
  const root = resolve(dir);
  return {
    root,
    sources: join(root, "sources"),
    corrections: join(root, "corrections.csv"),
    answers: join(root, "answers.csv"),
    briefingStyle: join(root, "briefing.toml"),
    briefings: join(root, "briefings"),
    warehouse: join(root, "warehouse.duckdb"),
  };
}

/**
 * Makes sure that there is a folder of sources to read.
 * @throws Problem of wrong use when the workspace or its `sources` is not there
 */
export async function requireSources(workspace: Workspace): Promise<void> {
  const advice = `请建立文件夹 ${workspace.sources}，按年度放入自评表，例如 sources/2024/某单位.txt；或用 --data 指定另一个工作区。`;
  if (!(await isDirectory(workspace.root))) {
    throw new Problem("wrong_use", `没有这个工作区文件夹：${workspace.root}`, advice);
  }
  if (!(await isDirectory(workspace.sources))) {
    throw new Problem("wrong_use", `工作区里没有 sources 文件夹：${workspace.sources}`, advice);
  }
}

/**
 * Makes sure that there is a warehouse to work on.
 * @throws Problem of wrong use when nothing was read yet
 */
export async function requireWarehouse(workspace: Workspace): Promise<void> {
  if (await isFile(workspace.warehouse)) return;
  throw new Problem(
    "wrong_use",
    `还没有数据仓库：${workspace.warehouse}`,
    "请先运行 jixiao run；如果数据在别处，请用 --data 指定工作区。",
  );
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

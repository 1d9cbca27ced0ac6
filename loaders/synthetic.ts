/**
 * How made data is told from real data: every made document says so in its first line, and a workspace of made documents
 * has a file that says so. Where the two disagree, the document is not read: made data never stands beside real data.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "./problem.ts";

/** The file that makes a workspace one of made data. */
export const SYNTHETIC_MARKER = "synthetic.json";

/** What the first line of every made document begins with. */
export const SYNTHETIC_LINE = "【合成数据】";

/** What the marker holds: how the workspace can be made again. */
export interface SyntheticMarker {
  notice: string;
  forms: number;
  years: readonly [first: number, last: number];
  seed: number;
  /** Of a hundred forms, how many were damaged. */
  noise: number;
  /** How many patterns and errors were planted. */
  planted: number;
}

/**
 * Whether a workspace is one of made data.
 *
 * @param root absolute path of the workspace
 * @throws Problem of wrong use when the marker is there, but can't be read
 */
export async function isSynthetic(root: string): Promise<boolean> {
  const path = join(root, SYNTHETIC_MARKER);
  try {
    await readFile(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    const advice = "这个文件标明工作区是合成数据。请检查它的权限后再试。";
    throw new Problem("wrong_use", `不能读取 ${path}`, advice, error);
  }
}

/** Whether a document says in its first line that it is made. */
export function saysSynthetic(firstLine: string | undefined): boolean {
  return firstLine?.startsWith(SYNTHETIC_LINE) ?? false;
}

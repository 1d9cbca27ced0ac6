/**
 * The data loaders of the pages, all in one process.
 */
import { join } from "node:path";
import { PACKAGE_ROOT } from "../version.ts";
import { type NodeResult, runNode } from "./node-process.ts";

/** Runs every loader on a warehouse and writes what they print into a folder; both paths absolute. */
export function runDataLoaders(warehouse: string, to: string): Promise<NodeResult> {
  const script = join(PACKAGE_ROOT, "src", "data", "run-loaders.ts");
  const args = ["--import", import.meta.resolve("tsx"), script, to];
  return runNode(args, PACKAGE_ROOT, { JIXIAO_WAREHOUSE: warehouse });
}

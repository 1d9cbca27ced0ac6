/** Builds the site of a warehouse as the product does, without its command. */
import { join } from "node:path";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { frameworkBuild } from "../../src/cli/site/framework.ts";
import { writePageFiles } from "../../src/data/page-files.ts";

/** The site of `warehouse` as plain files; returns their folder, inside `folder`. */
export async function buildSite(warehouse: string, folder: string): Promise<string> {
  const dist = join(folder, "dist");
  const { ok, log } = await frameworkBuild(warehouse, dist);
  if (!ok) throw new Error(log);
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  try {
    await writePageFiles(connection, dist);
  } finally {
    close();
  }
  return dist;
}

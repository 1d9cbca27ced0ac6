/** What every page has to say before anything else: that files could not be read, and whether there may be news. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Notices } from "../components/site-notices/notices.ts";
import { rowsOf } from "./query.ts";

export async function siteNotices(connection: DuckDBConnection, live: boolean): Promise<Notices> {
  const [run] = await rowsOf(connection, "SELECT epoch_ms(run_at)::VARCHAR AS version FROM mart.run");
  const rejected = await rowsOf(connection, "SELECT path, reason, advice FROM mart.rejected ORDER BY path");
  return {
    version: String(run?.version ?? ""),
    live,
    rejected: rejected as unknown as Notices["rejected"],
  };
}

const FILE = ["_file", "data", "notices.json"];

/** Puts notices in the place of others, whole at any moment. */
export async function writeNotices(site: string, notices: Notices): Promise<void> {
  const path = join(site, ...FILE);
  await writeFile(`${path}.new`, JSON.stringify(notices));
  await rename(`${path}.new`, path);
}

/** Adds to a site's notices why the last change could not be taken in. */
export async function noticeProblem(site: string, problem: Notices["problem"] & object): Promise<void> {
  const notices: Notices = JSON.parse(await readFile(join(site, ...FILE), "utf8"));
  await writeNotices(site, { ...notices, problem });
}

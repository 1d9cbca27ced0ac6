/** The files of the site that no page names beforehand: they are fetched by what an address or a reader asks for. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { wholeDictionary } from "../../pipelines/explore/dictionary.ts";
import { writeAnswers } from "./answers.ts";
import { writeBriefingFiles } from "./briefing-files.ts";
import { writeCuts } from "./cuts/all.ts";
import { writeFormShares } from "./form-share.ts";
import { LISTS } from "./lists.ts";
import { writeMartFiles } from "./mart-files.ts";
import { siteNotices, writeNotices } from "./notices.ts";
import { writePieces } from "./pieces.ts";
import { searchIndex } from "./search-index.ts";

/**
 * Writes them into a built site.
 *
 * @param options `live` when the site will follow the sources; `before` the site that this one takes the place of, whose
 * briefings are taken over where their facts have not changed
 * @returns how many forms have a file of their own
 */
export async function writePageFiles(
  connection: DuckDBConnection,
  site: string,
  { live = false, before = site }: { live?: boolean; before?: string } = {},
): Promise<number> {
  await writeBriefingFiles(connection, briefingsOf(site), { before: briefingsOf(before) });
  const forms = await writeFigureFiles(connection, site);
  // Last, since pages that are open look here for whether there is anything new.
  await writeNotices(site, await siteNotices(connection, live));
  return forms;
}

/**
 * All but the notices and the briefings, which take longer than the rest together.
 *
 * @returns how many forms have a file of their own
 */
export async function writeFigureFiles(connection: DuckDBConnection, site: string): Promise<number> {
  const data = dataOf(site);
  await writeCuts(connection, join(data, "cuts"));
  await writeAnswers(connection, site);
  for (const list of LISTS) await writePieces(connection, list, data);
  await writeMartFiles(connection, site);
  await writeFile(join(data, "dictionary.json"), JSON.stringify(await wholeDictionary(connection)));
  await writeFile(join(data, "search.json"), JSON.stringify(await searchIndex(connection)));
  return writeFormShares(connection, join(data, "forms"));
}

/** The folder of a site's briefings. */
export function briefingsOf(site: string): string {
  return join(dataOf(site), "briefings");
}

function dataOf(site: string): string {
  return join(site, "_file", "data");
}

/**
 * Briefings as files of the site: what the page shows, and the document to take along, from the same facts.
 */
import { createHash } from "node:crypto";
import { access, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { briefingDocument } from "../../pipelines/briefing/docx/document.ts";
import { houseStyle } from "../../pipelines/briefing/house-style.ts";
import { briefingKeys } from "../../pipelines/briefing/key.ts";
import { provedBriefing } from "../../pipelines/briefing/read.ts";
import { type Scope, scopesOf } from "../../pipelines/briefing/scope.ts";
import type { BriefingList, ListedBriefing } from "../components/briefing/briefing-data.ts";
import { briefingData } from "./briefing-data.ts";

/** Departments and units of the newest year that get a briefing with the site; `jixiao briefing` writes any other. */
const MOST = 30;
const LIST = "index.json";

/**
 * Writes the briefings of a warehouse and their list to a folder. Those whose facts are as they were are taken from the
 * site of before.
 *
 * @param before the folder of the briefings of before; may be missing, may be the same
 */
export async function writeBriefingFiles(
  connection: DuckDBConnection,
  folder: string,
  before = folder,
): Promise<void> {
  const style = await houseStyle(join(await workspaceOf(connection), "briefing.toml"));
  const keys = await briefingKeys(connection, style);
  const { scopes, left } = chosen(await scopesOf(connection));
  await mkdir(folder, { recursive: true });
  const { briefings: old } = await listIn(before);
  const known = new Set(old.map(({ id, key }) => `${id} ${key}`));
  const briefings: ListedBriefing[] = [];
  for (const scope of scopes) {
    const listed = { id: idOf(scope), ...aboutOf(scope), key: keys.of(scope) };
    const isKnown = known.has(`${listed.id} ${listed.key}`);
    if (!(isKnown && (await taken(listed.id, before, folder)))) {
      const { briefing } = await provedBriefing(connection, scope, style);
      const [data, document] = filesOf(listed.id);
      await writeFile(join(folder, document), await briefingDocument(briefing, style));
      await writeFile(join(folder, data), JSON.stringify(briefingData(briefing, document)));
    }
    briefings.push(listed);
  }
  const list: BriefingList = { briefings, left };
  await writeFile(join(folder, LIST), JSON.stringify(list));
  const gone = old.filter(({ id }) => !briefings.some((one) => one.id === id));
  for (const { id } of gone) for (const name of filesOf(id)) await rm(join(folder, name), { force: true });
}

function filesOf(id: string): [data: string, document: string] {
  return [`${id}.json`, `${id}.docx`];
}

async function listIn(folder: string): Promise<BriefingList> {
  try {
    return JSON.parse(await readFile(join(folder, LIST), "utf8"));
  } catch {
    // No site of before, or one of another make: all is written.
    return { briefings: [], left: 0 };
  }
}

/** Takes the files of a briefing over; false where one is missing. */
async function taken(id: string, before: string, folder: string): Promise<boolean> {
  try {
    for (const name of filesOf(id)) {
      if (before === folder) await access(join(folder, name));
      else await copyFile(join(before, name), join(folder, name));
    }
    return true;
  } catch {
    return false;
  }
}

/** The folder of the warehouse. */
async function workspaceOf(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll(
    "select path from duckdb_databases() where database_name = current_database()",
  );
  return dirname(String(reader.getRows()[0]?.[0] ?? ""));
}

/** Every year as a whole, and of the newest the departments and units with most money. */
function chosen(scopes: readonly Scope[]): { scopes: Scope[]; left: number } {
  const newest = scopes[0]?.year;
  const years = scopes.filter(({ level }) => level === "year");
  const parts = scopes.filter(({ level, year }) => level !== "year" && year === newest);
  return { scopes: [...years, ...parts.slice(0, MOST)], left: Math.max(parts.length - MOST, 0) };
}

function aboutOf({ level, year, department, unit }: Scope): Pick<ListedBriefing, "level" | "year" | "name"> {
  return { level, year, name: { year: null, department, unit }[level] };
}

/** A name for addresses and files that any name can be given: the year, and a code of who it is about. */
function idOf({ level, year, department, unit }: Scope): string {
  if (level === "year") return String(year);
  const code = createHash("sha256")
    .update(JSON.stringify([department, unit]))
    .digest("hex")
    .slice(0, 8);
  return `${year}-${level}-${code}`;
}

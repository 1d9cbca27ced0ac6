/**
 * The briefings of all years in a folder that follows the facts: one is written anew where its facts or the style have
 * changed, and left where a person has worked on it.
 */
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { writeInPlace } from "../export/in-place.ts";
import { briefingDocument } from "./docx/document.ts";
import { fileNames } from "./file-name.ts";
import type { HouseStyle } from "./house-style.ts";
import { type BriefingKeys, briefingKeys } from "./key.ts";
import { provedBriefing } from "./read.ts";
import { type Scope, scopesOf } from "./scope.ts";
import { nameOf } from "./write.ts";

/** `edited` is a file that is not as it was written, or was not written here: it is never overwritten. */
export type KeptState = "written" | "unchanged" | "edited";

export interface KeptBriefing {
  year: number;
  /** Name of the file in the folder. */
  file: string;
  state: KeptState;
}

/** What the folder's own list says of a file: of which facts it was written, and what its bytes were. */
interface Entry {
  key: string;
  sha256: string;
}

type List = Record<string, Entry>;

const LIST = ".briefings.json";

export interface KeepOptions {
  /** Absolute path of the folder. */
  to: string;
  style: HouseStyle;
  onProgress?: (done: number, total: number, file: string) => void;
}

/**
 * Brings a folder's briefings of the years up to the warehouse, all or none.
 *
 * @throws PipelineError when a number differs from the warehouse's, or a file cannot be written
 */
export async function keepYearBriefings(
  connection: DuckDBConnection,
  { to, style, onProgress }: KeepOptions,
): Promise<KeptBriefing[]> {
  const scopes = (await scopesOf(connection)).filter(({ level }) => level === "year");
  const keys = await briefingKeys(connection, style);
  const old = await listIn(to);
  const names = fileNames(scopes.map((scope) => nameOf(scope, scopes, style)));
  const kept = await Promise.all(
    scopes.map(async (scope, index) => {
      const file = `${names[index]}.docx`;
      return { scope, file, state: await stateOf(join(to, file), old[file], keys.of(scope)) };
    }),
  );
  const due = kept.filter(({ state }) => state === "written");
  const gone = Object.keys(old).filter((file) => !kept.some((one) => one.file === file));
  if (due.length > 0) {
    await writeInPlace(to, async (folder) => {
      const list = Object.fromEntries(Object.entries(old).filter(([file]) => !gone.includes(file)));
      for (const [done, { scope, file }] of due.entries()) {
        onProgress?.(done, due.length, file);
        list[file] = await write(connection, scope, { file: join(folder, file), style, keys });
      }
      await writeFile(join(folder, LIST), JSON.stringify(list, null, 2));
    });
  }
  for (const file of gone) await removeUnlessEdited(join(to, file), old[file]!);
  return kept.map(({ scope, file, state }) => ({ year: scope.year, file, state }));
}

async function write(
  connection: DuckDBConnection,
  scope: Scope,
  { file, style, keys }: { file: string; style: HouseStyle; keys: BriefingKeys },
): Promise<Entry> {
  const { briefing } = await provedBriefing(connection, scope, style);
  const bytes = await briefingDocument(briefing, style);
  await writeFile(file, bytes);
  return { key: keys.of(scope), sha256: sha256(bytes) };
}

async function stateOf(file: string, entry: Entry | undefined, key: string): Promise<KeptState> {
  const bytes = await bytesOf(file);
  if (bytes === null) return "written";
  if (sha256(bytes) !== entry?.sha256) return "edited";
  return entry.key === key ? "unchanged" : "written";
}

/** A year that there is no more has no briefing either, unless a person has worked on it. */
async function removeUnlessEdited(file: string, { sha256: written }: Entry): Promise<void> {
  const bytes = await bytesOf(file);
  if (bytes !== null && sha256(bytes) === written) await rm(file, { force: true });
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

async function listIn(folder: string): Promise<List> {
  try {
    return JSON.parse(await readFile(join(folder, LIST), "utf8"));
  } catch {
    // The folder's first briefings; or a list that is damaged: then every file counts as a person's.
    return {};
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * What is measured on: the source document, repeated, as a workspace of many documents and as one file of the very
 * same bytes.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Workspace, workspaceAt } from "../loaders/workspace.ts";

const SOURCE = fileURLToPath(new URL("../data/sources/2024/jiading-zuzhibu-2024.txt", import.meta.url));
export const FORMS_PER_DOCUMENT = 16;
/** The copies stand in turn for these years, as the files of a department do. */
const YEARS = [2020, 2021, 2022, 2023, 2024];

export interface Material {
  /** All documents, one behind the other. */
  file: string;
  workspace: Workspace;
  documents: number;
  forms: number;
  bytes: number;
}

/** Writes a number of copies into a folder. */
export async function makeMaterial(folder: string, documents: number): Promise<Material> {
  const source = await readFile(SOURCE);
  const workspace = workspaceAt(join(folder, `${documents}`));
  const copies = Array.from({ length: documents }, (_, index) => copyOf(source, index));
  for (const [index, copy] of copies.entries()) {
    const year = String(YEARS[index % YEARS.length]);
    const location = join(workspace.sources, year, `单位-${String(index + 1).padStart(4, "0")}.txt`);
    await mkdir(dirname(location), { recursive: true });
    await writeFile(location, copy);
  }
  const all = Buffer.concat(copies);
  const file = join(folder, `${documents}.txt`);
  await writeFile(file, all);
  return { file, workspace, documents, forms: documents * FORMS_PER_DOCUMENT, bytes: all.length };
}

/** How many documents come to about so many bytes. */
export async function documentsFor(bytes: number): Promise<number> {
  const source = await readFile(SOURCE);
  return Math.max(1, Math.round(bytes / source.length));
}

/** A copy with a blank line of its own length at the end: files with the same bytes would be read once. */
function copyOf(source: Uint8Array, index: number): Buffer {
  return Buffer.concat([source, Buffer.from(`\n${" ".repeat(index)}\n`)]);
}

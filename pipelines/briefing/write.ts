/**
 * Briefings as documents in a folder.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { writeInPlace } from "../export/in-place.ts";
import { briefingDocument } from "./docx/document.ts";
import { fileNames } from "./file-name.ts";
import type { HouseStyle } from "./house-style.ts";
import { provedBriefing } from "./read.ts";
import type { Scope } from "./scope.ts";
import { textOf } from "./sentence.ts";

export interface WrittenBriefing {
  scope: Scope;
  title: string;
  /** Name of the file in the folder. */
  file: string;
  /** Facts that were computed twice. */
  proved: number;
}

export interface WriteOptions {
  scopes: readonly Scope[];
  /** Absolute path of the folder; other files in it are left alone. */
  to: string;
  style: HouseStyle;
  onProgress?: (done: number, total: number, title: string) => void;
}

/**
 * Writes a document for each scope, all or none.
 *
 * @throws PipelineError when a number differs from the warehouse's, or a file cannot be written
 */
export async function writeBriefings(
  connection: DuckDBConnection,
  { scopes, to, style, onProgress }: WriteOptions,
): Promise<WrittenBriefing[]> {
  const names = fileNames(scopes.map((scope) => nameOf(scope, scopes, style)));
  return writeInPlace(to, async (folder) => {
    const written: WrittenBriefing[] = [];
    for (const [index, scope] of scopes.entries()) {
      const { briefing, proved } = await provedBriefing(connection, scope, style);
      const title = textOf(briefing.title);
      onProgress?.(index, scopes.length, title);
      const file = `${names[index]}.docx`;
      await writeFile(join(folder, file), await briefingDocument(briefing, style));
      written.push({ scope, title, file, proved });
    }
    return written;
  });
}

/** The title, with the department where two units of the same name are written about. */
function nameOf(scope: Scope, scopes: readonly Scope[], { headings }: HouseStyle): string {
  const { level, year, department, unit } = scope;
  const namesakes = scopes.filter(
    (other) => other.level === level && other.unit === unit && other.year === year,
  );
  const isAmbiguous = level === "unit" && namesakes.length > 1;
  const who = level === "unit" ? unit : level === "department" ? `${department}主管的` : "";
  return `${who ?? ""}${isAmbiguous ? `（${department ?? "无主管部门"}）` : ""}${year}年度${headings.title}`;
}

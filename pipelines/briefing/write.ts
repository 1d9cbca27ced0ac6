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
import { type ProjectAsked, unitLabel } from "./project/facts.ts";
import { type ProvedBriefing, provedBriefing, provedProjectBriefing } from "./read.ts";
import type { Scope } from "./scope.ts";
import { textOf } from "./sentence.ts";

/** What a briefing is about: a scope of a year, or a project over the years. */
export type Subject = Scope | ProjectAsked;

export interface WrittenBriefing {
  title: string;
  /** Name of the file in the folder. */
  file: string;
  /** Facts that were computed twice. */
  proved: number;
}

export interface WriteOptions {
  subjects: readonly Subject[];
  /** Absolute path of the folder; other files in it are left alone. */
  to: string;
  style: HouseStyle;
  onProgress?: (done: number, total: number, title: string) => void;
}

/**
 * Writes a document for each subject, all or none.
 *
 * @throws PipelineError when a number differs from the warehouse's, or a file cannot be written
 */
export async function writeBriefings(
  connection: DuckDBConnection,
  { subjects, to, style, onProgress }: WriteOptions,
): Promise<WrittenBriefing[]> {
  const names = fileNames(subjects.map((subject) => nameOf(subject, subjects, style)));
  return writeInPlace(to, async (folder) => {
    const written: WrittenBriefing[] = [];
    for (const [index, subject] of subjects.entries()) {
      const { briefing, proved } = await subjectBriefing(connection, subject, style);
      const title = textOf(briefing.title);
      onProgress?.(index, subjects.length, title);
      const file = `${names[index]}.docx`;
      await writeFile(join(folder, file), await briefingDocument(briefing, style));
      written.push({ title, file, proved });
    }
    return written;
  });
}

function isProject(subject: Subject): subject is ProjectAsked {
  return "project" in subject;
}

/** The proved briefing of a scope or a project. */
export function subjectBriefing(
  connection: DuckDBConnection,
  subject: Subject,
  style: HouseStyle,
): Promise<ProvedBriefing> {
  return isProject(subject)
    ? provedProjectBriefing(connection, subject, style)
    : provedBriefing(connection, subject, style);
}

/** The title, with the department where two units of the same name are written about. */
export function nameOf(subject: Subject, subjects: readonly Subject[], { headings }: HouseStyle): string {
  if (isProject(subject)) return `${unitLabel(subject)}“${subject.project}”${headings.title}`;
  const { level, year, department, unit } = subject;
  const isNamesake = (other: Subject) =>
    !isProject(other) && other.level === level && other.unit === unit && other.year === year;
  const isAmbiguous = level === "unit" && subjects.filter(isNamesake).length > 1;
  const who = { year: "", department: `${department}（主管部门）`, unit }[level] ?? "";
  return `${who}${isAmbiguous ? `（${department ?? "无主管部门"}）` : ""}${year}年度${headings.title}`;
}

/**
 * Briefings as files of the site: what the page shows, and the document to take along, from the same facts.
 */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Briefing, Section } from "../../pipelines/briefing/briefing.ts";
import { briefingDocument } from "../../pipelines/briefing/docx/document.ts";
import { houseStyle } from "../../pipelines/briefing/house-style.ts";
import type { Piece } from "../../pipelines/briefing/pieces.ts";
import { provedBriefing } from "../../pipelines/briefing/read.ts";
import { type Scope, scopesOf } from "../../pipelines/briefing/scope.ts";
import { type Sentence, textOf } from "../../pipelines/briefing/sentence.ts";
import type {
  BriefingData,
  BriefingList,
  ListedBriefing,
  PieceData,
  SectionData,
  SentenceData,
} from "../components/briefing/briefing-data.ts";

/** Departments and units of the newest year that get a briefing with the site; `jixiao briefing` writes any other. */
const MOST = 30;

/** Writes the briefings of a warehouse and their list to a folder. */
export async function writeBriefingFiles(connection: DuckDBConnection, folder: string): Promise<void> {
  const style = await houseStyle(join(await workspaceOf(connection), "briefing.toml"));
  const { scopes, left } = chosen(await scopesOf(connection));
  await mkdir(folder, { recursive: true });
  const briefings: ListedBriefing[] = [];
  for (const scope of scopes) {
    const { briefing } = await provedBriefing(connection, scope, style);
    const id = idOf(scope);
    const document = `${id}.docx`;
    await writeFile(join(folder, `${id}.json`), JSON.stringify(briefingData(briefing, document)));
    await writeFile(join(folder, document), await briefingDocument(briefing, style));
    const { level, year, unit, department } = scope;
    briefings.push({ id, level, year, name: { year: null, department, unit }[level] });
  }
  const list: BriefingList = { briefings, left };
  await writeFile(join(folder, "index.json"), JSON.stringify(list));
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

/** A name for addresses and files that any name can be given: the year, and a code of who it is about. */
function idOf({ level, year, department, unit }: Scope): string {
  if (level === "year") return String(year);
  const code = createHash("sha256")
    .update(JSON.stringify([department, unit]))
    .digest("hex")
    .slice(0, 8);
  return `${year}-${level}-${code}`;
}

function briefingData(briefing: Briefing, document: string): BriefingData {
  return {
    title: textOf(briefing.title),
    synthetic: briefing.synthetic,
    sections: briefing.sections.map(sectionData),
    annexHeading: briefing.annexHeading,
    tables: briefing.tables.map(({ title, unit, columns, rows }) => ({
      ...{ title: textOf(title), unit },
      columns: columns.map(({ label, numeric = false }) => ({ label, numeric })),
      rows: rows.map((row) => row.map(({ pieces }) => pieces.map(pieceData))),
    })),
    imprint: textOf(briefing.imprint),
    document,
  };
}

function sectionData({ heading, numbering, paragraphs }: Section): SectionData {
  return {
    ...{ heading, numbering },
    paragraphs: paragraphs.map(({ lead, sentences }) => ({
      ...(lead && { lead: lead.pieces.map(pieceData) }),
      sentences: sentences.map(sentenceData),
    })),
  };
}

function sentenceData({ pieces, basis }: Sentence): SentenceData {
  return { pieces: pieces.map(pieceData), ...(basis && { basis: basis.pieces.map(pieceData) }) };
}

function pieceData(piece: Piece): PieceData {
  const target = piece.kind === "words" ? undefined : piece.target;
  return {
    text: piece.text,
    ...(target && { form: target.formId }),
    ...(target?.line != null && { line: target.line }),
  };
}

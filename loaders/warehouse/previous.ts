/**
 * The warehouse of the last run, attached read-only: what it holds of unchanged files is copied, not read again.
 */
import { type DuckDBConnection, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { rowsOf } from "./database.ts";
import type { RejectedFile } from "./load.ts";
import { DOCUMENT_TABLES } from "./schema.ts";
import { PREVIOUS } from "./transaction.ts";

/** What the last run knew of one file. */
export interface KnownDocument {
  documentId: string;
  sha256: string;
  forms: number;
}

/** What the last run knew of all files that this version of the reader has read, by path. */
export interface PreviousRun {
  documents: Map<string, KnownDocument>;
  /** Only those that the reader itself turned down: what the disk refused, or memory, may be readable now. */
  rejected: Map<string, RejectedFile>;
}

export const NOTHING_BEFORE: PreviousRun = { documents: new Map(), rejected: new Map() };

/** Looks up which files the last run has read, or turned down, with this version of the reader. */
export async function previousRun(connection: DuckDBConnection, readerVersion: string): Promise<PreviousRun> {
  const documents = await rowsOf<[string, string, string, number]>(
    connection,
    `SELECT path, document_id, sha256, forms FROM ${PREVIOUS}.raw.documents WHERE reader_version = $1`,
    [readerVersion],
  );
  const rejected = await rowsOf<[string, string, bigint, string, string, string, Date]>(
    connection,
    `SELECT path, sha256, bytes, code, reason, advice, rejected_at FROM ${PREVIOUS}.raw.rejected
     WHERE reader_version = $1 AND sha256 IS NOT NULL AND code NOT IN ('duplicate', 'interrupted')`,
    [readerVersion],
  );
  return {
    documents: new Map(
      documents.map(([path, documentId, sha256, forms]) => [path, { documentId, sha256, forms }]),
    ),
    rejected: new Map(
      rejected.map(([path, sha256, bytes, code, reason, advice, rejectedAt]) => [
        path,
        { path, sha256, bytes: Number(bytes), code, reason, advice, readerVersion, rejectedAt },
      ]),
    ),
  };
}

/** Whether the last run was made of synthetic data. */
export async function wasSynthetic(connection: DuckDBConnection): Promise<boolean> {
  const [row] = await rowsOf<[boolean]>(connection, `SELECT synthetic FROM ${PREVIOUS}.raw.workspace`);
  return row?.[0] ?? false;
}

/** Copies all that the last run holds of some documents into the raw tables of this one. */
export async function copyDocuments(connection: DuckDBConnection, documentIds: string[]): Promise<void> {
  if (documentIds.length === 0) return;
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE kept AS SELECT unnest($1) AS document_id",
    [listValue(documentIds)],
    [LIST(VARCHAR)],
  );
  for (const table of DOCUMENT_TABLES) {
    await connection.run(
      `INSERT INTO raw.${table} SELECT * FROM ${PREVIOUS}.raw.${table} WHERE ${keptRow(table)}`,
    );
  }
  await connection.run("DROP TABLE temp.kept");
}

/** Copies every raw table as it is. */
export async function copyAll(connection: DuckDBConnection): Promise<void> {
  for (const table of [...DOCUMENT_TABLES, "workspace", "corrections", "rejected"]) {
    await connection.run(`INSERT INTO raw.${table} SELECT * FROM ${PREVIOUS}.raw.${table}`);
  }
}

function keptRow(table: (typeof DOCUMENT_TABLES)[number]): string {
  const ofDocument = "document_id IN (FROM temp.kept)";
  return table === "documents" || table === "source_lines" || table === "forms"
    ? ofDocument
    : `form_id IN (SELECT form_id FROM ${PREVIOUS}.raw.forms WHERE ${ofDocument})`;
}

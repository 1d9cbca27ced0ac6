/**
 * The raw tables: made from `schema.sql`, documented by `comments.sql`.
 */
import { readFile } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { literal, rowsOf } from "./database.ts";

/** The raw tables that hold what was read of a document; each is reached by document_id or form_id. */
export const DOCUMENT_TABLES = [
  "documents",
  "source_lines",
  "forms",
  "funding",
  "indicators",
  "cell_flags",
] as const;
export type DocumentTable = (typeof DOCUMENT_TABLES)[number];

/** Makes the empty raw tables with their comments. */
export async function createRawSchema(connection: DuckDBConnection): Promise<void> {
  for (const file of ["schema.sql", "comments.sql"]) {
    await connection.run(await readFile(new URL(file, import.meta.url), "utf8"));
  }
}

/** Whether an attached database has raw tables of the very layout that this version makes. */
export async function hasRawSchema(connection: DuckDBConnection, database: string): Promise<boolean> {
  const own = await layout(connection, "current_database()");
  const other = await layout(connection, literal(database));
  return own === other;
}

async function layout(connection: DuckDBConnection, database: string): Promise<string> {
  const columns = await rowsOf(
    connection,
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
     WHERE database_name = ${database} AND schema_name = 'raw' ORDER BY table_name, column_index`,
  );
  return JSON.stringify(columns);
}

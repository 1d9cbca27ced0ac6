/** A warehouse on disk, of invented forms, computed by the product's own models. */
import { readFile } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { runModels } from "../../pipelines/transform.ts";
import { type MadeDocument, type Row, rawRows } from "./made-document.ts";

const SCHEMA = new URL("../../loaders/warehouse/schema.sql", import.meta.url);

/** When and by what the made warehouses were computed, as their pages say it. */
export const RUN_AT = new Date("2031-04-05T06:07:00Z");
export const RUN_VERSION = "9.8.7";

async function insert(connection: DuckDBConnection, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${i + 1}`);
    await connection.run(`insert into raw.${table} (${columns}) values (${places})`, Object.values(row));
  }
}

/** Writes the warehouse of `documents` to `path`, closed and ready for other processes to read. */
export async function makeWarehouse(path: string, documents: readonly MadeDocument[]): Promise<void> {
  const { connection, close } = await openDatabase(path);
  try {
    await connection.run(await readFile(SCHEMA, "utf8"));
    for (const document of documents) {
      for (const [table, rows] of Object.entries(rawRows(document))) await insert(connection, table, rows);
    }
    await runModels(connection, { runAt: RUN_AT, version: RUN_VERSION });
  } finally {
    close();
  }
}

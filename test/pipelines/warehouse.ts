/** A warehouse in memory with the raw tables, and rows to put in them. */
import { readFile } from "node:fs/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

const SCHEMA = new URL("../../loaders/warehouse/schema.sql", import.meta.url);

/** A connection to an empty warehouse whose raw tables are those of the product. */
export async function emptyWarehouse(path = ":memory:"): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run(await readFile(SCHEMA, "utf8"));
  return connection;
}

/** The rows of a query as objects of plain values: decimals and timestamps as text, bigints as numbers. */
export async function rows(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => ({ ...row }));
}

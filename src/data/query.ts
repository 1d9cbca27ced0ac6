/**
 * The way from the warehouse to a page: a query on marts, and its rows as JSON. Decimals travel as text, so that
 * no amount is ever rounded by a floating point number on its way.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance, type Json } from "@duckdb/node-api";

/** The warehouse that pages are made from: `JIXIAO_WAREHOUSE`, or the default workspace's. */
export function warehousePath(): string {
  return resolve(process.env.JIXIAO_WAREHOUSE ?? "data/warehouse.duckdb");
}

/**
 * Opens the warehouse to read, runs `work`, and closes it whatever happens.
 *
 * @throws Error in Chinese when there is no warehouse yet
 */
export async function withWarehouse<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const path = warehousePath();
  if (!existsSync(path)) throw new Error(`找不到数据仓库：${path}。请先运行 npx jixiao run。`);
  const instance = await DuckDBInstance.create(path, {
    access_mode: "READ_ONLY",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** Rows of a query as plain objects; decimals and 64-bit integers as text. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, Json>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** What a data loader does: the rows of a query, printed as JSON. */
export async function printRows(sql: string): Promise<void> {
  process.stdout.write(JSON.stringify(await withWarehouse((connection) => rowsOf(connection, sql))));
}

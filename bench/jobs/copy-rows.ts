/**
 * The measure of the transform: DuckDB reading the same rows from Parquet and writing each of them once, which is the
 * least that anything can do with them.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase, rowsOf } from "../../loaders/warehouse/database.ts";
import { DOCUMENT_TABLES } from "../../loaders/warehouse/schema.ts";
import type { Job } from "./job.ts";

/** @param path a warehouse that holds `raw`; its rows are written as Parquet beforehand */
export async function prepare(path: string): Promise<Job> {
  const folder = `${path}.parquet`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const file = (table: string): string => `'${join(folder, `${table}.parquet`)}'`;
  const source = await openDatabase(path, { readOnly: true });
  for (const table of DOCUMENT_TABLES)
    await source.connection.run(`COPY raw.${table} TO ${file(table)} (FORMAT parquet)`);
  source.close();
  const { connection, close } = await openDatabase(join(folder, "rows.duckdb"));
  return {
    async work() {
      for (const table of DOCUMENT_TABLES)
        await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_parquet(${file(table)})`);
      await connection.run("CHECKPOINT");
    },
    async count() {
      const [row] = await rowsOf<[number]>(connection, "SELECT count(*)::INTEGER FROM forms");
      close();
      return row![0];
    },
  };
}

/**
 * The marts as Arrow IPC files, for questions that are asked in the browser, and the files of the engine that answers
 * them there.
 */
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  Bool,
  type DataType,
  Field,
  Int32,
  RecordBatchStreamWriter,
  Schema,
  Table,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { dictionaryTables } from "../../pipelines/explore/dictionary.ts";
import { EXAMPLES } from "../components/query/examples.ts";
import { type MartFiles, type MartTable, PLAIN_TYPES } from "../components/query/mart-files.ts";
import { rowsOf } from "./query.ts";

/** Rows that are turned into Arrow at a time. */
export const BATCH = 50_000;
/** The original texts, line by line: more than everything else together, and the page of a form shows them. */
const LEFT_OUT = ["source_lines"];
/** What DuckDB-WASM needs; the build with exceptions, which every browser since 2022 runs. */
const ENGINE_FILES = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"];

function arrowType(type: string): DataType {
  if (type === "BOOLEAN") return new Bool();
  return type === "INTEGER" ? new Int32() : new Utf8();
}

/** The rows of a table as Arrow, batch by batch; a table without rows has one empty batch. */
async function* batches(connection: DuckDBConnection, table: Pick<MartTable, "name" | "columns">) {
  const columns = table.columns.map(({ name, type }) =>
    PLAIN_TYPES.includes(type) ? `"${name}"` : `"${name}"::VARCHAR`,
  );
  const stream = await connection.stream(`SELECT ${columns.join(", ")} FROM mart."${table.name}"`);
  let waiting: unknown[][] = table.columns.map(() => []);
  let isFirst = true;
  for await (const chunk of stream) {
    for (const [at, values] of chunk.getColumns().entries())
      for (const value of values) waiting[at]!.push(value);
    if (waiting[0]!.length < BATCH) continue;
    yield arrowTable(table, waiting);
    isFirst = false;
    waiting = table.columns.map(() => []);
  }
  if (isFirst || waiting[0]!.length > 0) yield arrowTable(table, waiting);
}

/** Every column may be null: a writer takes a batch only when its schema is that of the batches before. */
function arrowTable({ columns }: Pick<MartTable, "columns">, values: unknown[][]): Table {
  const schema = new Schema(columns.map(({ name, type }) => new Field(name, arrowType(type), true)));
  const vectors = columns.map(({ name, type }, at) => [name, vectorFromArray(values[at]!, arrowType(type))]);
  return new Table(schema, Object.fromEntries(vectors));
}

/** Writes a table of the schema `mart` as an Arrow IPC stream. */
export async function writeMart(
  connection: DuckDBConnection,
  table: Pick<MartTable, "name" | "columns">,
  path: string,
): Promise<void> {
  const writer = new RecordBatchStreamWriter();
  const written = pipeline(writer.toNodeStream(), createWriteStream(path));
  // A writer takes a whole table as the last thing it is given: it is given the table's batches instead.
  for await (const { batches: parts } of batches(connection, table)) {
    for (const part of parts) writer.write(part);
  }
  writer.finish();
  await written;
}

/** The engine's files, in a folder named after its version, so that a browser keeps them as long as they are right. */
async function copyEngine(site: string): Promise<string> {
  const main = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  const { version } = JSON.parse(await readFile(join(dirname(main), "..", "package.json"), "utf8"));
  const folder = join(site, "_file", "duckdb", version);
  await mkdir(folder, { recursive: true });
  for (const name of ENGINE_FILES) {
    const there = await stat(join(folder, name)).catch(() => null);
    if (!there) await copyFile(join(dirname(main), name), join(folder, name));
  }
  return version;
}

/** The rows that each example of a query gives. */
async function exampleRows(connection: DuckDBConnection): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { name, sql } of EXAMPLES) {
    const [row] = await rowsOf(connection, `SELECT count(*)::INTEGER AS rows FROM (${sql}\n)`);
    counted[name] = Number(row!.rows);
  }
  return counted;
}

/** Writes every mart and their index to `_file/data/marts`, and the engine beside them. */
export async function writeMartFiles(connection: DuckDBConnection, site: string): Promise<void> {
  const folder = join(site, "_file", "data", "marts");
  await mkdir(folder, { recursive: true });
  const engine = await copyEngine(site);
  const tables: MartTable[] = [];
  for (const { schema, name, description, columns } of await dictionaryTables(connection)) {
    if (schema !== "mart" || LEFT_OUT.includes(name)) continue;
    const path = join(folder, `${name}.arrow`);
    await writeMart(connection, { name, columns }, path);
    const [counted] = await rowsOf(connection, `SELECT count(*)::INTEGER AS rows FROM mart."${name}"`);
    tables.push({ name, description, columns, rows: Number(counted!.rows), bytes: (await stat(path)).size });
  }
  const [run] = await rowsOf(connection, "SELECT epoch_ms(run_at)::VARCHAR AS version FROM mart.run");
  const examples = await exampleRows(connection);
  const files: MartFiles = { version: String(run?.version ?? ""), engine, tables, examples };
  await writeFile(join(folder, "index.json"), JSON.stringify(files));
}

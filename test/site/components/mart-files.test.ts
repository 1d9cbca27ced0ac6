/** Marts as Arrow files, also those of more rows than are turned into Arrow at a time. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../../loaders/warehouse/database.ts";
import { BATCH, writeMart } from "../../../src/data/mart-files.ts";

const COLUMNS = [
  { name: "number", type: "INTEGER", description: "" },
  { name: "name", type: "VARCHAR", description: "" },
  { name: "amount", type: "DECIMAL(18,2)", description: "" },
];

/** Writes a table of so many rows, every third without a name or an amount, and reads what was written. */
async function written(rows: number) {
  const folder = await mkdtemp(join(tmpdir(), "jixiao-arrow-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { connection, close } = await openDatabase(join(folder, "warehouse.duckdb"));
  onTestFinished(close);
  await connection.run("CREATE SCHEMA mart");
  await connection.run(`
    CREATE TABLE mart.rows AS
    SELECT
      i::INTEGER AS number,
      CASE WHEN i % 3 > 0 THEN '第' || i || '行' END AS name,
      CASE WHEN i % 3 > 0 THEN (i * 1.01)::DECIMAL(18, 2) END AS amount
    FROM range(${rows}) AS numbers(i)
  `);
  const path = join(folder, "rows.arrow");
  await writeMart(connection, { name: "rows", columns: COLUMNS }, path);
  return tableFromIPC(await readFile(path));
}

test.each([0, 1, BATCH, 2 * BATCH + 1])("%d rows are all there, in order", async (rows) => {
  const table = await written(rows);
  expect(table.numRows).toBe(rows);
  expect(table.schema.fields.map((field) => field.name)).toEqual(["number", "name", "amount"]);
  const last = rows - 1;
  if (rows > 0) {
    expect(table.get(last)?.number).toBe(last);
    expect(table.get(last)?.name).toBe(last % 3 > 0 ? `第${last}行` : null);
    expect(table.get(last)?.amount).toBe(last % 3 > 0 ? (last * 1.01).toFixed(2) : null);
  }
});

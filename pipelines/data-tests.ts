/**
 * Data tests: `tests/*.sql`, each a SELECT of the rows that must not be. The first paragraph of comments says in
 * Chinese what must hold.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { PipelineError } from "./errors.ts";
import { parseHead } from "./model-head.ts";
import { sqlFiles } from "./models.ts";
import { tableReads } from "./table-reads.ts";

/** Rows of a failed test that its message shows. */
const SHOWN_ROWS = 5;

/**
 * Runs every test of a folder and returns how many there are.
 *
 * @throws PipelineError at the first test that finds rows: its name, what must hold, how many rows and the first of them
 */
export async function runDataTests(connection: DuckDBConnection, folder: string): Promise<number> {
  const names = await sqlFiles(folder);
  for (const name of names) {
    const file = `tests/${name}.sql`;
    const sql = await readFile(join(folder, `${name}.sql`), "utf8");
    const rule = parseHead(sql, file).description;
    await tableReads(connection, sql, file);
    await runDataTest(connection, sql, file, rule);
  }
  return names.length;
}

async function runDataTest(
  connection: DuckDBConnection,
  sql: string,
  file: string,
  rule: string,
): Promise<void> {
  const reader = await connection.runAndReadAll(sql).catch((error: Error) => {
    throw new PipelineError(`数据检验 ${file} 无法执行：${error.message}`, "请改正这个文件。", {
      cause: error,
    });
  });
  const rows = reader.getRows();
  if (rows.length === 0) return;
  const columns = reader.columnNames();
  const shown = rows
    .slice(0, SHOWN_ROWS)
    .map((row) => `  ${columns.map((column, index) => `${column}=${row[index] ?? "空"}`).join("，")}`);
  throw new PipelineError(
    `数据检验未通过：${file}（${rule}）有 ${rows.length} 行不符，前 ${shown.length} 行：\n${shown.join("\n")}`,
    "数据仓库未作改动。请据上述各行检查来源文件、corrections.csv 或模型。",
  );
}

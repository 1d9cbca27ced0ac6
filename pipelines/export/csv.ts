/**
 * Tables as CSV: UTF-8 without BOM, RFC 4180, `\n`, null as an empty cell, rows sorted by their key.
 */
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier, literal } from "../sql-text.ts";
import type { MartColumn, MartTable } from "./mart-columns.ts";
import { sortedByKey } from "./sorted.ts";

/** Writes one table as `<folder>/<name>.csv`; returns the file's name and the number of rows. */
export async function writeCsv(connection: DuckDBConnection, table: MartTable, folder: string) {
  const file = `${table.name}.csv`;
  const columns = table.columns.map((column) => `${asText(column)} as ${identifier(column.name)}`);
  const query = `select ${columns.join(", ")} from mart.${table.name} as t ${sortedByKey(table)}`;
  const result = await connection.runAndReadAll(
    `copy (${query}) to ${literal(join(folder, file))} (format csv, header, delimiter ',', quote '"', escape '"')`,
  );
  return { files: [file], rows: Number(result.value(0, 0)) };
}

/** Decimals keep at least two places and no idle zero beyond them: 208.00, 132.912. */
function asText({ name, type }: MartColumn): string {
  const column = `t.${identifier(name)}`;
  switch (type) {
    case "number":
      return `regexp_replace(cast(${column} as varchar), '(\\.\\d{2}\\d*?)0+$', '\\1')`;
    case "datetime":
      return `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`;
    case "string":
      return `nullif(${column}, '')`;
    default:
      return column;
  }
}

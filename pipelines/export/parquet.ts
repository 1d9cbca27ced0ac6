/**
 * Tables as Parquet, cut by fiscal year into Hive folders: `forms/fiscal_year=2024/forms.parquet`.
 */
import { mkdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier, literal } from "../sql-text.ts";
import type { MartTable } from "./mart-columns.ts";
import { sortedByKey } from "./sorted.ts";

/** Hive's name for the folder of rows whose partition is null. */
const NO_YEAR = "__HIVE_DEFAULT_PARTITION__";

/** Writes one table into a folder; returns its files, with `/`, and the number of rows. */
export async function writeParquet(connection: DuckDBConnection, table: MartTable, folder: string) {
  if (table.year === "none") {
    const file = `${table.name}.parquet`;
    const rows = await copyRows(connection, table, "true", join(folder, file));
    return { files: [file], rows };
  }
  const files: string[] = [];
  let rows = 0;
  for (const year of await fiscalYears(connection, table)) {
    const partition = posix.join(table.name, `fiscal_year=${year ?? NO_YEAR}`);
    const file = posix.join(partition, `${table.name}.parquet`);
    await mkdir(join(folder, partition), { recursive: true });
    rows += await copyRows(connection, table, yearIs(table, year), join(folder, file));
    files.push(file);
  }
  return { files, rows };
}

/** The years that a table has rows of. A table without rows has the null year: an empty file keeps its columns. */
async function fiscalYears(connection: DuckDBConnection, table: MartTable): Promise<(number | null)[]> {
  const reader = await connection.runAndReadAll(
    `select distinct ${yearOf(table)} as fiscal_year from ${sourceOf(table)} order by fiscal_year nulls last`,
  );
  const years = reader.getRows().map(([year]) => (year === null ? null : Number(year)));
  return years.length === 0 ? [null] : years;
}

async function copyRows(connection: DuckDBConnection, table: MartTable, condition: string, file: string) {
  const columns = table.columns
    .filter(({ name }) => name !== "fiscal_year")
    .map(({ name }) => `t.${identifier(name)}`);
  const query = `select ${columns.join(", ")} from ${sourceOf(table)} where ${condition} ${sortedByKey(table)}`;
  const result = await connection.runAndReadAll(
    `copy (${query}) to ${literal(file)} (format parquet, compression zstd)`,
  );
  return Number(result.value(0, 0));
}

function sourceOf(table: MartTable): string {
  const ofForm = table.year === "form" ? " inner join mart.forms as f on t.form_id = f.form_id" : "";
  return `mart.${table.name} as t${ofForm}`;
}

function yearOf(table: MartTable): string {
  return table.year === "form" ? "f.fiscal_year" : "t.fiscal_year";
}

function yearIs(table: MartTable, year: number | null): string {
  return year === null ? `${yearOf(table)} is null` : `${yearOf(table)} = ${year}`;
}

/**
 * Data that a page loads in parts: cut when the site is built into one small file for each year and department, or for
 * each unit, so that a page loads what it shows however many forms there are. A cut is queries on marts; the first two
 * columns of each say which file a row belongs to.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection, Json } from "@duckdb/node-api";
import type { CutFile } from "../../components/cut-file.ts";

export interface Cut {
  /** The folder of its files. */
  name: string;
  /** The tables of each file, by name: a query whose first columns are `folder` and `file`, in the order of its rows. */
  tables: Record<string, string>;
}

/** The file of a unit, beside those of departments. */
export const UNIT_FILE = "'unit-' || unit_numbers.unit_no::VARCHAR";
export const UNIT_NUMBERS = "(SELECT implementing_unit, unit_no FROM mart.units) AS unit_numbers";

/** The file of a form without a year, beside those of years. */
const YEAR = "coalesce(fiscal_year::VARCHAR, 'unknown')";

/**
 * A query for the rows of a relation with `fiscal_year` and `department`, once for the whole year and once for their
 * department: `folder` is the year, `file` is `all` or the department's number.
 *
 * @param units whether also once for their `implementing_unit`, as `unit-` and its number
 */
export function byScope(relation: string, { units = false } = {}): string {
  const ofUnits = `
    UNION ALL
    SELECT ${YEAR} AS folder, ${UNIT_FILE} AS file, rows.*
    FROM ${relation} AS rows
    JOIN ${UNIT_NUMBERS} USING (implementing_unit)`;
  return `(
    SELECT ${YEAR} AS folder, 'all' AS file, * FROM ${relation}
    UNION ALL
    SELECT ${YEAR} AS folder, numbers.department_no::VARCHAR AS file, rows.*
    FROM ${relation} AS rows
    JOIN (SELECT DISTINCT department, department_no FROM mart.departments) AS numbers USING (department)
    ${units ? ofUnits : ""}
  )`;
}

/**
 * The same of a relation that holds sums of the year, of departments and of units, told apart by its `scope`.
 *
 * @param units whether those of units are wanted too
 */
export function inScope(relation: string, { units = false } = {}): string {
  const ofUnits = `
    UNION ALL
    SELECT ${YEAR} AS folder, ${UNIT_FILE} AS file, rows.*
    FROM ${relation} AS rows
    JOIN ${UNIT_NUMBERS} USING (implementing_unit)
    WHERE scope = 'unit'`;
  return `(
    SELECT ${YEAR} AS folder, 'all' AS file, * FROM ${relation} WHERE scope = 'year'
    UNION ALL
    SELECT ${YEAR} AS folder, numbers.department_no::VARCHAR AS file, rows.*
    FROM ${relation} AS rows
    JOIN (SELECT DISTINCT department, department_no FROM mart.departments) AS numbers USING (department)
    WHERE scope = 'department'
    ${units ? ofUnits : ""}
  )`;
}

/** Reads a query's rows and hands them on one by one, each with the address of the file that it belongs to. */
async function deal(
  connection: DuckDBConnection,
  sql: string,
  take: (address: string, values: Json[], columns: string[]) => void | Promise<void>,
): Promise<void> {
  const result = await connection.stream(sql);
  const columns = result.columnNames().slice(2);
  for await (const rows of result.yieldRowsJson()) {
    for (const [folder, file, ...values] of rows as [string, string, ...Json[]][]) {
      await take(`${folder}/${file}`, values, columns);
    }
  }
}

/** All files of a cut by address, `2024/all` for instance. */
export async function cutFiles(connection: DuckDBConnection, cut: Cut): Promise<Map<string, CutFile>> {
  const files = new Map<string, CutFile>();
  for (const [table, sql] of Object.entries(cut.tables)) {
    await deal(connection, sql, (address, values, columns) => {
      const tables = files.get(address) ?? {};
      files.set(address, tables);
      tables[table] ??= { columns, rows: [] };
      tables[table].rows.push(values);
    });
  }
  return files;
}

async function writeFileOf(outDir: string, cut: Cut, address: string, content: CutFile): Promise<void> {
  const [folder, file] = address.split("/") as [string, string];
  await mkdir(join(outDir, cut.name, folder), { recursive: true });
  await writeFile(join(outDir, cut.name, folder, `${file}.json`), JSON.stringify(content));
}

/** Writes the files of a table whose rows come file by file, holding one file at a time. */
async function writeInTurn(
  connection: DuckDBConnection,
  cut: Cut,
  [table, sql]: [string, string],
  outDir: string,
): Promise<void> {
  let open: { address: string; columns: string[]; rows: Json[][] } | null = null;
  const close = async () => {
    if (open)
      await writeFileOf(outDir, cut, open.address, { [table]: { columns: open.columns, rows: open.rows } });
  };
  await deal(connection, sql, async (address, values, columns) => {
    if (open?.address !== address) {
      await close();
      open = { address, columns, rows: [] };
    }
    open.rows.push(values);
  });
  await close();
}

/**
 * Writes the files of a cut to `outDir/<cut>/<folder>/<file>.json`. The rows of a cut of a single table must come file by
 * file: such cuts are the large ones.
 */
export async function writeCut(connection: DuckDBConnection, cut: Cut, outDir: string): Promise<void> {
  const tables = Object.entries(cut.tables);
  if (tables.length === 1) return writeInTurn(connection, cut, tables[0]!, outDir);
  for (const [address, content] of await cutFiles(connection, cut)) {
    await writeFileOf(outDir, cut, address, content);
  }
}

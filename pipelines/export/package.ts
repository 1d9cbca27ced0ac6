/**
 * The exported data package: the public tables of the warehouse as files, with a description that programs can read.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { PipelineError } from "../errors.ts";
import { writeCsv } from "./csv.ts";
import { descriptor, type WrittenTable } from "./descriptor.ts";
import { writeInPlace } from "./in-place.ts";
import { martTables } from "./mart-columns.ts";
import { writeParquet } from "./parquet.ts";

export { PipelineError } from "../errors.ts";

export type ExportFormat = "csv" | "parquet";

export interface ExportOptions {
  /** The folder to write to; made when it is not there. Files in it that the package does not name are left alone. */
  to: string;
  format?: ExportFormat;
}

export interface ExportSummary {
  to: string;
  format: ExportFormat;
  tables: { name: string; rows: number /** Paths inside the package, with `/`. */; files: string[] }[];
}

const WRITERS = { csv: writeCsv, parquet: writeParquet };

/**
 * Writes the public tables and `datapackage.json`. The connection may be read-only, but must be allowed to write files
 * (`enable_external_access`). Either the whole package is replaced or nothing is.
 *
 * @throws PipelineError when the warehouse lacks a table, or the folder cannot be written
 */
export async function exportPackage(
  connection: DuckDBConnection,
  { to, format = "csv" }: ExportOptions,
): Promise<ExportSummary> {
  const tables = await martTables(connection);
  const created = await computedAt(connection);
  return writeInPlace(to, async (folder) => {
    const written: WrittenTable[] = [];
    for (const table of tables) {
      const { files, rows } = await WRITERS[format](connection, table, folder).catch((error: Error) => {
        throw new PipelineError(
          `导出 ${table.name} 表失败：${error.message}`,
          "请检查磁盘空间和文件夹的权限，再导出一次。原有文件没有改动。",
          { cause: error },
        );
      });
      written.push({ table, files, rows });
    }
    const json = JSON.stringify(descriptor(written, format, created), null, 2);
    await writeFile(join(folder, "datapackage.json"), `${json}\n`);
    return {
      to,
      format,
      tables: written.map(({ table, files, rows }) => ({ name: table.name, rows, files })),
    };
  });
}

/** When the warehouse's data was computed, as an ISO time in UTC; null where the warehouse does not say. */
async function computedAt(connection: DuckDBConnection): Promise<string | null> {
  const reader = await connection.runAndReadAll(
    "select strftime(max(run_at), '%Y-%m-%dT%H:%M:%SZ') from mart.run",
  );
  const [row] = reader.getRows();
  return row?.[0] ? String(row[0]) : null;
}

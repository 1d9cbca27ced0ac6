/** Lists of made-up forms in a folder, for the tests of a group: computing their warehouse is what takes time. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import exceljs, { type Worksheet } from "exceljs";
import { afterAll, beforeAll } from "vitest";
import { runModels } from "../../../pipelines/transform.ts";
import { writeWorklists } from "../../../pipelines/worklist/write.ts";
import { addForms, emptyWarehouse, type MadeForm } from "../warehouse.ts";

export const HEADER = 3;
/** The unit of forms that name none. */
export const UNIT = "云溪市甲局本级";

export const overspent = { funding: { total: ["10", "10", "12"] as const } };

export interface MadeLists {
  folder: string;
  connection: DuckDBConnection;
}

/** What the tests of the group find in place once they run. */
export function madeLists(forms: readonly MadeForm[]): MadeLists {
  const lists = {} as MadeLists;
  beforeAll(async () => {
    lists.folder = await mkdtemp(join(tmpdir(), "jixiao-worklist-"));
    lists.connection = await emptyWarehouse(join(lists.folder, "warehouse.duckdb"));
    await addForms(lists.connection, forms);
    await runModels(lists.connection);
  }, 120_000);
  afterAll(async () => {
    lists.connection.closeSync();
    await rm(lists.folder, { recursive: true });
  });
  return lists;
}

/** Writes the lists, and says which files there are. */
export async function written({ folder, connection }: MadeLists, unit?: string): Promise<string[]> {
  await writeWorklists(connection, { to: join(folder, "清单"), ...(unit !== undefined && { unit }) });
  return (await readdir(join(folder, "清单"))).sort();
}

export async function sheetOf({ folder }: MadeLists, file: string, name = "整改清单"): Promise<Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, "清单", file));
  return workbook.getWorksheet(name)!;
}

/** The column of a heading. */
export function columnOf(sheet: Worksheet, heading: string): number {
  return (sheet.getRow(HEADER).values as string[]).indexOf(heading);
}

export function textsOf(sheet: Worksheet, heading: string): string[] {
  const at = columnOf(sheet, heading);
  return Array.from(
    { length: sheet.rowCount - HEADER },
    (_, row) => sheet.getRow(HEADER + 1 + row).getCell(at).text,
  );
}

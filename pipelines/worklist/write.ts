/**
 * Worklists as workbooks in a folder.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fileNames } from "../briefing/file-name.ts";
import { WrongRequest } from "../errors.ts";
import { martRows } from "../explore/mart-rows.ts";
import { writeInPlace } from "../export/in-place.ts";
import { tasksByUnit, tasksOf, type UnitTasks } from "./tasks.ts";
import { bureauWorkbook, type UnitFile, unitWorkbook } from "./workbooks.ts";

export interface WorklistOptions {
  /** Absolute path of the folder; other files in it are left alone. */
  to: string;
  /** The name of one unit; all units and the summary where it is not given. */
  unit?: string;
}

export interface WrittenWorklist {
  file: string;
  unit: string | null;
  department: string | null;
  tasks: number;
}

const SUMMARY = "汇总";

/**
 * Writes a workbook a unit and, for all units, the bureau's summary; all or none.
 *
 * @returns the units' workbooks
 * @throws WrongRequest when there is no such unit, or a file cannot be written
 */
export async function writeWorklists(
  connection: DuckDBConnection,
  { to, unit }: WorklistOptions,
): Promise<WrittenWorklist[]> {
  const synthetic = await isSynthetic(connection);
  const tasks = await tasksOf(connection);
  const units = tasksByUnit(tasks);
  const wanted = unit === undefined ? units : await ofUnit(connection, units, unit);
  const names = fileNames([SUMMARY, ...wanted.map((one) => nameOf(one, wanted))]).slice(1);
  const files: UnitFile[] = wanted.map((one, index) => ({ ...one, file: `${names[index]}.xlsx` }));
  await writeInPlace(to, async (folder) => {
    for (const one of files) await writeFile(join(folder, one.file), await unitWorkbook(one, synthetic));
    if (unit === undefined)
      await writeFile(join(folder, `${SUMMARY}.xlsx`), await bureauWorkbook(files, tasks, synthetic));
  });
  return files.map((one) => ({
    ...{ file: one.file, unit: one.unit, department: one.department },
    tasks: one.tasks.length,
  }));
}

/** The unit's own name, with its department where another unit has the same. */
function nameOf({ unit, department }: UnitTasks, units: readonly UnitTasks[]): string {
  const namesakes = units.filter((other) => other.unit === unit);
  const name = unit ?? "实施单位不详";
  return namesakes.length > 1 ? `${name}（${department ?? "无主管部门"}）` : name;
}

/** The tasks of a unit that a person names; a unit without tasks has an empty list. */
async function ofUnit(
  connection: DuckDBConnection,
  units: readonly UnitTasks[],
  name: string,
): Promise<UnitTasks[]> {
  const found = units.filter(({ unit }) => unit === name);
  if (found.length > 0) return found;
  const known = await martRows<{ department: string | null; unit: string }>(
    connection,
    `select distinct department, implementing_unit as unit from mart.scopes where level = 'unit' order by all`,
  );
  const without = known.filter(({ unit }) => unit === name);
  if (without.length > 0) return without.map((one) => ({ ...one, tasks: [] }));
  const near = known.filter(({ unit }) => unit.includes(name) || name.includes(unit));
  const names = (near.length > 0 ? near : known).slice(0, 5).map(({ unit }) => unit);
  throw new WrongRequest(
    `没有叫“${name}”的实施单位`,
    names.length > 0 ? `请写全名，例如：${names.join("、")}。` : "数据仓库里没有带实施单位的自评表。",
  );
}

async function isSynthetic(connection: DuckDBConnection): Promise<boolean> {
  const [run] = await martRows<{ synthetic?: boolean }>(connection, "select * from mart.run");
  return run?.synthetic === true;
}

/**
 * The workbooks: one a unit, with what it must correct or explain, and one for the bureau with all of them.
 */
import exceljs from "exceljs";
import { BUREAU_COLUMNS, UNIT_COLUMNS } from "./columns.ts";
import { addSheet, addTaskSheet, BORDER, cellValue } from "./sheet.ts";
import type { Task, UnitTasks } from "./tasks.ts";
import { withValidStyles } from "./valid-styles.ts";

const SYNTHETIC = "（合成数据）";

const HOW_TO_ANSWER =
  "请在黄色的三列里答复：“答复”选已说明或已更正，“答复内容”写清缘由、以哪个数为准，“答复人”写姓名。已更正的，请同时报送更正后的自评表。其他各列和编号请不要改动；填好后存盘交回。";

export interface UnitFile extends UnitTasks {
  /** The name of the unit's workbook. */
  file: string;
}

/** A unit's workbook. */
export function unitWorkbook({ unit, tasks }: UnitTasks, synthetic: boolean): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const title = `${nameOf(unit)}绩效自评整改清单${synthetic ? SYNTHETIC : ""}`;
  const note = tasks.length > 0 ? HOW_TO_ANSWER : "没有需要更正或说明的问题。";
  addTaskSheet(workbook, { name: "整改清单", title, note }, UNIT_COLUMNS, tasks);
  return bytesOf(workbook);
}

/** The bureau's workbook: the units, all tasks, and what is about no unit. */
export function bureauWorkbook(
  units: readonly UnitFile[],
  tasks: readonly Task[],
  synthetic: boolean,
): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const mark = synthetic ? SYNTHETIC : "";
  addUnitSheet(workbook, units, mark);
  addTaskSheet(
    workbook,
    { name: "全部问题", title: `绩效自评整改清单汇总${mark}`, note: HOW_TO_ANSWER },
    BUREAU_COLUMNS,
    tasks,
  );
  return bytesOf(workbook);
}

interface UnitColumn {
  heading: string;
  width: number;
  value: (unit: UnitFile) => string | number;
}

const UNITS: readonly UnitColumn[] = [
  { heading: "实施单位", width: 36, value: ({ unit }) => nameOf(unit) },
  { heading: "主管部门", width: 30, value: ({ department }) => department ?? "" },
  { heading: "错误（个）", width: 10, value: countOf(({ severity }) => severity === "error") },
  { heading: "提醒（个）", width: 10, value: countOf(({ severity }) => severity === "warning") },
  { heading: "已说明（个）", width: 12, value: countOf(({ answer }) => answer === "explained") },
  { heading: "已更正（个）", width: 12, value: countOf(({ answer }) => answer === "corrected") },
  { heading: "待答复（个）", width: 12, value: countOf(({ answer }) => answer === "open") },
  { heading: "清单", width: 40, value: ({ file }) => file },
];

function addUnitSheet(workbook: exceljs.Workbook, units: readonly UnitFile[], mark: string): void {
  const note = `${units.length} 个单位有要更正或说明的问题，各有一份清单，按“清单”一列的文件名分发。`;
  const sheet = addSheet(workbook, "各单位", `绩效自评整改情况${mark}`, note, UNITS);
  for (const unit of units) {
    const row = sheet.addRow(UNITS.map(({ value }) => cellValue(value(unit))));
    row.eachCell((cell) => {
      if (typeof cell.value === "string") cell.numFmt = "@";
      cell.alignment = { vertical: "top", wrapText: true };
      cell.border = BORDER;
    });
  }
}

function countOf(is: (task: Task) => boolean): UnitColumn["value"] {
  return ({ tasks }) => tasks.filter(is).length;
}

function nameOf(unit: string | null): string {
  return unit ?? "（实施单位不详）";
}

function newWorkbook(): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  workbook.creator = "jixiao";
  workbook.lastModifiedBy = "jixiao";
  return workbook;
}

async function bytesOf(workbook: exceljs.Workbook): Promise<Uint8Array> {
  return withValidStyles(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

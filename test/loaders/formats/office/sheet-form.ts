/**
 * A form as someone fills it into a spreadsheet, for tests that change a cell of it.
 */
import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { expect } from "vitest";
import { openDocument, type ReadDocument } from "../../../../loaders/document.ts";
import { formatDecimal } from "../../../../loaders/form/decimal.ts";
import { cellFlags } from "../../../../loaders/form/flags.ts";
import type { Form, Reading } from "../../../../loaders/form/types.ts";

/** Rows of the form, from its title on; `WEIGHT` and `SCORE` are its columns of points, `RATE` that of the rate. */
export const FORM: (string | number)[][] = [
  ["项目支出绩效自评表"],
  ["(2023年度)"],
  ["项目名称", "", "街巷路灯改造项目"],
  ["主管部门", "", "望溪区住建局", "", "", "实施单位", "望溪区路灯所"],
  ["项目资金（万元）", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "", "年度资金总额", 320, 300.5, 270.45, 10, "90.00%", 9],
  ["", "", "其中：财政拨款", 260, 240.5, 210.45, "—", "87.51%", "—"],
  ["", "", "其他资金", 60, 60, 60, "—", "100.00%", "—"],
  ["年度总体目标", "预期目标", "", "", "", "实际完成情况"],
  ["", "改造路灯500盏。", "", "", "", "改造路灯480盏。"],
  ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
  ["", "产出指标", "数量指标", "改造路灯数量", "≥500盏", "480盏", 20, 19.2, "两条巷道施工推迟"],
  ["", "", "质量指标", "亮灯率", "≥98%", "99%", 20, 20, ""],
  ["", "", "时效指标", "完工及时率", "100%", "100%", 10, 10, ""],
  ["", "效益指标", "社会效益指标", "夜间通行安全度", "提升", "提升", 30, 30, ""],
  ["", "满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "94%", 10, 10, ""],
  ["总分", "", "", "", "", "", 100, 98.2],
];
export const MONEY = 5;
export const TABLE = { from: 11, to: 16 };
export const TOTAL = 16;
export const RATE = 7;
export const WEIGHT = 6;
export const SCORE = 7;

export type Grid = (string | number | CellObject)[][];
export const copy = (): Grid => FORM.map((row) => [...row]);

/** A cell that shows a number in a format of its own. */
export const shown = (value: number, format: string): CellObject => ({ t: "n", v: value, z: format });

export async function read(
  ...sheets: { grid: Grid; name?: string; column?: number }[]
): Promise<ReadDocument> {
  const book = utils.book_new();
  sheets.forEach(({ grid, name = `表${book.SheetNames.length + 1}` }) => {
    utils.book_append_sheet(book, sheetOf(grid), name);
  });
  const bytes = write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
  return await openDocument(bytes, "2023/路灯.xlsx");
}

function sheetOf(grid: Grid): WorkSheet {
  return utils.aoa_to_sheet(grid.map((row) => row.map((cell) => (cell === "" ? null : cell))));
}

export async function readForm(grid: Grid): Promise<Form> {
  const { forms } = await read({ grid });
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

export const figure = ({ value }: Reading<bigint>): string => (value === null ? "" : formatDecimal(value));
export const money = (form: Form): string[] =>
  form.funding.map((row) =>
    [row.initialBudget, row.adjustedBudget, row.executed, row.executionRate].map(figure).join(" | "),
  );
export const points = (form: Form): string[] =>
  form.indicators.map((row) => [row.name.value, figure(row.weight), figure(row.score)].join(" | "));
export const totals = (form: Form): string[] => [figure(form.totalWeight), figure(form.totalScore)];

export const PRINTED_MONEY = [
  "320.00 | 300.50 | 270.45 | 90.00",
  "260.00 | 240.50 | 210.45 | 87.51",
  "60.00 | 60.00 | 60.00 | 100.00",
];
export const PRINTED_POINTS = [
  "改造路灯数量 | 20.00 | 19.20",
  "亮灯率 | 20.00 | 20.00",
  "完工及时率 | 10.00 | 10.00",
  "夜间通行安全度 | 30.00 | 30.00",
  "居民满意度 | 10.00 | 10.00",
];

export function expectAsPrinted(form: Form): void {
  expect(money(form)).toEqual(PRINTED_MONEY);
  expect(points(form)).toEqual(PRINTED_POINTS);
  expect(totals(form)).toEqual(["100.00", "98.20"]);
  expect(cellFlags(form)).toEqual([]);
}

/**
 * An invented form as the table that 财预〔2020〕10号 prints: cells that span columns and rows.
 */

import type { TrueForm, TrueIndicator } from "../../../../loaders/demo/true-form.ts";
import { type Decimal, decimal, formatDecimal } from "../../../../loaders/form/decimal.ts";

/** One cell of an office table. */
export interface OfficeCell {
  text: string;
  columns: number;
  rows: number;
  /** How a number is shown; texts have none. `value` is what the program computes with. */
  number?: { value: string; style: "amount" | "points" | "percent" };
}

/** Cells of each row, without those that a span from above or from the left covers. */
export type OfficeTable = OfficeCell[][];

/** Columns of the table. */
export const COLUMNS = 10;

export function text(value: string, columns = 1, rows = 1): OfficeCell {
  return { text: value, columns, rows };
}

function amount(value: Decimal): OfficeCell {
  const plain = formatDecimal(value);
  const shown = plain.replace(/\B(?=(\d{3})+\.)/g, ",");
  return { text: shown, columns: 1, rows: 1, number: { value: plain, style: "amount" } };
}

function points(value: Decimal): OfficeCell {
  const plain = formatDecimal(value);
  return { text: plain, columns: 1, rows: 1, number: { value: plain, style: "points" } };
}

function percent(value: Decimal): OfficeCell {
  const plain = formatDecimal(value);
  return {
    text: `${plain}%`,
    columns: 1,
    rows: 1,
    number: { value: String(Number(plain) / 100), style: "percent" },
  };
}

/** The table of one form, with its title and year above it. */
export function formTable(form: TrueForm): OfficeTable {
  return [[text("项目支出绩效自评表", COLUMNS)], [text(`（${form.year}年度）`, COLUMNS)], ...formRows(form)];
}

/** The rows of the table itself. */
export function formRows(form: TrueForm): OfficeTable {
  return [
    [text("项目名称", 2), text(form.project, 8)],
    [text("主管部门", 2), text(form.department, 4), text("实施单位"), text(form.unit, 3)],
    [
      text("项目资金（万元）", 2, 5),
      text("", 2),
      ...["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"].map((label) => text(label)),
    ],
    ...form.funding.map((row) => [
      text(row.label, 2),
      amount(row.initial),
      amount(row.adjusted),
      amount(row.executed),
      row.source === "total" ? points(decimal(10)) : text("-"),
      percent(row.rate),
      row.source === "total" ? points(form.executionScore) : text("-"),
    ]),
    [text("年度总体目标", 1, 2), text("预期目标", 5), text("实际完成情况", 4)],
    [text(form.expectedGoal, 5), text(form.actualOutcome, 4)],
    [
      text("一级指标"),
      text("二级指标"),
      text("三级指标", 2),
      ...["年度指标值", "实际完成值", "分值", "得分"].map((label) => text(label)),
      text("偏差原因分析及改进措施", 2),
    ],
    ...indicatorRows(form.indicators),
    [text("总分", 6), points(decimal(100)), points(form.totalScore), text("", 2)],
    [text("评分等级", 2), text(form.rating, 8)],
  ];
}

function indicatorRows(rows: readonly TrueIndicator[]): OfficeTable {
  const opens = (field: "level1" | "level2", index: number): boolean =>
    index === 0 || labelOf(rows[index]!, field) !== labelOf(rows[index - 1]!, field);
  const height = (field: "level1" | "level2", index: number): number => {
    let end = index + 1;
    while (end < rows.length && !opens(field, end)) end++;
    return end - index;
  };
  return rows.map((row, index) => [
    ...(["level1", "level2"] as const).flatMap((field) =>
      opens(field, index) ? [text(row[field], 1, height(field, index))] : [],
    ),
    text(row.name, 2),
    text(row.target),
    text(row.actual),
    points(row.weight),
    points(row.score),
    text(row.reason, 2),
  ]);
}

function labelOf(row: TrueIndicator, field: "level1" | "level2"): string {
  return field === "level1" ? row.level1 : `${row.level1} ${row.level2}`;
}

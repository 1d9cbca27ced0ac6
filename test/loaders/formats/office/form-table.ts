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

/** The order of the columns that carry headings, as indices of the national order. */
export interface ColumnOrder {
  /** 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. */
  funding: readonly number[];
  /** 年度指标值, 实际完成值, 分值, 得分, 偏差原因分析及改进措施. */
  indicators: readonly number[];
}

const NATIONAL_ORDER: ColumnOrder = { funding: [0, 1, 2, 3, 4, 5], indicators: [0, 1, 2, 3, 4] };

/** The table of one form, with its title and year above it. */
export function formTable(form: TrueForm, order = NATIONAL_ORDER): OfficeTable {
  return [
    [text("项目支出绩效自评表", COLUMNS)],
    [text(`（${form.year}年度）`, COLUMNS)],
    ...formRows(form, order),
  ];
}

/** The rows of the table itself. */
export function formRows(form: TrueForm, order = NATIONAL_ORDER): OfficeTable {
  const funding = (cells: OfficeCell[]): OfficeCell[] => order.funding.map((index) => cells[index]!);
  const indicator = (cells: OfficeCell[]): OfficeCell[] => order.indicators.map((index) => cells[index]!);
  return [
    [text("项目名称", 2), text(form.project, 8)],
    [text("主管部门", 2), text(form.department, 4), text("实施单位"), text(form.unit, 3)],
    [text("项目资金（万元）", 2, 5), text("", 2), ...funding(FUNDING_HEADINGS.map((label) => text(label)))],
    ...form.funding.map((row) => [
      text(row.label, 2),
      ...funding([
        amount(row.initial),
        amount(row.adjusted),
        amount(row.executed),
        row.source === "total" ? points(decimal(10)) : text("-"),
        percent(row.rate),
        row.source === "total" ? points(form.executionScore) : text("-"),
      ]),
    ]),
    [text("年度总体目标", 1, 2), text("预期目标", 5), text("实际完成情况", 4)],
    [text(form.expectedGoal, 5), text(form.actualOutcome, 4)],
    [
      text("一级指标"),
      text("二级指标"),
      text("三级指标", 2),
      ...indicator([
        text("年度指标值"),
        text("实际完成值"),
        text("分值"),
        text("得分"),
        text("偏差原因分析及改进措施", 2),
      ]),
    ],
    ...form.indicators.map((row, index) => [
      ...labelsOf(form.indicators, index),
      text(row.name, 2),
      ...indicator([
        text(row.target),
        text(row.actual),
        points(row.weight),
        points(row.score),
        text(row.reason, 2),
      ]),
    ]),
    totalRow(form, order),
    [text("评分等级", 2), text(form.rating, 8)],
  ];
}

const FUNDING_HEADINGS = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];

/** 总分 up to the columns of points, wherever these stand. */
function totalRow(form: TrueForm, { indicators }: ColumnOrder): OfficeCell[] {
  const cells = [text(""), text(""), points(decimal(100)), points(form.totalScore), text("", 2)];
  const ordered = indicators.map((index) => cells[index]!);
  const first = ordered.findIndex((cell) => cell.number);
  const before = ordered.slice(0, first).reduce((sum, cell) => sum + cell.columns, 0);
  return [text("总分", 4 + before), ...ordered.slice(first)];
}

/** The labels that begin in a row, each over all the rows that it covers. */
function labelsOf(rows: readonly TrueIndicator[], index: number): OfficeCell[] {
  const labels = (field: "level1" | "level2") => rows.map((row) => labelOf(row, field));
  return (["level1", "level2"] as const).flatMap((field) => {
    const all = labels(field);
    if (index > 0 && all[index] === all[index - 1]) return [];
    let end = index + 1;
    while (end < rows.length && all[end] === all[index]) end++;
    return [text(rows[index]![field], 1, end - index)];
  });
}

function labelOf(row: TrueIndicator, field: "level1" | "level2"): string {
  return field === "level1" ? row.level1 : `${row.level1} ${row.level2}`;
}

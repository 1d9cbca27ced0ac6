/**
 * Invented forms as text with tabs, in the layouts in which offices publish them.
 */
import { type Decimal, formatDecimal } from "../../../loaders/form/decimal.ts";
import type { TrueForm, TrueIndicator } from "./truth.ts";

/** Where the label of a merged cell is printed: in its middle, in its first row, or on every row that it covers. */
export type LabelPlace = "middle" | "top" | "every";

/** The cells of each line; empty ones keep their column. */
export type Lines = string[][];

const HEADINGS = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];

/** A form as lines of cells. */
export function printForm(form: TrueForm, place: LabelPlace): Lines {
  return [
    ["项目支出绩效自评表"],
    [`(${form.year}年度)`],
    ["项目名称", "", form.project],
    ["主管部门", "", form.department, "", "", "实施单位", form.unit],
    ["", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率(%)", "得分"],
    ...form.funding.map((row, index) => [
      index === 1 ? "项目资金(万元)" : "",
      "",
      row.label,
      ...[row.initial, row.adjusted, row.executed].map((value) => formatDecimal(value)),
      row.source === "total" ? "10.00" : "-",
      formatDecimal(row.rate),
      row.source === "total" ? formatDecimal(form.executionScore) : "-",
    ]),
    ["", "预期目标", "", "", "", "实际完成情况"],
    ["年度总体目标", form.expectedGoal, "", "", "", form.actualOutcome],
    HEADINGS,
    ...printIndicators(form.indicators, place),
    ["", "", "总分", "", "", "100.00", formatDecimal(form.totalScore)],
    ["评分等级", "", "", "", "", form.rating],
  ];
}

function printIndicators(rows: readonly TrueIndicator[], place: LabelPlace): Lines {
  const level1 = printedLabels(
    rows.map((row) => row.level1),
    place,
  );
  const level2 = printedLabels(
    rows.map((row) => row.level2),
    place,
  );
  return rows.map((row, index) => [
    level1[index]!,
    level2[index]!,
    row.name,
    row.target,
    row.actual,
    formatDecimal(row.weight),
    formatDecimal(row.score),
    row.reason,
  ]);
}

function printedLabels(labels: readonly string[], place: LabelPlace): string[] {
  const printed = labels.map((label) => (place === "every" ? label : ""));
  for (let first = 0; place !== "every" && first < labels.length; ) {
    let end = first;
    while (labels[end] === labels[first]) end++;
    if (place === "top") printed[first] = labels[first]!;
    else setInMiddle(labels[first]!, printed, first, end);
    first = end;
  }
  return printed;
}

/** A label over an even number of rows stands in two lines, one in each of the middle rows, as on a printed page. */
function setInMiddle(label: string, printed: string[], first: number, end: number): void {
  const middle = (first + end - 1) / 2;
  if (Number.isInteger(middle)) {
    printed[middle] = label;
    return;
  }
  printed[Math.floor(middle)] = label.slice(0, -2);
  printed[Math.ceil(middle)] = label.slice(-2);
}

/** Lines as the text of a file. */
export function textOfLines(lines: Lines): string {
  return `${lines.map((cells) => cells.join("\t")).join("\n")}\n`;
}

/** A document of several forms, a blank line between each. */
export function printDocument(forms: readonly TrueForm[], place: LabelPlace): string {
  return forms.map((form) => textOfLines(printForm(form, place))).join("\n");
}

/** A decimal as the tests compare it. */
export function plain(value: Decimal | null): string {
  return value === null ? "" : formatDecimal(value);
}

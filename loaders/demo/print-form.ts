/**
 * Made forms as text with tabs, in the layouts in which offices publish them.
 */
import { type Decimal, formatDecimal } from "../form/decimal.ts";
import type { TrueForm, TrueFunding, TrueIndicator } from "./true-form.ts";

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

/** A form as lines of cells. @param widths characters that fit into a line of each column; any number where left out */
export function printForm(form: TrueForm, place: LabelPlace, widths: readonly number[] = []): Lines {
  return [
    ["项目支出绩效自评表"],
    [`(${form.filing?.kind === "undated" ? form.filing.printedYear : form.year}年度)`],
    ["项目名称", "", form.project],
    ["主管部门", "", form.department, "", "", "实施单位", form.unit],
    ["", "", "", ...headingsOfMoney(form), "分值", "执行率(%)", "得分"],
    ...form.funding.map((row, index) => [
      index === 1 ? "项目资金(万元)" : "",
      "",
      row.label,
      ...amountsOf(row).map((value) => formatDecimal(value)),
      row.source === "total" ? "10.00" : "-",
      formatDecimal(row.rate),
      row.source === "total" ? formatDecimal(form.executionScore) : "-",
    ]),
    ["", "预期目标", "", "", "", "实际完成情况"],
    ["年度总体目标", form.expectedGoal, "", "", "", form.actualOutcome],
    HEADINGS,
    ...printIndicators(form.indicators, place, widths),
    ["", "", "总分", "", "", "100.00", formatDecimal(form.totalScore)],
    ["评分等级", "", "", "", "", form.rating],
  ];
}

/** Few offices have a column for what had come in. */
function headingsOfMoney({ funding: [total] }: TrueForm): string[] {
  return ["年初预算数", "全年预算数", ...(total?.received === undefined ? [] : ["到位数"]), "全年执行数"];
}

function amountsOf({ initial, adjusted, received, executed }: TrueFunding): Decimal[] {
  return [initial, adjusted, ...(received === undefined ? [] : [received]), executed];
}

function printIndicators(
  rows: readonly TrueIndicator[],
  place: LabelPlace,
  widths: readonly number[],
): Lines {
  const cells = rows.map((row) => [
    row.name,
    row.target,
    row.actual,
    formatDecimal(row.weight),
    formatDecimal(row.score),
    row.reason,
  ]);
  const wrapped = cells.map((own) => own.map((text, index) => wrap(text, widths[index + 2])));
  const heights = wrapped.map((own) => Math.max(...own.map((text) => text.split(" ").length)));
  const level1 = printedLabels(
    rows.map((row) => row.level1),
    heights,
    place,
  );
  const level2 = printedLabels(
    rows.map((row) => row.level2),
    heights,
    place,
  );
  return wrapped.map((own, index) => [level1[index]!, level2[index]!, ...own]);
}

/** Line breaks as spaces; plain numbers are never broken. */
function wrap(text: string, width: number | undefined): string {
  if (width === undefined || text.length <= width || /^[\d.]+$/.test(text)) return text;
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join(" ");
}

function printedLabels(labels: readonly string[], heights: readonly number[], place: LabelPlace): string[] {
  const printed = labels.map((label) => (place === "every" ? label : ""));
  for (let first = 0; place !== "every" && first < labels.length; ) {
    let end = first;
    while (labels[end] === labels[first]) end++;
    if (place === "top") printed[first] = labels[first]!;
    else setInMiddle(labels[first]!, printed, heights, first, end);
    first = end;
  }
  return printed;
}

/** The columns of labels are narrow on a page. */
const LABEL_WIDTH = 4;

/** The middle of a merged cell may fall between two rows: then the label stands in two lines, one in each. */
function setInMiddle(
  label: string,
  printed: string[],
  heights: readonly number[],
  first: number,
  end: number,
): void {
  const whole = heights.slice(first, end).reduce((sum, height) => sum + height, 0);
  let above = 0;
  let row = first;
  while ((above + heights[row]!) * 2 < whole) above += heights[row++]!;
  if ((above + heights[row]!) * 2 > whole) {
    printed[row] = wrap(label, LABEL_WIDTH);
    return;
  }
  printed[row] = label.slice(0, -2);
  printed[row + 1] = label.slice(-2);
}

/** Lines as the text of a file. */
export function textOfLines(lines: Lines): string {
  return `${lines.map((cells) => cells.join("\t")).join("\n")}\n`;
}

/** A document of several forms, a blank line between each. */
export function printDocument(forms: readonly TrueForm[], place: LabelPlace): string {
  return forms.map((form) => textOfLines(printForm(form, place))).join("\n");
}

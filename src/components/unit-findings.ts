/** The sentences and rows of the pages of units. */
import type { About, Answer } from "./answer.js";
import type { CutTables } from "./cut-file.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { amount, count, percent, quotient, yearName } from "./format.js";
import { type Limits, limitText } from "./limits.js";
import { linkToUnit } from "./links.js";
import { type ChangedYear, isFunded, nameWithDoubt, type UnitRow, unitTitleOf } from "./measures.js";
import { sourceColour, sourceName } from "./palette.js";
import type { Rated } from "./rate-ranking.js";
import { doubtSentence } from "./reliability.js";
import type { View } from "./view.js";

/** A unit in the list of all. */
export interface ListedUnit extends UnitRow {
  funded_forms: number;
  /** Years in a row, this one last, with a low rate. */
  streak_years: number;
}

/** A unit's year by a source of funds. */
export interface UnitYear extends ChangedYear {
  streak_lowest_rate: string | null;
  streak_unexecuted: string | null;
  /** Its place among the units of the year by money left unexecuted, and how many units there are. */
  place: number;
  units: number;
}

/** The rows of the source that a view is about, total where it names none. */
export function ofSource<Row extends { source: string }>(rows: Row[], view: View): Row[] {
  return rows.filter((row) => row.source === (view.source ?? "total"));
}

function scopeName(view: View): string {
  const source = view.source === undefined ? "" : sourceName(view.source);
  return `${yearName(view.year)}${view.department ?? ""}${source}`;
}

/** Who holds most of the money that was not spent. */
export function unitsTitle(rows: ListedUnit[], view: View, anything: boolean): string {
  if (!anything) return NOTHING_READ;
  const [first] = rows;
  if (!first) return `${scopeName(view)}没有单位的表单`;
  const units = rows.filter(isFunded).length;
  const name = unitTitleOf(first);
  if (units === 1) return `${scopeName(view)}只有一个单位：${name}未执行 ${amount(first.unexecuted)}`;
  return `${scopeName(view)} ${count(units)} 个单位中，未执行最多的是${name}，${amount(first.unexecuted)}`;
}

/** How many units are behind, by the two ways of looking at it. */
export function unitsLead(rows: ListedUnit[], limits: Limits, anything: boolean): string {
  if (!anything) return HOW_TO_BEGIN;
  const byRate = lowestRates(rows);
  const [lowest] = byRate;
  if (!lowest) return "";
  const persistent = rows.filter((row) => row.streak_years >= 2).length;
  const again =
    persistent > 0
      ? `；${count(persistent)} 个单位已连续两年以上低于 ${limitText(limits, "low_execution_rate")}%`
      : "";
  const rate = `${percent(lowest.execution_rate)}（${quotient(lowest.executed, lowest.adjusted_budget)}）`;
  return (
    `执行率最低的是${unitTitleOf(lowest)}，${rate}${again}。` +
    "金额看钱在哪里，比率看谁慢：预算小的单位比率容易大起大落，两个排名要一起看。"
  );
}

/** Units with a rate, the lowest first. */
export function lowestRates(rows: ListedUnit[]): ListedUnit[] {
  return rows
    .filter((row) => row.execution_rate !== null)
    .sort((a, b) => Number(a.execution_rate) - Number(b.execution_rate));
}

/** Units as the chart of rates wants them. */
export function ratedUnits(rows: ListedUnit[]): Rated[] {
  return lowestRates(rows).map((row) => ({
    ...row,
    name: unitTitleOf(row),
    href: row.implementing_unit ? linkToUnit(row.implementing_unit, row.fiscal_year) : undefined,
    colour: sourceColour(row.source),
    doubtful: row.doubtful_forms > 0,
  }));
}

/** One unit's year in a line. */
export function unitTitle(years: UnitYear[], view: View, anything: boolean): string {
  if (!anything) return NOTHING_READ;
  if (view.unit === undefined) return "请选择一个单位";
  const total = years.find((row) => row.source === "total" && row.fiscal_year === view.year);
  if (!total) return `${view.unit}：${yearName(view.year)}没有表单`;
  const name = nameWithDoubt(view.unit, total.name_doubtful);
  if (total.execution_rate === null) return `${name}：${yearName(view.year)}没有可以计算的执行率`;
  const figures = `执行 ${percent(total.execution_rate)}，未执行 ${amount(total.unexecuted)}`;
  return `${name}：${yearName(view.year)}${figures}，在 ${count(total.units)} 个单位中排第 ${count(total.place)}`;
}

/** What is behind it: amounts, last year, streak, additions. */
export function unitLead(years: UnitYear[], view: View, limits: Limits, anything: boolean): string {
  if (!anything) return HOW_TO_BEGIN;
  const total = years.find((row) => row.source === "total" && row.fiscal_year === view.year);
  if (!total) return "";
  const sentences = [
    `${count(total.forms)} 张表单，全年预算 ${amount(total.adjusted_budget)}，执行 ${amount(total.executed)}。${doubtSentence(total)}`,
  ];
  if (total.execution_rate_change !== null) {
    sentences.push(
      `执行率比上年${changed(total.execution_rate_change, "个百分点")}，全年预算比上年${changed(total.budget_change_rate, "%")}。`,
    );
  }
  if (total.streak_years >= 2) {
    const depth = `最低 ${percent(total.streak_lowest_rate)}，这些年共未执行 ${amount(total.streak_unexecuted)}`;
    const low = limitText(limits, "low_execution_rate");
    sentences.push(`已连续 ${count(total.streak_years)} 年低于 ${low}%，${depth}。`);
  }
  if (/[1-9]/.test(total.added_budget ?? "")) {
    sentences.push(
      `年初没有预算、年中追加的 ${amount(total.added_budget)}，其中未执行 ${amount(total.added_unexecuted)}。`,
    );
  }
  return sentences.join("");
}

/** A change with its direction in words. */
export function changed(figure: string | null, unit: string): string {
  if (figure === null) return "无从比较";
  const size = percent(figure.replace("-", "")).replace("%", "");
  if (!/[1-9]/.test(size)) return "持平";
  return `${figure.startsWith("-") ? "减少" : "增加"} ${size}${unit === "%" ? "%" : ` ${unit}`}`;
}

/** What the page of all units says first. */
export function unitsAnswer(tables: CutTables, { view, read, limits }: About): Answer {
  const units = ofSource(tables.rows<ListedUnit>("units"), view);
  return { title: unitsTitle(units, view, read > 0), lead: unitsLead(units, limits, read > 0) };
}

/** The sentences about low execution year after year. */
import type { About, Answer } from "../answer.js";
import type { CutTables } from "../cut-file.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { amount, count, money, percent, yearName } from "../format.js";
import { type Limits, limitText } from "../limits.js";
import { type Doubted, nameWithDoubt } from "../measures.js";
import { sourceName } from "../palette.js";
import { doubtSentence, OF_EXECUTION } from "../reliability.js";
import { ofSource } from "../unit-findings.js";
import type { View } from "../view.js";
import { type StreakCount, type StreakUnit, streakDoubt } from "./streaks.js";

const LOW = "low_execution_rate";

function about(view: View): string {
  const source = view.source === undefined ? "" : `${sourceName(view.source)}`;
  return `${view.unit ?? view.department ?? ""}${source}`;
}

/** What stands in place of charts where no unit is low. */
export function nobodyLow(view: View, limit: string): string {
  const of = view.source === undefined ? "" : `${sourceName(view.source)}的`;
  return view.unit === undefined
    ? `没有单位${of}执行率低于 ${limit}%，这里没有要画的。`
    : `这个单位${of}执行率不低于 ${limit}%，这里没有要画的。`;
}

/** A streak in figures: length, depth, money. */
export function streakText(unit: StreakUnit): string {
  if (unit.streak_years === 1)
    return `本年 ${percent(unit.execution_rate)}，未执行 ${money(unit.unexecuted)} 万元`;
  return `连续 ${unit.streak_years} 年，最低 ${percent(unit.streak_lowest_rate)}，共未执行 ${money(unit.streak_unexecuted)} 万元`;
}

/** Who is low year after year; with one year, that nothing can be said. */
export function streakTitle(
  counts: StreakCount | undefined,
  units: StreakUnit[],
  { view, limits, years }: { view: View; limits: Limits; years: number },
): string {
  if (years === 0) return NOTHING_READ;
  const low = `${limitText(limits, LOW)}%`;
  if (!counts) return `${yearName(view.year)}${about(view)}没有可以连起来看的表单`;
  if (view.unit !== undefined) return unitStreakTitle(units[0], { view, low });
  if (counts.years < 2) {
    return `只有一年的表单，看不出“长期”：${yearName(view.year)}${about(view)}有 ${count(counts.low_units)} 个单位执行率低于 ${low}`;
  }
  if (counts.streak_units === 0) {
    return `到${yearName(view.year)}，${about(view)}没有单位连续两年执行率低于 ${low}`;
  }
  const share = `${count(counts.funded_units)} 个单位中 ${count(counts.streak_units)} 个`;
  return `到${yearName(view.year)}，${about(view)}${share}连续两年以上执行率低于 ${low}${whoIsLow(counts, units)}`;
}

/** Of the units that are low for two years and more, the one that left the most; a list may end before it. */
function whoIsLow({ streak_units }: StreakCount, units: StreakUnit[]): string {
  const first = units.find((unit) => unit.streak_years >= 2);
  if (!first) return "";
  const name = nameWithDoubt(first.implementing_unit, first.unit_doubtful);
  return streak_units === 1 ? `：${name}` : `，未执行最多的是${name}`;
}

/** Since when a unit is low. */
function unitStreakTitle(unit: StreakUnit | undefined, { view, low }: { view: View; low: string }): string {
  if (!unit) return `${yearName(view.year)}${about(view)}没有低于 ${low} 的执行率`;
  if (unit.years_present < 2)
    return `${about(view)}只有一年的表单，看不出“长期”：${yearName(view.year)}执行率 ${percent(unit.execution_rate)}，低于 ${low}`;
  return unit.streak_years === 1
    ? `${about(view)}${yearName(view.year)}执行率 ${percent(unit.execution_rate)}，低于 ${low}，不是连续两年`
    : `${about(view)}到${yearName(view.year)}已连续 ${unit.streak_years} 年执行率低于 ${low}，共未执行 ${amount(unit.streak_unexecuted)}`;
}

/** What of the year's low units' money is in doubt. */
function lowDoubt(counts: StreakCount): Doubted {
  return {
    doubtful_forms: counts.low_doubtful_forms,
    doubtful_initial_budget: null,
    doubtful_budget: counts.low_doubtful_budget,
    doubtful_executed: counts.low_doubtful_executed,
  };
}

/** How much money that is, and what the measure is. */
export function streakLead(
  counts: StreakCount | undefined,
  { view, limits, years }: { view: View; limits: Limits; years: number },
): string {
  if (years === 0) return HOW_TO_BEGIN;
  if (!counts) return "";
  const low = `${limitText(limits, LOW)}%`;
  if (counts.years < 2) {
    const left =
      counts.low_unexecuted === null
        ? `没有单位低于 ${low}。`
        : `低于 ${low} 的单位共未执行 ${amount(counts.low_unexecuted)}。${doubtSentence(lowDoubt(counts), OF_EXECUTION)}`;
    return (
      `长期低执行至少要有连续两年的表单才能判断。现在只能看到一年：${left}` +
      `把往年的自评表放进 data/sources 下以年度命名的文件夹，再运行一次，这一页就会连起来看。`
    );
  }
  const who = view.unit === undefined ? "这些单位" : "这个单位";
  const left =
    counts.streak_unexecuted === null
      ? ""
      : `${who}在连续偏低的年份里共未执行 ${amount(counts.streak_unexecuted)}。${doubtSentence(streakDoubt(counts), OF_EXECUTION)}`;
  return (
    `${left}一年低可能是偶然，年年低才要从预算上问。排序按“连续偏低时未执行的钱”：每一年的预算 × 没有执行的比例，` +
    `逐年相加，金额、深度、年数都算在内；同一笔钱结转到下年又没有用，会计两次。`
  );
}

/** What the page of low execution says first. */
export function streaksAnswer(tables: CutTables, { view, read, limits }: About): Answer {
  const [counts] = ofSource(tables.rows<StreakCount>("counts"), view);
  const units = ofSource(tables.rows<StreakUnit>("units"), view);
  const about = { view, limits, years: read };
  return { title: streakTitle(counts, units, about), lead: streakLead(counts, about) };
}

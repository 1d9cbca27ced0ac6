/** The sentences about low execution year after year. */
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { amount, count, money, percent, yearName } from "./format.js";
import { type Limits, limitText } from "./limits.js";
import { sourceName } from "./palette.js";
import type { StreakCount, StreakUnit } from "./streaks.js";
import type { View } from "./view.js";

const LOW = "low_execution_rate";

function about(view: View): string {
  const source = view.source === undefined ? "" : `${sourceName(view.source)}`;
  return `${view.department ?? ""}${source}`;
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
  if (counts.years < 2) {
    return `只有一年的表单，看不出“长期”：${yearName(view.year)}${about(view)}有 ${count(counts.low_units)} 个单位执行率低于 ${low}`;
  }
  if (counts.streak_units === 0) {
    return `到${yearName(view.year)}，${about(view)}没有单位连续两年执行率低于 ${low}`;
  }
  const [first] = units;
  return `到${yearName(view.year)}，${about(view)}${count(counts.funded_units)} 个单位中 ${count(counts.streak_units)} 个连续两年以上执行率低于 ${low}，未执行最多的是${first!.implementing_unit}`;
}

/** How much money that is, and what the measure is. */
export function streakLead(
  counts: StreakCount | undefined,
  { limits, years }: { limits: Limits; years: number },
): string {
  if (years === 0) return HOW_TO_BEGIN;
  if (!counts) return "";
  const low = `${limitText(limits, LOW)}%`;
  if (counts.years < 2) {
    return `长期低执行至少要有连续两年的表单才能判断。现在只能看到一年：低于 ${low} 的单位共未执行 ${amount(counts.low_unexecuted)}。把往年的自评表放进 data/sources 下以年度命名的文件夹，再运行一次，这一页就会连起来看。`;
  }
  return `这些单位在连续偏低的年份里共未执行 ${amount(counts.streak_unexecuted)}。一年低可能是偶然，年年低才要从预算上问。排序按“连续偏低时未执行的钱”：每一年的预算 × 没有执行的比例，逐年相加，金额、深度、年数都算在内；同一笔钱结转到下年又没有用，会计两次。`;
}

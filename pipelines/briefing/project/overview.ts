/**
 * 总体情况 of a project: what its years come to, and the newest.
 */
import type { Paragraph } from "../briefing.ts";
import { amount, count, name, year } from "../pieces.ts";
import { sinceResultsBefore } from "../prose/changes.ts";
import { projectChangesPage } from "../prose/listings.ts";
import { doubtIn, isOne, isPositive, rateOf } from "../prose/parts.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import type { ProjectFacts, ProjectYearRow } from "./facts.ts";
import { yearsGround } from "./grounds.ts";

export function overview(facts: ProjectFacts): Paragraph[] {
  const { names, sums, years } = facts;
  const who = say`${name(names.implementing_unit)}“${name(names.project_name)}”`;
  const latest = yearSentence(years.at(-1)!);
  const told = isOne(sums.years)
    ? [say`${who}只有${year(sums.last_year)}的自评表，看不出变化。`, latest]
    : [allYears(who, sums), rateRange(sums), latest];
  const [first, ...others] = told.filter((sentence) => sentence !== null);
  const money = { sentences: [restingOn(first!, yearsGround(facts)), ...others] };
  const changed = sinceResultsBefore(facts.sinceBefore, projectChangesPage(facts.asked));
  return changed ? [money, { sentences: [changed] }] : [money];
}

function allYears(who: Sentence, sums: ProjectFacts["sums"]): Sentence {
  const all = say`${who}自${year(sums.first_year)}到${year(sums.last_year)}有${count(sums.years)}年的自评表`;
  return sums.adjusted_budget.value === null ||
    sums.executed.value === null ||
    sums.execution_rate.value === null
    ? say`${all}。`
    : say`${all}，全年预算合计${amount(sums.adjusted_budget)}，执行${amount(sums.executed)}，合计执行率${rateOf(sums.execution_rate)}${doubtIn(sums.doubtful_forms)}。`;
}

function rateRange(sums: ProjectFacts["sums"]): Sentence | null {
  return sums.lowest_rate.value === null || sums.lowest_rate.value === sums.highest_rate.value
    ? null
    : say`执行率最低的是${year(sums.lowest_year)}，为${rateOf(sums.lowest_rate)}；最高的是${year(sums.highest_year)}，为${rateOf(sums.highest_rate)}。`;
}

function yearSentence(row: ProjectYearRow): Sentence {
  const { fiscal_year, adjusted_budget, executed, execution_rate, doubtful_forms } = row;
  const doubtful = isPositive(doubtful_forms) ? "（金额待核）" : "";
  if (adjusted_budget.value === null || executed.value === null)
    return say`${year(fiscal_year)}的预算数或执行数没有读全。`;
  const money = say`${year(fiscal_year)}全年预算${amount(adjusted_budget)}，执行${amount(executed)}`;
  return execution_rate.value === null
    ? say`${money}，不计算执行率${doubtful}。`
    : say`${money}，执行率${rateOf(execution_rate)}${doubtful}。`;
}

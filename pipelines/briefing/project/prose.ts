/**
 * 主要问题, 原因, 建议 and 数据可信度 of a project over the years.
 */
import type { Paragraph } from "../briefing.ts";
import { listedOn, standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, count, name, page, quoted, score, threshold, year } from "../pieces.ts";
import { doubtIn, isBelow, isOne, isPositive, isSynthetic, isWorthNaming, rateOf } from "../prose/parts.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import type { ProjectFacts } from "./facts.ts";
import { yearsGround } from "./grounds.ts";

export function problems(facts: ProjectFacts): Paragraph[] {
  const { sums, lasting } = facts;
  const low = lowYears(facts);
  const added =
    isPositive(sums.added_years) && !isOne(sums.years)
      ? say`${count(sums.years)}年中有${count(sums.added_years)}年年初没有预算、年中追加。`
      : null;
  const repeated = lasting.map((row) =>
    restingOn(
      say`“${name(row.rule_name)}”自${year(row.since)}起连续${count(row.years)}年。`,
      standing("连年的问题", [row]),
    ),
  );
  const told = [
    low && restingOn(low, yearsGround(facts)),
    added && restingOn(added, yearsGround(facts)),
    lowRatings(facts),
    ...repeated,
  ];
  const found = told.filter((sentence) => sentence !== null);
  if (found.length > 0) return [{ sentences: found }];
  const none = isOne(sums.years)
    ? say`只有一年的自评表，说不上有没有连年存在的问题。`
    : say`按现有审核规则，没有发现连年存在的问题。`;
  return [{ sentences: [none] }];
}

/** In which years it was low, and for how long; null where it was in none. */
function lowYears({ years, sums, lowRate }: ProjectFacts): Sentence | null {
  const latest = years.at(-1)!;
  const low = threshold(lowRate.threshold);
  if (isPositive(latest.streak_years) && !isOne(latest.streak_years)) {
    const lowest =
      latest.streak_lowest_rate.value === null
        ? null
        : say`，最低的一年为${rateOf(latest.streak_lowest_rate)}`;
    const left = isPositive(latest.streak_unexecuted)
      ? say`，共未执行${amount(latest.streak_unexecuted)}${doubtIn(sums.doubtful_forms)}`
      : null;
    return say`到${year(latest.fiscal_year)}为止，执行率连续${count(latest.streak_years)}年低于${low}${lowest}${left}。`;
  }
  if (!isPositive(sums.low_years)) return null;
  if (isOne(sums.years)) return say`${year(latest.fiscal_year)}执行率低于${low}。`;
  // Of the years with a rate it is the lowest that is low.
  if (isOne(sums.low_years))
    return say`${count(sums.years)}年中只有${year(sums.lowest_year)}执行率低于${low}。`;
  return sums.low_years.value === sums.years.value
    ? say`各年执行率都低于${low}。`
    : say`${count(sums.years)}年中有${count(sums.low_years)}年执行率低于${low}。`;
}

/** Its forms that give themselves 中 or 差. */
function lowRatings({ lowRated }: ProjectFacts): Sentence | null {
  const [lowest] = lowRated;
  if (!lowest) return null;
  const own = say`${year(lowest.fiscal_year)}，总分${score(lowest.total_score)}`;
  const told = isOne(lowest.forms)
    ? say`自评等级为${name(lowest.rating)}的是${own}。`
    : say`自评等级为中或差的表有${count(lowest.forms)}张，最低的是${own}。`;
  return restingOn(told, standing("总分", lowRated, { of: lowest.forms }));
}

export function reasons({ reasons: rows, sums }: ProjectFacts): Paragraph[] {
  const whose = isOne(sums.years) ? "表上" : "各年的表都";
  if (rows.length === 0) return [{ sentences: [say`${whose}没有写明可以引用的原因。`] }];
  const sentences = rows.map((row) =>
    restingOn(say`${year(row.fiscal_year)}写明：“${quoted(row.reason)}”。`, standing("原因", [row])),
  );
  return [{ sentences }];
}

export function advice(facts: ProjectFacts, { limits }: HouseStyle): Paragraph[] {
  const found = [nextBudget(facts), otherFunds(facts, limits.share_of_named), ratings(facts)].filter(
    (sentence) => sentence !== null,
  );
  return found.length > 0
    ? found.map((sentence) => ({ sentences: [sentence] }))
    : [{ sentences: [say`没有需要提请研究的事项。`] }];
}

/** A question, and only where it was low more than once or is so now: one odd year of the past says nothing of the next. */
function nextBudget(facts: ProjectFacts): Sentence | null {
  const { years, sums, names, lowRate } = facts;
  const latest = years.at(-1)!;
  const isLowNow = isBelow(latest.execution_rate, lowRate.threshold);
  if (isOne(sums.years) || (isOne(sums.low_years) && !isLowNow)) return null;
  if (!isPositive(sums.low_years) || sums.lowest_rate.value === null) return null;
  const who = name(names.implementing_unit);
  const doubt = doubtIn(sums.doubtful_forms);
  const ask = isOne(sums.low_years)
    ? say`请${who}说明${year(latest.fiscal_year)}执行率偏低的原因，编制下一年度预算时按实际需要核定。`
    : sums.lowest_rate.value === sums.highest_rate.value
      ? say`各年执行率都是${rateOf(sums.lowest_rate)}${doubt}，编制下一年度预算时请${who}说明是否压减。`
      : say`各年执行率在${rateOf(sums.lowest_rate)}与${rateOf(sums.highest_rate)}之间${doubt}，编制下一年度预算时请${who}说明是否压减。`;
  return restingOn(ask, yearsGround(facts));
}

/** @param least of what it left in the newest year, in percent */
function otherFunds({ years, names, otherPlaces }: ProjectFacts, least: number): Sentence | null {
  const latest = years.at(-1)!;
  if (!isWorthNaming(latest.other_unexecuted, latest.unexecuted, least)) return null;
  return restingOn(
    say`请${name(names.implementing_unit)}说明${year(latest.fiscal_year)}其他资金未执行${amount(latest.other_unexecuted)}${doubtIn(latest.other_doubtful_forms)}的原因，以及资金来源和到位时间。`,
    standing("其他资金", otherPlaces),
  );
}

function ratings({ lowRated, names }: ProjectFacts): Sentence | null {
  const [lowest] = lowRated;
  if (!lowest) return null;
  const grade = isOne(lowest.forms) ? name(lowest.rating) : "中或差";
  return say`请${name(names.implementing_unit)}说明自评等级为${grade}的原因，提出改进措施。`;
}

export function trust(facts: ProjectFacts): Paragraph[] {
  const { counts, run, names } = facts;
  const isMoneySure = !isPositive(counts.doubtful_forms);
  const cells = isPositive(counts.flagged_cells)
    ? say`其中${count(counts.flagged_forms)}张表的${count(counts.flagged_cells)}个格没有读准，待与原件核对。`
    : say`各格都已读准${isMoneySure ? "，没有待核之处" : ""}。`;
  const money = isMoneySure ? null : say`${count(counts.doubtful_forms)}张表的金额待核。`;
  const madeUp = isSynthetic(run) ? say`以上都是合成数据。` : null;
  const forms = say`以上数字取自${count(counts.forms)}张表。`;
  const asked = { project: names.project_name.value ?? "", unit: names.implementing_unit.value ?? "" };
  const listedForms = listedOn("表和待核的格", page("form", "表单", asked));
  const sentences = [restingOn(forms, listedForms), cells, money, madeUp];
  return [{ sentences: sentences.filter((sentence) => sentence !== null) }];
}

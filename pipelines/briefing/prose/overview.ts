/**
 * 总体情况: how much money there was and what became of it, against last year where there is one.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, CountsRow, ExecutionRow } from "../facts/facts.ts";
import { amount, count, growth, name, percent, points, score, size, year } from "../pieces.ts";
import { listed, type Part, restingOn, type Sentence, say, together } from "../sentence.ts";
import {
  basis,
  eachProject,
  firstPlaces,
  isOne,
  isPositive,
  isZero,
  number,
  rateOf,
  sourceName,
} from "./parts.ts";

export function overview(facts: BriefingFacts): Paragraph[] {
  const { total, sources, counts } = facts;
  const money = total ? [restingOn(execution(total), totalsBasis(facts)), added(total), lastYear(total)] : [];
  const paragraphs: (Sentence | null)[][] = [
    [whoFiled(facts), ...(total ? money : [say`表上没有读出年度资金总额。`])],
    [
      withBasis(bySource(sources), sourcesBasis(facts)),
      withBasis(ratings(counts), firstPlaces("各表总分一行", facts.scorePlaces)),
    ],
  ];
  paragraphs.push([changes(facts)]);
  return paragraphs
    .map((sentences) => ({ sentences: sentences.filter((sentence) => sentence !== null) }))
    .filter(({ sentences }) => sentences.length > 0);
}

/** Where the totals stand. */
export function totalsBasis({ places }: BriefingFacts): Sentence | null {
  return firstPlaces("各表年度资金总额一行", places);
}

/** Where the rows of the sources stand. */
function sourcesBasis({ sources, sourceForms }: BriefingFacts): Sentence | null {
  const each = sources.map((row) => firstPlaces(sourceName(row.source), sourceForms.get(row.source.value!)!));
  return each.length === 0 ? null : listed(each, "；", "；");
}

function withBasis(sentence: Sentence | null, resting: Sentence | null): Sentence | null {
  return sentence && restingOn(sentence, resting);
}

function whoFiled({ scope, counts, total }: BriefingFacts): Sentence {
  const when = total ? say`${year(total.fiscal_year)}，` : null;
  const forms = say`填报项目支出绩效自评表${count(counts.forms)}张。`;
  switch (scope.level) {
    case "unit":
      return say`${when}${name(counts.implementing_unit)}${forms}`;
    case "department":
      return say`${when}${name(counts.department)}主管的${count(counts.units)}个单位${forms}`;
    case "year":
      return isPositive(counts.departments) && !isOne(counts.departments)
        ? say`${when}${count(counts.departments)}个主管部门的${count(counts.units)}个单位${forms}`
        : say`${when}${count(counts.units)}个单位${forms}`;
  }
}

function execution(total: ExecutionRow): Sentence {
  const { initial_budget, adjusted_budget, executed, unexecuted, execution_rate } = total;
  if (adjusted_budget.value === null || executed.value === null)
    return say`表上的预算数或执行数没有读全，不作合计。`;
  if (isZero(adjusted_budget))
    return isZero(executed)
      ? say`全年没有预算，也没有支出，不计算执行率。`
      : say`全年预算为零，全年执行${amount(executed)}，不计算执行率。`;
  const start =
    initial_budget.value === null
      ? null
      : isZero(initial_budget)
        ? say`年初没有安排预算，`
        : say`年初预算${amount(initial_budget)}，`;
  const budget = say`${start}全年预算${amount(adjusted_budget)}，全年执行${amount(executed)}，`;
  if (execution_rate.value === null) return say`${budget}缺数较多，不计算执行率。`;
  const rate = say`执行率${rateOf(execution_rate)}`;
  if (isZero(unexecuted)) return say`${budget}${rate}，没有剩余。`;
  return isPositive(unexecuted)
    ? say`${budget}${rate}，未执行${amount(unexecuted)}。`
    : say`${budget}执行率${percent(execution_rate)}，超过全年预算${size(unexecuted)}。`;
}

/** What was added in mid-year; where everything was, the sentence before has said so. */
function added({ initial_budget, added_forms, added_budget, added_share, added_unexecuted }: ExecutionRow) {
  if (!isPositive(added_forms) || !isPositive(initial_budget) || added_share.value === null) return null;
  const left = isPositive(added_unexecuted) ? say`，其中未执行${amount(added_unexecuted)}` : null;
  return say`年初没有预算、年中追加的项目${count(added_forms)}个，全年预算${amount(added_budget)}，占全年预算的${percent(added_share)}${left}。`;
}

function lastYear(total: ExecutionRow): Sentence | null {
  const { last_adjusted_budget, adjusted_budget, budget_change, budget_change_rate } = total;
  if (last_adjusted_budget.value === null || budget_change.value === null) return null;
  const since = say`与${year(total.last_year)}相比，全年预算`;
  const change = number(budget_change)!;
  const ratio =
    budget_change_rate.value === null
      ? null
      : change > 0n
        ? say`，增长${growth(budget_change_rate)}`
        : say`，下降${growth(budget_change_rate)}`;
  const budget =
    change === 0n
      ? say`持平`
      : say`由${amount(last_adjusted_budget)}${change > 0n ? "增加" : "减少"}到${amount(adjusted_budget)}${ratio}`;
  return say`${since}${budget}${rateChange(total)}。`;
}

function rateChange({ last_execution_rate, execution_rate, execution_rate_change }: ExecutionRow) {
  if (execution_rate_change.value === null) return null;
  const change = number(execution_rate_change)!;
  if (change === 0n) return say`；执行率持平`;
  const way = change > 0n ? "提高" : "下降";
  return say`；执行率由${rateOf(last_execution_rate)}变为${rateOf(execution_rate)}，${way}${points(execution_rate_change)}`;
}

/** What became of last year's problems in the same projects, and which have stayed longest. */
function changes({ scope, changes, lasting }: BriefingFacts): Sentence | null {
  const { new_problems, repeated_problems, solved_problems, last_year } = changes;
  const counts = [
    isPositive(new_problems) ? say`新出现${count(new_problems)}处` : null,
    isPositive(repeated_problems) ? say`上年已有而仍然存在${count(repeated_problems)}处` : null,
    isPositive(solved_problems) ? say`已经解决${count(solved_problems)}处` : null,
  ].filter((one) => one !== null);
  if (counts.length === 0) return null;
  const told = say`与${year(last_year)}同一项目的问题相比，${listed(counts, "，", "，")}。`;
  if (lasting.length === 0) return told;
  const each = eachProject(
    lasting,
    scope.level,
    (row) => say`的“${name(row.rule_name)}”自${year(row.since)}起连续${count(row.years)}年`,
  );
  return restingOn(say`${told}仍然存在的有：${each}。`, basis(lasting));
}

function bySource(sources: readonly ExecutionRow[]): Sentence | null {
  const [first] = sources;
  if (!first) return null;
  if (sources.length === 1) return say`资金来源全部为${sourceName(first.source)}。`;
  const each = sources.map((row, index) => say`${index > 0 ? "；" : ""}${ofSource(row)}`);
  return say`分资金来源看，${together(each)}。`;
}

function ofSource({ source, adjusted_budget, executed, execution_rate }: ExecutionRow): Sentence {
  if (adjusted_budget.value === null || executed.value === null) return say`${sourceName(source)}没有读全`;
  const money = say`${sourceName(source)}全年预算${amount(adjusted_budget)}，执行${amount(executed)}`;
  if (execution_rate.value === null) return money;
  return say`${money}，执行率${rateOf(execution_rate)}`;
}

function ratings({ forms, excellent, good, fair, poor, unrated, highest_score, lowest_score }: CountsRow) {
  const grades = [
    { words: "优", forms: excellent },
    { words: "良", forms: good },
    { words: "中", forms: fair },
    { words: "差", forms: poor },
  ].filter((grade) => isPositive(grade.forms));
  const scores = highest_score.value === null ? null : scoreRange(highest_score, lowest_score, isOne(forms));
  if (grades.length === 0) return scores && say`各表没有读出评分等级，${scores}。`;
  const [only] = grades;
  if (grades.length === 1 && isZero(unrated)) {
    const all = isOne(forms)
      ? say`自评等级为${only!.words}`
      : say`${count(forms)}张表自评等级均为${only!.words}`;
    return say`${all}${scores && say`，${scores}`}。`;
  }
  const parts: Part[] = grades.map(
    (grade, index) => say`${index > 0 ? "、" : ""}${grade.words}${count(grade.forms)}张`,
  );
  const none = isPositive(unrated) ? say`，没有读出等级的${count(unrated)}张` : null;
  return say`自评等级${together(parts)}${none}${scores && say`；${scores}`}。`;
}

function scoreRange(highest: CountsRow["forms"], lowest: CountsRow["forms"], one: boolean): Sentence {
  return one || highest.value === lowest.value
    ? say`自评总分${one ? "" : "都是"}${score(highest)}`
    : say`自评总分最高${score(highest)}，最低${score(lowest)}`;
}

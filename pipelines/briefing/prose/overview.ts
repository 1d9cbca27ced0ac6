/**
 * 总体情况: how much money there was and what became of it, and what changed since last year where there is one.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, CountsRow, ExecutionRow } from "../facts/facts.ts";
import { amount, count, name, percent, score, size, year } from "../pieces.ts";
import { listed, type Part, restingOn, type Sentence, say, together } from "../sentence.ts";
import { changes } from "./changes.ts";
import { sourceGround, totalsGround } from "./money-grounds.ts";
import {
  doubtIn,
  firstOf,
  isOne,
  isPositive,
  isShare,
  isWorthNaming,
  isZero,
  rateOf,
  sourceName,
} from "./parts.ts";
import { formsPage, projectsPage } from "./site-pages.ts";

export function overview(facts: BriefingFacts): Paragraph[] {
  return [[filedAndSpent(facts), bySource(facts), added(facts), ratings(facts)], changes(facts)]
    .map((sentences) => ({ sentences: sentences.filter((sentence) => sentence !== null) }))
    .filter(({ sentences }) => sentences.length > 0);
}

function filedAndSpent(facts: BriefingFacts): Sentence {
  const { total } = facts;
  const who = whoFiled(facts);
  if (!total) return say`${who}。表上没有读出年度资金总额。`;
  return restingOn(
    say`${year(total.fiscal_year)}，${who}，${execution(total)}${doubt(total)}。`,
    totalsGround(facts),
  );
}

/** Which of these figures are in doubt: a reader must not meet them without. */
function doubt({ forms, doubtful_forms, doubtful_budget }: ExecutionRow): Sentence | null {
  if (!isPositive(doubtful_forms)) return null;
  if (doubtful_forms.value === forms.value) return say`；${isOne(forms) ? "" : "各表"}金额都待核`;
  const budget = doubtful_budget.value === null ? null : say`，涉及全年预算${amount(doubtful_budget)}`;
  return say`；其中${count(doubtful_forms)}张表的金额待核${budget}`;
}

function whoFiled({ scope, counts, units }: BriefingFacts): Sentence {
  const forms = say`填报项目支出绩效自评表${count(counts.forms)}张`;
  const [only] = units;
  if (only && units.length === 1 && only.forms.value === counts.forms.value)
    return say`${scope.level === "department" ? "本部门主管的" : ""}${name(only.implementing_unit)}${forms}`;
  switch (scope.level) {
    case "unit":
      return say`本单位${forms}`;
    case "department":
      return say`本部门主管的${count(counts.units)}个单位${forms}`;
    case "year":
      return isPositive(counts.departments) && !isOne(counts.departments)
        ? say`${count(counts.departments)}个主管部门的${count(counts.units)}个单位${forms}`
        : say`${count(counts.units)}个单位${forms}`;
  }
}

function execution(total: ExecutionRow): Sentence {
  const { initial_budget, adjusted_budget, executed, unexecuted, execution_rate } = total;
  if (adjusted_budget.value === null || executed.value === null)
    return say`表上的预算数或执行数没有读全，不作合计`;
  if (isZero(adjusted_budget))
    return isZero(executed)
      ? say`全年没有预算，也没有支出，不计算执行率`
      : say`全年预算为零，执行${amount(executed)}，不计算执行率`;
  const start =
    initial_budget.value === null
      ? null
      : isZero(initial_budget)
        ? say`年初没有安排预算，`
        : say`年初预算${amount(initial_budget)}，`;
  const budget = say`${start}全年预算${amount(adjusted_budget)}，执行${amount(executed)}，`;
  if (execution_rate.value === null) return say`${budget}缺数较多，不计算执行率`;
  const rate = say`执行率${rateOf(execution_rate)}`;
  if (isZero(unexecuted)) return say`${budget}${rate}，没有剩余`;
  return isPositive(unexecuted)
    ? say`${budget}${rate}，未执行${amount(unexecuted)}`
    : say`${budget}执行率${percent(execution_rate)}，超过全年预算${size(unexecuted)}`;
}

/** What was added in mid-year; where everything was, the sentence before has said so. */
function added({ total, scope, addedPlaces }: BriefingFacts): Sentence | null {
  if (!total) return null;
  const { initial_budget, added_forms, added_budget, added_unexecuted } = total;
  if (!isPositive(added_forms) || !isPositive(initial_budget) || !isPositive(added_budget)) return null;
  const left = isPositive(added_unexecuted) ? say`，未执行${amount(added_unexecuted)}` : null;
  return restingOn(
    say`年初没有预算、年中追加的项目${count(added_forms)}个，预算${amount(added_budget)}${left}。`,
    firstOf("年中追加的项目", addedPlaces, projectsPage(scope)),
  );
}

/** Of the whole budget, in percent; the table has every source. */
const SOURCE_WORTH_NAMING = 1;

function bySource(facts: BriefingFacts): Sentence | null {
  const { total } = facts;
  const sources = facts.sources.filter(
    (row) => total && isWorthNaming(row.adjusted_budget, total.adjusted_budget, SOURCE_WORTH_NAMING),
  );
  const [first, ...others] = sources;
  if (!first) return null;
  const grounds = sources.map((row) => sourceGround(facts, row));
  if (others.length === 0 && facts.sources.length === 1)
    return restingOn(say`资金来源全部为${sourceName(first.source)}。`, ...grounds);
  if (others.length === 0 && isShare(first.share_of_budget) && first.execution_rate.value !== null)
    return restingOn(
      say`全年预算的${percent(first.share_of_budget)}是${sourceName(first.source)}，执行率${rateOf(first.execution_rate)}${doubtIn(first.doubtful_forms)}。`,
      ...grounds,
    );
  return restingOn(say`${listed(sources.map(ofSource), "，", "，")}。`, ...grounds);
}

function ofSource({
  source,
  adjusted_budget,
  executed,
  execution_rate,
  doubtful_forms,
}: ExecutionRow): Sentence {
  const doubtful = doubtIn(doubtful_forms);
  if (adjusted_budget.value === null || executed.value === null) return say`${sourceName(source)}没有读全`;
  return execution_rate.value === null
    ? say`${sourceName(source)}预算${amount(adjusted_budget)}、执行${amount(executed)}${doubtful}`
    : say`${sourceName(source)}执行率${rateOf(execution_rate)}${doubtful}`;
}

function ratings({ counts, scorePlaces, scope }: BriefingFacts): Sentence | null {
  const told = ratingsOf(counts);
  return told && restingOn(told, firstOf("总分", scorePlaces, formsPage(scope)));
}

function ratingsOf(counts: CountsRow): Sentence | null {
  const { forms, excellent, good, fair, poor, unrated, highest_score, lowest_score } = counts;
  const grades = [
    { words: "优", forms: excellent },
    { words: "良", forms: good },
    { words: "中", forms: fair },
    { words: "差", forms: poor },
  ].filter((grade) => isPositive(grade.forms));
  const scores = highest_score.value === null ? null : scoreRange(highest_score, lowest_score, isOne(forms));
  if (grades.length === 0)
    return say`${isOne(forms) ? "表上" : "各表"}没有读出${scores ? "" : "总分和"}评分等级${scores && say`，${scores}`}。`;
  const [only] = grades;
  if (grades.length === 1 && isZero(unrated)) {
    const all = isOne(forms) ? say`自评等级为${only!.words}` : say`各表自评等级均为${only!.words}`;
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
    ? say`总分${one ? "" : "都是"}${score(highest)}`
    : say`总分最高${score(highest)}，最低${score(lowest)}`;
}

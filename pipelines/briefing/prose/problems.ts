/**
 * 主要问题: what a leader should know, chosen by money and severity: the form's own contradictions first, then where
 * money lies idle, then what scores and indicators do not show. Each rule looks at the facts and writes its problem or
 * finds none.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts } from "../facts/facts.ts";
import { standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, count, name, percent, score, threshold } from "../pieces.ts";
import { listed, restingOn, say, together } from "../sentence.ts";
import { untestedIndicators } from "./indicator-problems.ts";
import { lowRatedPage } from "./listings.ts";
import { eachProject, isOne, isWorthNaming, project, rateOf } from "./parts.ts";
import { namedProjects, whatIsLeft } from "./projects.ts";
import { findingsPage, ofRulePage } from "./site-pages.ts";
import { idleSource } from "./source-problem.ts";
import { weakUnits } from "./unit-problem.ts";
import { toldUnits } from "./weak-units.ts";

export type Rule = (facts: BriefingFacts, style: HouseStyle) => Paragraph | null;

const RULES: readonly Rule[] = [
  contradictions,
  idleSource,
  weakUnits,
  fewProjects,
  lowRatings,
  scoresOverExecution,
  untestedIndicators,
];

export function problems(facts: BriefingFacts, style: HouseStyle): Paragraph[] {
  const found = RULES.map((rule) => rule(facts, style)).filter((problem) => problem !== null);
  return found.length > 0
    ? found.slice(0, style.limits.problems)
    : [{ sentences: [say`按现有审核规则，没有发现需要反映的问题。`] }];
}

/** Forms that contradict themselves. */
function contradictions({ errors, errorPlaces, severities, scope }: BriefingFacts): Paragraph | null {
  if (errors.length === 0) return null;
  const kinds = errors
    .slice(0, KINDS)
    .map((row, index) => say`${index > 0 ? "、" : ""}“${name(row.name)}”${count(row.errors)}处`);
  const told = errors.length > kinds.length ? say`主要是${together(kinds)}` : say`涉及${together(kinds)}`;
  return {
    lead: say`部分表内数字自相矛盾`,
    sentences: [
      restingOn(
        say`${count(severities.error_forms)}张表有${count(severities.errors)}处数字对不上，${told}。`,
        standing("对不上之处", errorPlaces, {
          of: severities.errors,
          page: findingsPage(scope, { severity: "error" }),
        }),
      ),
    ],
  };
}

/** Kinds of contradictions that are named. */
const KINDS = 1;

/** The few projects that left most; those of the units above have been told with them. */
function fewProjects(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const { scope, concentration, counts } = facts;
  const told = toldUnits(facts, style);
  const all = namedProjects(facts, style);
  const named = all.filter(({ implementing_unit }) => !told.has(implementing_unit.value));
  if (named.length === 0 || isOne(counts.forms)) return null;
  const each = eachProject(named, scope.level, (row) => say`未执行${whatIsLeft(row)}`);
  const isMost = isWorthNaming(concentration.unexecuted, facts.total!.unexecuted, MOST);
  const areFew = named.length > 1 && named.length === Number(concentration.named.value) && isMost;
  const sum = areFew
    ? say`未执行最多的${count(concentration.named)}个项目合计未执行${amount(concentration.unexecuted)}，占全部未执行资金的${percent(concentration.share_of_unexecuted)}：`
    : null;
  const some = named.length === 1 ? "个别" : "部分";
  const also = named.length < all.length ? "另有" : "";
  return {
    lead: areFew ? say`未执行资金集中在少数项目` : say`${also}${some}项目执行率偏低`,
    sentences: [restingOn(say`${sum}${each}。`, standing("年度资金总额", named))],
  };
}

/** From this share on, in percent, money is said to lie with the few. */
const MOST = 50;

/** Projects that give themselves 中 or 差. */
function lowRatings(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const { scope, lowRated, counts } = facts;
  const [first] = lowRated;
  if (!first || isOne(counts.forms)) return null;
  // The one with the lowest score may have been told for its money; the table has its score.
  const told = new Set(namedProjects(facts, style).map(({ form_id }) => form_id.value));
  if (isOne(first.forms) && told.has(first.form_id.value)) return null;
  const named = lowRated.slice(0, style.limits.named);
  const each = eachProject(
    named,
    scope.level,
    (row) => say`自评总分${score(row.total_score)}，等级为${name(row.rating)}`,
  );
  const sentence = isOne(first.forms)
    ? say`${each}。`
    : say`${count(first.forms)}个项目自评等级为中或差，最低的是：${each}。`;
  return {
    lead: say`${isOne(first.forms) ? "个别" : "部分"}项目自评等级较低`,
    sentences: [restingOn(sentence, standing("总分", named, { of: first.forms, page: lowRatedPage(scope) }))],
  };
}

/** Scores that the execution does not bear. */
function scoresOverExecution(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const { scope, findings } = facts;
  const [first] = findings.H2;
  if (!first) return null;
  const named = findings.H2.slice(0, style.limits.named);
  const lead = say`自评得分与预算执行不相称`;
  const grounds = standing("总分", named, { of: first.findings, page: ofRulePage(scope, "H2", findings.H2) });
  const above = new Set(namedProjects(facts, style).map(({ form_id }) => form_id.value));
  const areAbove =
    !isOne(facts.counts.forms) &&
    named.length === findings.H2.length &&
    named.every(({ form_id }) => above.has(form_id.value));
  if (areAbove) {
    const scores = listed(named.map((row) => score(row.total_score)));
    const told = say`上述项目中有${count(first.findings)}个执行率低于${threshold(first.threshold)}，自评总分仍为${scores}。`;
    return { lead, sentences: [restingOn(told, grounds)] };
  }
  if (isOne(first.findings)) {
    const told = say`${project(first, scope.level)}执行率${rateOf(first.execution_rate)}，低于${threshold(first.threshold)}，自评总分仍为${score(first.total_score)}。`;
    return { lead, sentences: [restingOn(told, grounds)] };
  }
  const each = eachProject(
    named,
    scope.level,
    (row) => say`执行率${rateOf(row.execution_rate)}，自评总分${score(row.total_score)}`,
  );
  return {
    lead,
    sentences: [
      restingOn(
        say`${count(first.findings)}个项目执行率低于${threshold(first.threshold)}，自评总分仍然较高：${each}。`,
        grounds,
      ),
    ],
  };
}

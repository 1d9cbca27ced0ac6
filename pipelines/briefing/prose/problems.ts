/**
 * 主要问题: what a leader should know, chosen by money and severity: the form's own contradictions first, then where
 * money lies idle, then what scores and indicators do not show. Each rule looks at the facts and writes its problem or
 * finds none.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FindingRow } from "../facts/facts.ts";
import { listedOn, standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, count, name, percent, score, threshold } from "../pieces.ts";
import { listed, restingOn, type Sentence, say, together } from "../sentence.ts";
import { untestedIndicators } from "./indicator-problems.ts";
import { lowRatedPage } from "./listings.ts";
import { doubtIn, doubtOf, eachProject, isOne, isPositive, isWorthNaming, project, rateOf } from "./parts.ts";
import { namedProjects, whatIsLeft } from "./projects.ts";
import { findingsPage, ofRulePage } from "./site-pages.ts";
import { idleSource } from "./source-problem.ts";
import { weakUnits } from "./unit-problem.ts";
import { toldUnits } from "./weak-units.ts";

export type Rule = (facts: BriefingFacts, style: HouseStyle) => Paragraph | null;

/** What a problem is about. */
export type ProblemKind = "errors" | "source" | "units" | "projects" | "ratings" | "scores" | "indicators";

const RULES: readonly (readonly [ProblemKind, Rule])[] = [
  ["errors", contradictions],
  ["source", idleSource],
  ["units", weakUnits],
  ["projects", fewProjects],
  ["ratings", lowRatings],
  ["scores", scoresOverExecution],
  ["indicators", untestedIndicators],
];

/** The problems that are told, by what they are about, the first that a leader should know first. */
export function toldProblems(facts: BriefingFacts, style: HouseStyle): Map<ProblemKind, Paragraph> {
  const found = new Map<ProblemKind, Paragraph>();
  for (const [kind, rule] of RULES) {
    const problem = found.size < style.limits.problems ? rule(facts, style) : null;
    if (problem) found.set(kind, problem);
  }
  const only = found.size === 0 ? onlyProject(facts, style) : null;
  return only ? new Map([["projects", only]]) : found;
}

export function problems(facts: BriefingFacts, style: HouseStyle): Paragraph[] {
  const found = toldProblems(facts, style);
  if (found.size > 0) return [...found.values()];
  const { severities, scope } = facts;
  if (!isPositive(severities.warnings))
    return [{ sentences: [say`按现有审核规则，没有发现需要反映的问题。`] }];
  const asked = say`按现有审核规则有提醒${count(severities.warnings)}条，没有需要在此单独列出的。`;
  const page = findingsPage(scope, { severity: "warning" });
  return [{ sentences: [restingOn(asked, listedOn("提醒", page))] }];
}

/** A form that is alone, of which nothing worse is to be told than that its money was not spent. */
function onlyProject(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const [row] = isOne(facts.counts.forms) ? namedProjects(facts, style) : [];
  if (!row) return null;
  const low = threshold(facts.lowRate.threshold);
  const told = say`${project(row, facts.scope.level)}执行率${rateOf(row.execution_rate)}，低于${low}，未执行${amount(row.unexecuted)}${doubtOf(row)}。`;
  return { lead: say`项目执行率偏低`, sentences: [restingOn(told, standing("年度资金总额", [row]))] };
}

/** Forms that contradict themselves. */
function contradictions({ errors, errorPlaces, severities, scope }: BriefingFacts): Paragraph | null {
  if (errors.length === 0) return null;
  const kinds = errors
    .slice(0, KINDS)
    .map((row, index) => say`${index > 0 ? "、" : ""}“${name(row.name)}”${count(row.errors)}处`);
  const isAll = errors.length === kinds.length;
  const isOneError = isAll && isOne(severities.errors);
  const told = isOneError
    ? say`涉及“${name(errors[0]!.name)}”`
    : isAll
      ? say`涉及${together(kinds)}`
      : say`其中${together(kinds)}`;
  return {
    lead: say`${isOne(severities.error_forms) ? "个别" : "部分"}表内数字自相矛盾`,
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
  const ofForms = Number(counts.forms.value);
  // Two of three projects are not few.
  const areFew =
    named.length > 1 &&
    named.length * 2 < ofForms &&
    named.length === Number(concentration.named.value) &&
    isMost;
  const unspent = say`${amount(concentration.unexecuted)}${doubtIn(concentration.doubtful_forms)}`;
  const share = percent(concentration.share_of_unexecuted);
  const sum = areFew
    ? say`未执行最多的${count(concentration.named)}个项目合计未执行${unspent}，占全部未执行资金的${share}：`
    : null;
  return {
    lead: areFew ? say`未执行资金集中在少数项目` : lowProjects(named.length, all.length, ofForms),
    sentences: [restingOn(say`${sum}${each}。`, standing("年度资金总额", named))],
  };
}

/** How many projects are low: of those that are named, some may have been told with their unit. */
function lowProjects(named: number, all: number, forms: number): Sentence {
  if (named === forms) return say`各项目执行率均偏低`;
  return say`${named < all ? "另有" : ""}${named === 1 ? "个别" : "部分"}项目执行率偏低`;
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

/**
 * The projects whose scores the execution does not bear, where they are the ones that have been told for their money, in
 * the order in which they were; none where they are others, or only some of these.
 */
export function scoredAbove(facts: BriefingFacts, style: HouseStyle): FindingRow[] {
  const { H2 } = facts.findings;
  const order = namedProjects(facts, style).map(({ form_id }) => form_id.value);
  const areThose = H2.length === order.length && H2.every(({ form_id }) => order.includes(form_id.value));
  if (!areThose) return [];
  return [...H2].sort((a, b) => order.indexOf(a.form_id.value) - order.indexOf(b.form_id.value));
}

/** Scores that the execution does not bear. */
function scoresOverExecution(facts: BriefingFacts, style: HouseStyle): Paragraph | null {
  const { scope, findings } = facts;
  const [first] = findings.H2;
  if (!first) return null;
  const named = findings.H2.slice(0, style.limits.named);
  const lead = say`自评得分与预算执行不相称`;
  const grounds = standing("总分", named, { of: first.findings, page: ofRulePage(scope, "H2", findings.H2) });
  const above = scoredAbove(facts, style);
  if (above.length > 1) {
    const scores = listed(above.map((row) => score(row.total_score)));
    const told = say`上述${count(first.findings)}个项目执行率都低于${threshold(first.threshold)}，自评总分仍分别为${scores}。`;
    return { lead, sentences: [restingOn(told, grounds)] };
  }
  if (isOne(first.findings)) {
    const rate = say`${project(first, scope.level)}执行率${rateOf(first.execution_rate)}${doubtOf(first)}`;
    const told = say`${rate}，低于${threshold(first.threshold)}，自评总分仍为${score(first.total_score)}。`;
    return { lead, sentences: [restingOn(told, grounds)] };
  }
  const each = eachProject(
    named,
    scope.level,
    (row) => say`执行率${rateOf(row.execution_rate)}${doubtOf(row)}，自评总分${score(row.total_score)}`,
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

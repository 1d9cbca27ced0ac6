/**
 * 建议: whom to ask what, which money to take back or move, which targets to set again. Each follows from a problem that
 * has been told, with its figures.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FindingRow, ProjectColumn } from "../facts/facts.ts";
import { standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import type { Row } from "../ledger.ts";
import { amount, count, name } from "../pieces.ts";
import { listed, type Part, restingOn, type Sentence, say, together } from "../sentence.ts";
import { toldWays, type Way } from "./indicator-problems.ts";
import { isOne, isWorthNaming, project, sourceName } from "./parts.ts";
import { type ProblemKind, scoredAbove, toldProblems } from "./problems.ts";
import { namedProjects } from "./projects.ts";
import { quotedReasons } from "./reasons.ts";
import { idleSourceOf } from "./source-problem.ts";
import { hasLasted, weakUnitsOf } from "./weak-units.ts";

type Adviser = (facts: BriefingFacts, style: HouseStyle) => Sentence | null;

/** What is asked, and the problems that it follows from: any of them. */
const ADVISERS: readonly (readonly [Adviser, ...ProblemKind[]])[] = [
  [correct, "errors"],
  [explainMoney, "source", "units", "projects"],
  [nextBudget, "source", "units", "projects"],
  [explainRatings, "ratings"],
  [reviewScores, "scores"],
  [resetTargets, "indicators"],
];

export function advice(facts: BriefingFacts, style: HouseStyle): Paragraph[] {
  const told = toldProblems(facts, style);
  const found = ADVISERS.filter(([, ...kinds]) => kinds.some((kind) => told.has(kind)))
    .map(([adviser]) => adviser(facts, style))
    .filter((sentence) => sentence !== null);
  return found.length > 0
    ? found.slice(0, style.limits.advice).map((sentence) => ({ sentences: [sentence] }))
    : [{ sentences: [say`没有需要提请研究的事项。`] }];
}

/** Who is to act where no unit is named. */
function concerned({ scope }: BriefingFacts): string {
  return scope.level === "unit" ? "本单位" : "有关单位";
}

function correct(facts: BriefingFacts): Sentence {
  return say`请${concerned(facts)}对照原件更正自相矛盾的数字。`;
}

/**
 * The projects that left most, unit by unit; what they left has been told as a problem. Where there is none, the units
 * that have been told, or who has the source.
 */
function explainMoney(facts: BriefingFacts, style: HouseStyle): Sentence | null {
  const named = namedProjects(facts, style);
  if (named.length === 0) return explainUnits(facts, style) ?? explainSource(facts, style);
  const quoted = new Set(quotedReasons(facts, style).map(({ form_id }) => form_id.value));
  const units = byUnit(named).map((rows) => {
    const projects = rows.map((row) => project(row, "unit"));
    const check = rows.some(({ doubtful }) => doubtful.value === "true") ? "先核对金额，再" : "";
    // What a unit has given as its reason has been told above.
    const further = rows.every(({ form_id }) => quoted.has(form_id.value)) ? "进一步" : "";
    const each = rows.length > 1 ? "逐项" : "";
    return say`请${askedUnit(rows[0]!, facts)}${check}${further}${each}说明${together(projects)}`;
  });
  const isOther = named.some((row) =>
    isWorthNaming(row.other_unexecuted, row.unexecuted, style.limits.share_of_named),
  );
  const other = isOther ? "，其他资金一并说明来源和到位时间" : "";
  return say`${listed(units, "，", "，")}没有执行的原因${other}，提出继续使用、结转、收回或者调整的意见。`;
}

/** Units that have been told, and left their money in many projects. */
function explainUnits(facts: BriefingFacts, style: HouseStyle): Sentence | null {
  if (facts.scope.level === "unit")
    return facts.ownYears && hasLasted(facts.ownYears)
      ? say`请本单位说明执行率连续偏低的原因，提出改进措施。`
      : null;
  const weak = weakUnitsOf(facts, style).slice(0, style.limits.named);
  if (weak.length === 0) return null;
  const years = weak.every(hasLasted) ? "连续" : "";
  const units = weak.map(({ implementing_unit }) => say`${name(implementing_unit)}`);
  return say`请${listed(units)}说明执行率${years}偏低的原因，提出改进措施。`;
}

function explainSource(facts: BriefingFacts, style: HouseStyle): Sentence | null {
  const source = idleSourceOf(facts, style);
  if (!source) return null;
  const coming = source.source.value === "other_funds" ? "、资金来源和到位时间" : "";
  return say`请${concerned(facts)}说明${sourceName(source.source)}没有执行的原因${coming}，提出继续使用、结转、收回或者调整的意见。`;
}

/** Rows unit by unit, in their order. */
function byUnit<R extends Row<ProjectColumn>>(rows: readonly R[]): R[][] {
  const units = new Map<string, R[]>();
  for (const row of rows) {
    const unit = row.implementing_unit.value ?? "";
    units.set(unit, [...(units.get(unit) ?? []), row]);
  }
  return [...units.values()];
}

function askedUnit({ implementing_unit }: Row<ProjectColumn>, { scope }: BriefingFacts): Part {
  if (scope.level === "unit") return "本单位";
  return implementing_unit.value === null ? "填报单位" : name(implementing_unit);
}

/** Budgets that were halved and still not spent. */
function nextBudget({ scope, findings, total }: BriefingFacts, { limits }: HouseStyle): Sentence | null {
  const row = findings.F12.find(
    // What is to be cut follows from no amount that is in doubt.
    ({ unexecuted, doubtful }) =>
      doubtful.value !== "true" &&
      total &&
      isWorthNaming(unexecuted, total.unexecuted, limits.share_of_named),
  );
  return row
    ? restingOn(
        say`${project(row, scope.level)}年初预算${amount(row.initial_budget)}，年中减到${amount(row.adjusted_budget)}，仍有${amount(row.unexecuted)}没有执行，下一年度预算请按实际需要核定。`,
        standing("年度资金总额", [row]),
      )
    : null;
}

function explainRatings(facts: BriefingFacts): Sentence {
  const [first] = facts.lowRated;
  return isOne(first!.forms)
    ? say`请${askedUnit(first!, facts)}说明${project(first!, "unit")}自评等级为${name(first!.rating)}的原因，提出改进措施。`
    : say`请${concerned(facts)}说明${count(first!.forms)}个项目自评等级为中或差的原因，提出改进措施。`;
}

/** The projects whose scores are to be looked at again; those that have been asked for their money, together with it. */
function reviewScores(facts: BriefingFacts, style: HouseStyle): Sentence | null {
  const { H2 } = facts.findings;
  const [first] = H2;
  if (!first) return null;
  const what = "的自评得分，核实产出和效益。";
  if (scoredAbove(facts, style).length > 1) return say`请一并复核这${count(first.findings)}个项目${what}`;
  if (H2.length > style.limits.named || Number(first.findings.value) > H2.length)
    return say`请${concerned(facts)}复核执行率低而得分高的${count(first.findings)}个项目${what}`;
  const units = byUnit(H2).map(
    (rows) => say`请${askedUnit(rows[0]!, facts)}复核${together(rows.map((row) => project(row, "unit")))}`,
  );
  return say`${listed(units, "，", "，")}${what}`;
}

function resetTargets(facts: BriefingFacts): Sentence | null {
  const ask: Readonly<Record<Way, () => Sentence>> = {
    S6: () => setAgain(facts.findings.S6[0]!),
    H10: () => say`说明未达成的指标分值为何很小`,
    H6: () => say`核实恰好等于指标值的完成值`,
  };
  const asked = toldWays(facts).map((way) => ask[way]());
  return asked.length === 0 ? null : say`请${concerned(facts)}${listed(asked, "，", "，")}。`;
}

function setAgain({ findings, indicator }: FindingRow): Sentence {
  const others = isOne(findings) ? "" : "等指标";
  return say`参照本年完成值重新核定“${name(indicator)}”${others}的指标值`;
}

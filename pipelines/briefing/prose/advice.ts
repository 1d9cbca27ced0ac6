/**
 * 建议: whom to ask what, which money to take back or move, which targets to set again. Each follows from a problem, whose
 * figures have been told there.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FormRow } from "../facts/facts.ts";
import { standing } from "../grounds.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, name } from "../pieces.ts";
import { listed, restingOn, type Sentence, say } from "../sentence.ts";
import { isOne, isPositive, isWorthNaming, project } from "./parts.ts";
import { namedProjects } from "./projects.ts";

type Adviser = (facts: BriefingFacts, style: HouseStyle) => readonly Sentence[];

const ADVISERS: readonly Adviser[] = [correct, explainMoney, nextBudget, reviewScores, resetTargets];

export function advice(facts: BriefingFacts, style: HouseStyle): Paragraph[] {
  const found = ADVISERS.flatMap((adviser) => adviser(facts, style));
  return found.length > 0
    ? found.slice(0, style.limits.advice).map((sentence) => ({ sentences: [sentence] }))
    : [{ sentences: [say`没有需要提请研究的事项。`] }];
}

/** Who is to act where no unit is named. */
function concerned({ scope }: BriefingFacts): string {
  return scope.level === "unit" ? "本单位" : "有关单位";
}

function correct(facts: BriefingFacts): Sentence[] {
  return facts.errors.length === 0 ? [] : [say`请${concerned(facts)}对照原件更正自相矛盾的数字。`];
}

/** The projects that left most, unit by unit; what they left has been told as a problem. */
function explainMoney(facts: BriefingFacts, style: HouseStyle): Sentence[] {
  const named = namedProjects(facts, style);
  if (named.length === 0) return [];
  const byUnit = new Map<string, FormRow[]>();
  for (const row of named) {
    const unit = row.implementing_unit.value ?? "";
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  const units = [...byUnit.values()].map((rows) => {
    const projects = rows.map((row) => project(row, "unit"));
    const check = rows.some(({ doubtful }) => doubtful.value === "true") ? "先核对金额，再" : "";
    return say`请${askedUnit(rows[0]!, facts)}${check}${rows.length > 1 ? "逐项" : ""}说明${listed(projects, "", "")}`;
  });
  const isOther = named.some(({ other_unexecuted }) => isPositive(other_unexecuted));
  const other = isOther ? "，其他资金一并说明来源和到位时间" : "";
  return [say`${listed(units, "，", "，")}没有执行的原因${other}，提出继续使用、结转、收回或者调整的意见。`];
}

function askedUnit({ implementing_unit }: FormRow, { scope }: BriefingFacts): Sentence {
  if (scope.level === "unit") return say`本单位`;
  return implementing_unit.value === null ? say`填报单位` : say`${name(implementing_unit)}`;
}

/** Budgets that were halved and still not spent. */
function nextBudget({ scope, findings, total }: BriefingFacts, { limits }: HouseStyle): Sentence[] {
  const [row] = findings.F12.filter(
    // What is to be cut follows from no amount that is in doubt.
    ({ unexecuted, doubtful }) =>
      doubtful.value !== "true" &&
      total &&
      isWorthNaming(unexecuted, total.unexecuted, limits.share_of_named),
  );
  if (!row) return [];
  return [
    restingOn(
      say`${project(row, scope.level)}年初预算${amount(row.initial_budget)}，年中减到${amount(row.adjusted_budget)}，仍有${amount(row.unexecuted)}没有执行，下一年度预算请按实际需要核定。`,
      standing("年度资金总额", [row]),
    ),
  ];
}

function reviewScores({ findings }: BriefingFacts): Sentence[] {
  return findings.H2.length === 0 ? [] : [say`复核执行率低而得分高的项目，核实产出和效益。`];
}

function resetTargets(facts: BriefingFacts): Sentence[] {
  const [exceeded] = facts.findings.S6;
  const [weightless] = facts.findings.H10;
  const others = exceeded && !isOne(exceeded.findings) ? "等指标" : "";
  const asked = [
    exceeded ? say`参照本年完成值重新核定“${name(exceeded.indicator)}”${others}的指标值` : null,
    weightless ? say`说明未达成的指标分值为何很小` : null,
  ].filter((one) => one !== null);
  return asked.length === 0 ? [] : [say`请${concerned(facts)}${listed(asked, "，", "，")}。`];
}

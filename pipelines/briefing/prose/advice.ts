/**
 * 建议: whom to ask what, which money to take back or move, which targets to set again. Each follows from a problem.
 */
import type { Paragraph } from "../briefing.ts";
import type { BriefingFacts, FormRow } from "../facts/facts.ts";
import type { HouseStyle } from "../house-style.ts";
import { amount, count, name } from "../pieces.ts";
import { restingOn, type Sentence, say } from "../sentence.ts";
import { basis, eachProject, isOne, isPositive, isWorthNaming, project } from "./parts.ts";
import { namedProjects } from "./problems.ts";

type Adviser = (facts: BriefingFacts, style: HouseStyle) => readonly Sentence[];

const ADVISERS: readonly Adviser[] = [correct, explainMoney, nextBudget, reviewScores, resetTargets];

export function advice(facts: BriefingFacts, style: HouseStyle): Paragraph[] {
  const found = ADVISERS.flatMap((adviser) => adviser(facts, style));
  return found.length > 0
    ? found.slice(0, style.limits.advice).map((sentence) => ({ sentences: [sentence] }))
    : [{ sentences: [say`没有需要提请研究的事项。`] }];
}

function correct({ errors, severities, scope }: BriefingFacts): Sentence[] {
  if (errors.length === 0) return [];
  const who = scope.level === "unit" ? "本单位" : "有关单位";
  return [
    say`请${who}对照原件更正${count(severities.error_forms)}张表的${count(severities.errors)}处数字，逐条列在整改清单里。`,
  ];
}

/** The projects that left most, unit by unit. */
function explainMoney(facts: BriefingFacts, style: HouseStyle): Sentence[] {
  const byUnit = new Map<string, FormRow[]>();
  for (const row of namedProjects(facts, style)) {
    const unit = row.implementing_unit.value ?? "";
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  return [...byUnit.values()].map((rows, index) => restingOn(askUnit(rows, index > 0), basis(rows)));
}

function askUnit(rows: readonly FormRow[], alike: boolean): Sentence {
  const [first] = rows;
  const unit =
    first!.implementing_unit.value === null ? say`填报单位` : say`${name(first!.implementing_unit)}`;
  const projects = eachProject(
    rows,
    "unit",
    ({ unexecuted, other_unexecuted }) => {
      const other = isPositive(other_unexecuted)
        ? say`（其中其他资金${amount(other_unexecuted)}，一并说明来源和到位时间）`
        : null;
      return say`未执行${amount(unexecuted)}${other}`;
    },
    "、",
  );
  const start = say`请${unit}${rows.length > 1 ? "逐项" : ""}说明${projects}的原因`;
  return alike
    ? say`${start}，并提出处理意见。`
    : say`${start}，提出继续使用、结转或者收回的意见，确已不需要的调整用于其他项目。`;
}

/** Budgets that were halved and still not spent. */
function nextBudget({ scope, findings, total }: BriefingFacts, { limits }: HouseStyle): Sentence[] {
  return findings.F12.filter(
    (row) => total && isWorthNaming(row.unexecuted, total.unexecuted, limits.share_of_unexecuted),
  )
    .slice(0, limits.named)
    .slice(0, 1)
    .map((row) =>
      restingOn(
        say`${project(row, scope.level)}年初预算${amount(row.initial_budget)}，年中减到${amount(row.adjusted_budget)}，仍有${amount(row.unexecuted)}没有执行，下一年度预算请按实际需要核定。`,
        basis([row]),
      ),
    );
}

function reviewScores({ findings }: BriefingFacts, { limits }: HouseStyle): Sentence[] {
  const [first] = findings.H2;
  if (!first) return [];
  const named = findings.H2.slice(0, limits.places);
  return [
    restingOn(
      isOne(first.findings)
        ? say`对执行率低而得分高的${project(first, "year")}进行自评复核，核实产出和效益怎样取得。`
        : say`对执行率低而得分高的${count(first.findings)}个项目进行自评复核，核实产出和效益怎样取得。`,
      basis(named),
    ),
  ];
}

function resetTargets({ scope, findings }: BriefingFacts, { limits }: HouseStyle): Sentence[] {
  const [first] = findings.S6;
  const [weightless] = findings.H10;
  const who = scope.level === "unit" ? "本单位" : "有关单位";
  const targets = first
    ? restingOn(
        isOne(first.findings)
          ? say`请${who}重新核定“${name(first.indicator)}”的指标值，下一年度参照本年完成值确定。`
          : say`请${who}重新核定“${name(first.indicator)}”等${count(first.findings)}个指标的指标值，下一年度参照本年完成值确定。`,
        basis(findings.S6.slice(0, limits.places)),
      )
    : null;
  const weights = weightless
    ? restingOn(
        say`请${who}说明没有达成的指标分值为何定得很小，分值在年初确定后不再调低。`,
        basis(findings.H10.slice(0, limits.places)),
      )
    : null;
  return [targets, weights].filter((sentence) => sentence !== null);
}

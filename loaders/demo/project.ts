/**
 * One project over its years: the money drifts, targets follow what was reached, now and then one is missed and a
 * reason given. What comes out satisfies every rule of the form and gives no reason to ask.
 */
import { formatDecimal } from "../form/decimal.ts";
import { between, type Chance, happens } from "./chance.ts";
import type { ProjectIdea } from "./corpus/sectors.ts";
import { goalText, outcomeText, reasonText } from "./corpus/texts.ts";
import { chooseCount, groupsIn, headingsOf, type IndicatorPlan, planIndicators } from "./indicator-plans.ts";
import { chooseMoney, type ProjectMoney, spendYear, type YearMoney } from "./money.ts";
import {
  canBeMissed,
  choosesMore,
  type Fate,
  type NumberStyle,
  type Outcome,
  outcomeOf,
  printAmount,
  printNumber,
  surveyed,
} from "./shape.ts";
import { hundredths, roundedToHundredth, type TrueForm, type TrueIndicator, wholeForm } from "./true-form.ts";
import { weightsOf } from "./weights.ts";

/** A project of a unit. */
export interface Project {
  idea: ProjectIdea;
  department: string;
  unit: string;
  /** How the unit writes numbers. */
  style: NumberStyle;
  /** How much is left undone: every unit has a project that loses points, and every district one that loses many. */
  record: "mixed" | "loses" | "weak";
}

/** Points of a hundred that an indicator must weigh, of the average, to be missed: small ones would hide the miss. */
const LEAST_MISSED = 50;

/** The project's forms, one a year in the order of the years. */
export function projectForms(project: Project, years: readonly number[], chance: Chance): TrueForm[] {
  let plans = planIndicators(project.idea, chooseCount(chance), chance);
  let money: ProjectMoney = chooseMoney(chance);
  return years.map((year) => {
    const spent = spendYear(money, chance);
    money = spent.next;
    const { form, next } = yearForm(project, plans, spent, year, chance);
    plans = next;
    return form;
  });
}

function yearForm(
  project: Project,
  plans: readonly IndicatorPlan[],
  { sources, isLow }: YearMoney,
  year: number,
  chance: Chance,
): { form: TrueForm; next: IndicatorPlan[] } {
  const rows = groupsIn(year).flatMap((group) => plans.filter((plan) => plan.group === group));
  const weights = weightsOf(
    rows.map(({ group }) => group),
    year,
  );
  const missed = chooseMissed(rows, weights, leastMissed(project, isLow, chance), chance);
  const total = wholeForm({ ...emptyContent(project, year), sources }).funding[0]!;
  const outcomes = rows.map((plan, index): Outcome & { next: IndicatorPlan } => {
    const undone = project.record === "weak" ? "failed" : "missed";
    const fate = missed.has(index) ? undone : plan.grows ? "exceeded" : choosesMore(chance);
    return planOutcome(plan, fate, project.style, total, year, chance);
  });
  const indicators = rows.map(({ group, name }, index): TrueIndicator => {
    const [level1, level2] = headingsOf(group, year);
    const { target, actual, earned } = outcomes[index]!;
    const weight = hundredths(weights[index]!);
    const score = roundedToHundredth((weight * earned[0]) / earned[1]);
    const reason = score < weight ? reasonText(name, year, chance) : "";
    return { level1, level2, name, target, actual, weight, score, reason };
  });
  const told = indicators.filter(({ level2 }) => level2 === "数量指标").slice(0, 2);
  const facts = { ...project, project: project.idea.name, year, executed: formatDecimal(total.executed) };
  const form = wholeForm({
    ...emptyContent(project, year),
    sources,
    expectedGoal: goalText(project.idea, told[0]!, chance),
    actualOutcome: outcomeText(facts, told, chance),
    indicators,
  });
  return { form, next: outcomes.map(({ next }) => next) };
}

function emptyContent({ idea, department, unit }: Project, year: number) {
  return {
    year,
    project: idea.name,
    department,
    unit,
    expectedGoal: "",
    actualOutcome: "",
    indicators: [] as TrueIndicator[],
  };
}

/** How many indicators must be missed: one at least where little was spent, for the reason that it gives. */
function leastMissed({ record }: Project, isLow: boolean, chance: Chance): number {
  if (record === "weak") return 40;
  const few = happens(chance, 45) ? 0 : happens(chance, 60) ? 1 : between(chance, 1, 3);
  return record === "loses" || isLow ? Math.max(1, few) : few;
}

/** The indicators to miss, by their place; fewer than asked for where there are none that can be. */
function chooseMissed(
  rows: readonly IndicatorPlan[],
  weights: readonly number[],
  count: number,
  chance: Chance,
): Set<number> {
  const average = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const possible = rows.flatMap(({ group, shape, grows }, index) =>
    !grows &&
    group !== "satisfaction" &&
    canBeMissed(shape) &&
    weights[index]! * 100 >= average * LEAST_MISSED
      ? [index]
      : [],
  );
  const missed = new Set<number>();
  while (missed.size < Math.min(count, possible.length)) missed.add(possible[chance(possible.length)]!);
  return missed;
}

function planOutcome(
  plan: IndicatorPlan,
  fate: Fate,
  style: NumberStyle,
  total: TrueForm["funding"][number],
  year: number,
  chance: Chance,
): Outcome & { next: IndicatorPlan } {
  const { group, shape } = plan;
  if (shape.kind === "budget") {
    const target = printAmount(total.adjusted, shape.unit, style, "≤");
    const actual = printAmount(total.executed, shape.unit, style === "words" ? "plain" : style, "");
    return { target, actual, earned: [1n, 1n], next: plan };
  }
  if (group === "satisfaction" && shape.kind === "number") {
    const target = printNumber(shape.target, shape.unit, style, shape.sign);
    const actual = printNumber(
      surveyed(shape.target, chance),
      shape.unit,
      style === "words" ? "plain" : style,
      "",
    );
    return { target, actual, earned: [1n, 1n], next: plan };
  }
  const { next, ...outcome } = outcomeOf(shape, fate, { year, style, chance });
  return { ...outcome, next: { ...plan, shape: next } };
}

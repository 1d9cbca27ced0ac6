/**
 * What the words of one indicator come to: its numbers, how far it was attained, and the score that the rule gives it.
 */
import type { Decimal } from "../../loaders/form/decimal.ts";
import { attainmentOf, betterSide } from "./attainment.ts";
import type { Actual, Kind, Operator, Outcome, Quantity, Range, Target, Unit } from "./expression.ts";
import { type Fraction, fraction, ONE, times, toDecimal, ZERO } from "./fraction.ts";
import type { Attainment, Reason } from "./judgement.ts";
import { parseActual, parseTarget } from "./parse.ts";
import { remembered } from "./remembered.ts";
import { bandOfAttainment, bandOfOutcome, ruleScore, type ScoreBand } from "./rule-score.ts";
import { comparableUnit } from "./units.ts";
import { outcomeInWords, outcomeOfMovement } from "./word-answers.ts";

/** One indicator as the form prints it. Weight and score in points. */
export interface IndicatorText {
  target: string | null;
  actual: string | null;
  level1: string | null;
  level2: string | null;
  weight: Decimal | null;
  score: Decimal | null;
  fiscalYear: number | null;
}

/** One row of `indicator_values`. Decimals in millionths; null where nothing can be said. */
export interface IndicatorValue {
  operator: Operator | null;
  targetValue: Decimal | null;
  /** In the target's unit. */
  actualValue: Decimal | null;
  /** The target's unit; the actual's where the target prints none. */
  unit: string | null;
  verdict: Outcome | null;
  attainment: Decimal | null;
  attained: boolean | null;
  ruleScore: Decimal | null;
  targetKind: Kind;
  actualKind: Kind;
  /** The upper end of a range, whose lower end is the target value. */
  targetUpper: Decimal | null;
  ruleScoreLow: Decimal | null;
  ruleScoreHigh: Decimal | null;
  reason: Reason | null;
  /** The last day of the target's date, `2031-11-30`; a date without a year is of the fiscal year. */
  targetDate: string | null;
  /** The last day of the actual's date. */
  actualDate: string | null;
}

const targetOf = remembered(parseTarget);
const actualOf = remembered(parseActual);

/** The largest magnitude that a `DECIMAL(24, 6)` holds, in millionths. */
const LARGEST: Decimal = 10n ** 24n - 1n;

/**
 * Reads and judges one indicator. Never throws.
 *
 * @param overAttainedAbove see `bandOfAttainment`
 */
export function indicatorValue(indicator: IndicatorText, overAttainedAbove: Fraction): IndicatorValue {
  const target = targetOf(indicator.target);
  const actual = actualOf(indicator.actual);
  const outcome = outcomeOf(target, actual);
  const result = outcome === null ? measured(target, actual, indicator) : judged(target, outcome);
  const band = bandOf(indicator.weight, outcome, result, overAttainedAbove);
  const numbers = numbersOf(target, actual);
  // Field by field: a spread here would take more time than all the rest.
  return {
    operator: numbers.operator,
    targetValue: numbers.targetValue,
    actualValue: numbers.actualValue,
    unit: numbers.unit,
    verdict: outcome,
    attainment: result.attainment && kept(toDecimal(result.attainment)),
    attained: result.attained,
    ruleScore: band && ruleScore(band, indicator.score),
    targetKind: target.kind,
    actualKind: actual.kind,
    targetUpper: numbers.targetUpper,
    ruleScoreLow: band?.low ?? null,
    ruleScoreHigh: band?.high ?? null,
    reason: result.reason,
    targetDate: lastDay(target, indicator.fiscalYear),
    actualDate: lastDay(actual, indicator.fiscalYear),
  };
}

/**
 * What the unit judged: a verdict in words; words that answer the target's own; or a movement that answers one.
 */
function outcomeOf(target: Target, actual: Actual): Outcome | null {
  if (target.kind === "words" && actual.kind === "words") return outcomeInWords(target.text, actual.text);
  if (actual.kind === "verdict") return actual.outcome;
  if (target.kind === "words" && actual.kind === "trend") return outcomeOfMovement(target.text, actual);
  if (target.kind === "trend" && target.amount === null && actual.kind === "trend")
    return actual.direction === target.direction ? "attained" : "not_attained";
  return null;
}

/** A verdict on a target: 1 or 0; part of the way is neither. Without a target there is nothing to attain. */
function judged(target: Target, outcome: Outcome): Attainment {
  if (target.kind === "empty") return { attained: null, attainment: null, reason: "no_target" };
  if (outcome === "partly_attained") return { attained: false, attainment: null, reason: "no_ratio" };
  const attained = outcome === "attained";
  return { attained, attainment: attained ? ONE : ZERO, reason: null };
}

function measured(target: Target, actual: Actual, { level1, level2, fiscalYear }: IndicatorText): Attainment {
  return attainmentOf(target, actual, { better: betterSide(level1, level2), fiscalYear });
}

function bandOf(
  weight: Decimal | null,
  outcome: Outcome | null,
  { attained, attainment, reason }: Attainment,
  overAttainedAbove: Fraction,
): ScoreBand | null {
  if (weight === null || weight < 0n || reason === "no_target") return null;
  return outcome === null
    ? bandOfAttainment(weight, attained, attainment, overAttainedAbove)
    : bandOfOutcome(weight, outcome);
}

type Numbers = Pick<IndicatorValue, "operator" | "targetValue" | "targetUpper" | "actualValue" | "unit">;

function numbersOf(target: Target, actual: Actual): Numbers {
  const aim = amountOf(target);
  const answer = amountOf(actual);
  const value = answer?.kind === "quantity" ? answer.value : null;
  const unit = aim?.unit ?? answer?.unit ?? null;
  return {
    operator: aim?.kind === "quantity" ? aim.operator : target.kind === "ratio" ? target.operator : null,
    targetValue: aim === null ? null : aim.kind === "range" ? aim.low : aim.value,
    targetUpper: aim?.kind === "range" ? aim.high : null,
    actualValue: value === null ? null : inUnit(value, answer!.unit, unit),
    unit: unit?.text ?? null,
  };
}

function amountOf(expression: Actual): Quantity | Range | null {
  if (expression.kind === "trend") return expression.amount;
  return expression.kind === "quantity" || expression.kind === "range" ? expression : null;
}

function inUnit(value: Decimal, from: Unit | null, to: Unit | null): Decimal | null {
  const unit = comparableUnit(from, to);
  if (unit === "incomparable") return null;
  return unit === null || to === null ? value : kept(times(value, fraction(unit.factor, to.factor)!));
}

function lastDay(expression: Actual, fiscalYear: number | null): string | null {
  if (expression.kind !== "date") return null;
  const { year, month, day } = expression.to;
  const known = year ?? fiscalYear;
  return known === null || known < 1000 || known > 9999
    ? null
    : `${known}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function kept(value: Decimal): Decimal | null {
  return value > LARGEST || value < -LARGEST ? null : value;
}

/**
 * How far an actual attains its target.
 *
 * - attainment = actual ÷ target, for ceilings (≤, <) target ÷ actual; 1 or 0 where a verdict, a date or a movement is
 *   all there is to compare. A range is attained between its ends, and measured from the nearer one outside.
 * - attained: whether the actual is on the side of the target that the target's sign names.
 *
 * Where either cannot be said it is null, with the reason. Units compare as far as `units.ts` knows them to; everything
 * is compared exactly, by cross-multiplication.
 */
import type { Decimal } from "../../loaders/form/decimal.ts";
import { orderOf } from "./dates.ts";
import type {
  Actual,
  DateSpan,
  Day,
  Measure,
  Operator,
  Quantity,
  Range,
  Ratio,
  Target,
  Trend,
  Unit,
} from "./expression.ts";
import { type Fraction, fraction, least, ONE, ZERO } from "./fraction.ts";
import { comparableUnit } from "./units.ts";

/** Why an attainment is not said, or not in full. */
export type Reason =
  /** The target is empty. */
  | "no_target"
  /** The actual is empty. */
  | "no_actual"
  /** The target holds numbers that the grammar does not know. */
  | "target_unparsed"
  /** The actual holds numbers that the grammar does not know. */
  | "actual_unparsed"
  /** The actual is no answer to the target: words for a number, a number for words, a date for an amount. */
  | "answers_otherwise"
  /** The two are in units that do not compare. */
  | "units_differ"
  /** A bare number of at most 1 stands for a share: 1 could be 1 % or 100 %. */
  | "percent_or_share"
  /** The target has no sign, and its heading does not say whether more or less is better. */
  | "direction_unclear"
  /** The target is 约 or 左右: how near is near enough is not said. */
  | "target_approximate"
  /** The actual is a bound (`95%以上`, `1200余人`), not a value. */
  | "actual_is_bound"
  /** Dates overlap, or their years are not known. */
  | "dates_overlap"
  /** Several values that do not pair one to one. */
  | "several_values"
  /** A quotient over zero or less says nothing. */
  | "no_ratio";

export interface Attainment {
  attained: boolean | null;
  attainment: Fraction | null;
  reason: Reason | null;
}

/** Which side of a target without a sign is the better one. */
export type Better = "more" | "less" | null;

export interface Circumstances {
  better: Better;
  /** Dates without a year are of this one. */
  fiscalYear: number | null;
}

/**
 * Which side of a bare or `=` target is better, by its headings: less for 成本指标, more for 产出, 效益 and 满意度
 * (财预〔2021〕101号 sets 成本指标 as what must not be exceeded). A time under 时效指标 may be a term to keep or a service
 * to hold out; that is not said.
 */
export function betterSide(level1: string | null, level2: string | null): Better {
  const headings = `${level1 ?? ""} ${level2 ?? ""}`;
  if (headings.includes("成本")) return "less";
  if (headings.includes("时效")) return null;
  return "more";
}

/** Compares an actual with its target; verdicts and words are judged in `indicator-value.ts`. */
export function attainmentOf(target: Target, actual: Actual, circumstances: Circumstances): Attainment {
  if (target.kind === "empty") return unknown("no_target");
  if (actual.kind === "empty") return unknown("no_actual");
  if (target.kind === "unparsed") return unknown("target_unparsed");
  if (actual.kind === "unparsed") return unknown("actual_unparsed");
  if (target.kind === "several" || actual.kind === "several") return ofSeveral(target, actual, circumstances);
  if (target.kind === "words" || actual.kind === "words" || actual.kind === "verdict")
    return unknown("answers_otherwise");
  return ofMeasures(target, actual, circumstances);
}

function unknown(reason: Reason): Attainment {
  return { attained: null, attainment: null, reason };
}

function known(attained: boolean, attainment: Fraction | null): Attainment {
  return { attained, attainment, reason: attainment === null ? "no_ratio" : null };
}

function said(attained: boolean): Attainment {
  return known(attained, attained ? ONE : ZERO);
}

/** All parts must be attained; the attainment is that of the least. */
function ofSeveral(target: Target, actual: Actual, circumstances: Circumstances): Attainment {
  if (target.kind !== "several" || actual.kind !== "several" || target.parts.length !== actual.parts.length)
    return unknown("several_values");
  const pairs = target.parts.map((part, index) => attainmentOf(part, actual.parts[index]!, circumstances));
  if (pairs.some(({ attained, attainment }) => attained === null || attainment === null))
    return unknown("several_values");
  return known(
    pairs.every(({ attained }) => attained),
    least(pairs.map(({ attainment }) => attainment!)),
  );
}

function ofMeasures(target: Measure, actual: Measure, circumstances: Circumstances): Attainment {
  if (target.kind === "date" || actual.kind === "date")
    return target.kind === "date" && actual.kind === "date"
      ? ofDates(target, actual, circumstances)
      : unknown("answers_otherwise");
  if (target.kind === "trend") return ofTrend(target, actual);
  if (actual.kind === "trend") return unknown("answers_otherwise");
  if (target.kind === "ratio" || actual.kind === "ratio")
    return target.kind === "ratio" && actual.kind === "ratio"
      ? ofRatios(target, actual)
      : unknown("answers_otherwise");
  if (actual.kind === "range") return unknown("actual_is_bound");
  return target.kind === "range" ? ofRange(target, actual) : ofQuantities(target, actual, circumstances);
}

/** More of the movement is better, whichever way it goes. */
function ofTrend(target: Trend, actual: Exclude<Measure, DateSpan>): Attainment {
  const amount = actual.kind === "trend" ? actual.amount : actual;
  if (actual.kind === "trend" && actual.direction !== target.direction) return said(false);
  if (target.amount === null) return actual.kind === "trend" ? said(true) : unknown("answers_otherwise");
  if (amount === null || amount.kind === "ratio") return unknown("answers_otherwise");
  return ofMeasures(target.amount, amount, { better: "more", fiscalYear: null });
}

/**
 * A deadline is kept by what was done on its day at the latest. Where the deadline or the actual is a longer time
 * (`12月前`, `2024年12月`) the answer is given only if it is the same for each of its days.
 */
function ofDates(target: DateSpan, actual: DateSpan, { fiscalYear }: Circumstances): Attainment {
  const inYear = (day: Day): Day => ({ ...day, year: day.year ?? fiscalYear });
  const days = {
    earliest: target.before ? target.from : target.to,
    latest: target.to,
    from: actual.from,
    to: actual.to,
  };
  const { earliest, latest, from, to } = {
    earliest: inYear(days.earliest),
    latest: inYear(days.latest),
    from: inYear(days.from),
    to: inYear(days.to),
  };
  if ((earliest.year === null) !== (to.year === null)) return unknown("dates_overlap");
  if (orderOf(to, earliest) <= 0) return said(true);
  if (!actual.before && orderOf(from, latest) > 0)
    return { attained: false, attainment: null, reason: "no_ratio" };
  return unknown("dates_overlap");
}

/** Without a sign, one ratio is as good as another; only the same is known to be attained. */
function ofRatios(target: Ratio, actual: Ratio): Attainment {
  return compare(
    { value: target.left * actual.right, operator: target.operator },
    { value: actual.left * target.right, operator: actual.operator },
    isBound(target.operator) ? sideOf(target.operator, null) : null,
  );
}

function ofQuantities(target: Quantity, printed: Quantity, { better }: Circumstances): Attainment {
  const actual = asPersonTimes(printed, target);
  const pair = inOneUnit(target, actual);
  if ("reason" in pair) return unknown(pair.reason);
  return compare(
    { value: target.value * pair.targetFactor, operator: target.operator },
    { value: actual.value * pair.actualFactor, operator: actual.operator },
    sideOf(target.operator, better),
  );
}

/** So many persons were there at least so many times: 120人 is ≥120 of 人次. The other way round says nothing. */
function asPersonTimes(actual: Quantity, target: Quantity): Quantity {
  const isBelow = actual.operator === "≤" || actual.operator === "<" || actual.operator === "≈";
  if (actual.unit?.measure !== "人" || target.unit?.measure !== "人次" || isBelow) return actual;
  return {
    ...actual,
    operator: actual.operator === ">" ? ">" : "≥",
    unit: { ...actual.unit, measure: "人次" },
  };
}

function ofRange(target: Range, actual: Quantity): Attainment {
  const pair = inOneUnit(target, actual);
  if ("reason" in pair) return unknown(pair.reason);
  const value = actual.value * pair.actualFactor;
  const [low, high] = [target.low * pair.targetFactor, target.high * pair.targetFactor];
  if (isBound(actual.operator)) return unknown("actual_is_bound");
  if (value < low) return known(false, positive(fraction(value, low), low));
  return value > high ? known(false, positive(fraction(high, value), high)) : said(true);
}

/** The factors that bring two numbers to one unit, or why there are none. */
function inOneUnit(
  target: Quantity | Range,
  actual: Quantity,
): { targetFactor: bigint; actualFactor: bigint } | { reason: Reason } {
  const unit = comparableUnit(actual.unit, target.unit);
  if (unit === "incomparable") return { reason: "units_differ" };
  const lowest = target.kind === "range" ? target.low : target.value;
  if (
    isShareOrPercent(actual.value, actual.unit, target.unit) ||
    isShareOrPercent(lowest, target.unit, actual.unit)
  )
    return { reason: "percent_or_share" };
  // A target without a unit is in the actual's.
  return { targetFactor: (target.unit ?? actual.unit)?.factor ?? 1n, actualFactor: unit?.factor ?? 1n };
}

/** A bare 0.95, or 1, beside a percentage. */
function isShareOrPercent(value: Decimal, unit: Unit | null, other: Unit | null): boolean {
  return unit === null && other?.measure === "%" && value > 0n && value <= 1_000_000n;
}

function isBound(operator: Operator | null): boolean {
  return operator !== null && operator !== "=";
}

type Side = "floor" | "ceiling" | "near" | null;

function sideOf(operator: Operator | null, better: Better): Side {
  if (operator === "≥" || operator === ">") return "floor";
  if (operator === "≤" || operator === "<") return "ceiling";
  if (operator === "≈") return "near";
  return better === "more" ? "floor" : better === "less" ? "ceiling" : null;
}

interface Bounded {
  value: bigint;
  operator: Operator | null;
}

/** Compares two values in one unit. */
function compare(target: Bounded, actual: Bounded, side: Side): Attainment {
  if (isBound(actual.operator)) return ofBound(target, actual, side);
  const { value } = actual;
  const ratio =
    side === "ceiling"
      ? positive(fraction(target.value, value), value)
      : positive(fraction(value, target.value), target.value);
  if (value === target.value && target.operator !== ">" && target.operator !== "<")
    return known(true, ratio ?? ONE);
  if (side === null) return { attained: null, attainment: null, reason: "direction_unclear" };
  if (side === "near") return { attained: null, attainment: ratio, reason: "target_approximate" };
  return known(side === "floor" ? value > target.value : value < target.value, ratio);
}

/** A quotient over what is not positive says nothing. */
function positive(quotient: Fraction | null, denominator: bigint): Fraction | null {
  return denominator > 0n ? quotient : null;
}

/** An actual that is itself a bound decides only what lies on its own side: 95%以上 is more than 90%. */
function ofBound(target: Bounded, actual: Bounded, side: Side): Attainment {
  const upward = actual.operator === "≥" || actual.operator === ">";
  const downward = actual.operator === "≤" || actual.operator === "<";
  const strict = target.operator === ">" || target.operator === "<";
  const reaches = strict && !(actual.operator === ">" || actual.operator === "<") ? 1n : 0n;
  const attained =
    (side === "floor" && upward && actual.value - target.value >= reaches) ||
    (side === "ceiling" && downward && target.value - actual.value >= reaches);
  return { attained: attained ? true : null, attainment: null, reason: "actual_is_bound" };
}

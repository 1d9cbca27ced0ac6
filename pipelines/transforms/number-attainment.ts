/**
 * How far a number attains another: in one unit, on the side that the target's sign names, by cross-multiplication.
 */
import type { Decimal } from "../../loaders/form/decimal.ts";
import type { Operator, Quantity, Range, Ratio, Unit } from "./expression.ts";
import { type Fraction, fraction, ONE } from "./fraction.ts";
import { type Attainment, known, type Reason, said, unknown } from "./judgement.ts";
import { comparableUnit, parseUnit } from "./units.ts";

/** Which side of a target without a sign is the better one; null where that is not known. */
export type Better = "more" | "less" | null;

/** Without a sign, one ratio is as good as another; only the same is known to be attained. */
export function ofRatios(target: Ratio, actual: Ratio): Attainment {
  return compare(
    { value: target.left * actual.right, operator: target.operator },
    { value: actual.left * target.right, operator: actual.operator },
    isBound(target.operator) ? sideOf(target.operator, null) : null,
  );
}

/** Compares two numbers, in the target's unit. */
export function ofQuantities(target: Quantity, printed: Quantity, better: Better): Attainment {
  const actual = inTermsOf(target, asPersonTimes(printed, target));
  if (actual === null) return unknown("units_differ");
  const pair = inOneUnit(target, actual);
  if ("reason" in pair) return unknown(pair.reason);
  return compare(
    { value: target.value * pair.targetFactor, operator: target.operator },
    { value: actual.value * pair.actualFactor, operator: actual.operator },
    target.value === 0n && !isBound(target.operator)
      ? "ceiling"
      : sideOf(target.operator, better ?? betterOf(target)),
  );
}

/** From this share on, in percent, a share is one to be reached: nobody aims at half of something bad. */
const LEAST_SHARE_TO_REACH: Decimal = 50_000_000n;

/** Which side is better by what is measured, where the headings do not say: a share done in time, a term of working days. */
function betterOf({ value, unit }: Quantity): Better {
  if (unit?.measure === "%" && value >= LEAST_SHARE_TO_REACH) return "more";
  return unit?.measure === "工作日" ? "less" : null;
}

/** Past this quotient a bare number was meant in another unit: 500000元 and 50, 5万人次 and 50000. */
const OTHER_UNIT = 1000n;

/**
 * The actual in the target's terms, where it leaves them out: `450元` beside `≤450元/人·天`, `4次` beside `每年4次`. Null where what it
 * leaves out could be something else.
 */
function inTermsOf(target: Quantity, actual: Quantity): Quantity | null {
  if (actual.unit === null) return isInOtherUnit(target, actual) ? null : actual;
  if (target.unit === null || !target.unit.measure.startsWith(`${actual.unit.measure}/`)) return actual;
  const each = target.unit.text.slice(target.unit.text.indexOf("/"));
  const stated = { ...actual, unit: parseUnit(actual.unit.text + each) };
  const isOfTheYear = target.unit.measure === `${actual.unit.measure}/年`;
  if (isOfTheYear) return /^\/年度?$/.test(each) ? stated : null;
  // One total for all persons would be far from what each of them is to get.
  const pair = inOneUnit(target, stated);
  if ("reason" in pair) return null;
  const [aim, answer] = [target.value * pair.targetFactor, actual.value * pair.actualFactor];
  return answer * 2n >= aim && answer <= aim * 2n ? stated : null;
}

/** Money is printed in 元 or 万元, a large count with 万 or without: a bare number leaves that open. */
function isInOtherUnit(target: Quantity, actual: Quantity): boolean {
  const mayBeScaled = target.unit !== null && (target.unit.measure === "元" || target.unit.multiplier > 1n);
  if (!mayBeScaled || target.value <= 0n || actual.value <= 0n) return false;
  return actual.value >= OTHER_UNIT * target.value || target.value >= OTHER_UNIT * actual.value;
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

/** Compares a number with a range: attained between its ends, measured from the nearer one outside. */
export function ofRange(target: Range, actual: Quantity): Attainment {
  const pair = inOneUnit(target, actual);
  if ("reason" in pair) return unknown(pair.reason);
  const value = actual.value * pair.actualFactor;
  const [low, high] = [target.low * pair.targetFactor, target.high * pair.targetFactor];
  if (isBound(actual.operator)) return unknown("actual_is_bound");
  if (value < low || (value === low && target.without?.includes("low")))
    return known(false, positive(fraction(value, low), low));
  if (value > high || (value === high && target.without?.includes("high")))
    return known(false, positive(fraction(high, value), high));
  return said(true);
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

/** An actual that is itself a bound decides what lies wholly on one side of it: 95%以上 is more than 90%. */
function ofBound(target: Bounded, actual: Bounded, side: Side): Attainment {
  const isStrict = (operator: Operator | null) => operator === ">" || operator === "<";
  const upward = actual.operator === "≥" || actual.operator === ">";
  const downward = actual.operator === "≤" || actual.operator === "<";
  const above = actual.value - target.value;
  const needed = isStrict(target.operator) && !isStrict(actual.operator) ? 1n : 0n;
  const isAttained =
    (side === "floor" && upward && above >= needed) || (side === "ceiling" && downward && -above >= needed);
  const isMissed =
    (side === "floor" && downward && above < 0n) || (side === "ceiling" && upward && above > 0n);
  return {
    attained: isAttained ? true : isMissed ? false : null,
    attainment: null,
    reason: "actual_is_bound",
  };
}

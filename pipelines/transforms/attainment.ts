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
import { orderOf } from "./dates.ts";
import type { Actual, DateSpan, Day, Measure, Quantity, Target, Trend, Words } from "./expression.ts";
import { least } from "./fraction.ts";
import { type Attainment, known, said, unknown } from "./judgement.ts";
import { type Better, ofQuantities, ofRange, ofRatios } from "./number-attainment.ts";
import { parseUnit } from "./units.ts";
import { isNearlyAttained } from "./verdict.ts";
import { asksForAll, asksForNone, saysNone } from "./word-answers.ts";

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

/** What 全覆盖, 全部完成 and the like ask for. */
const ALL_OF_IT: Quantity = { kind: "quantity", operator: null, value: 100_000_000n, unit: parseUnit("%") };

/** Compares an actual with its target; verdicts and words are judged in `indicator-value.ts`. */
export function attainmentOf(target: Target, actual: Actual, circumstances: Circumstances): Attainment {
  if (target.kind === "empty") return unknown("no_target");
  if (actual.kind === "empty") return unknown("no_actual");
  // Whatever it means, it was answered word by word.
  if (target.kind === "unparsed" && actual.kind === "unparsed" && target.text === actual.text)
    return said(true);
  if (target.kind === "unparsed") return unknown("target_unparsed");
  if (actual.kind === "unparsed") return unknown("actual_unparsed");
  if (actual.kind === "words" && isNearlyAttained(actual.text)) return unknown("nearly_attained");
  if (target.kind === "several" || actual.kind === "several") return ofSeveral(target, actual, circumstances);
  if (target.kind === "words" && actual.kind === "quantity") return ofWordsInNumbers(target, actual);
  if (target.kind === "quantity" && actual.kind === "words" && target.value === 0n && saysNone(actual.text))
    return said(true);
  if (target.kind === "words" || actual.kind === "words" || actual.kind === "verdict")
    return unknown("answers_otherwise");
  return ofMeasures(target, actual, circumstances);
}

/** 零事故 asks for a number, 全覆盖 for all there is; other words for neither. */
function ofWordsInNumbers(target: Words, actual: Quantity): Attainment {
  if (asksForNone(target.text)) return said(actual.value === 0n && actual.operator === null);
  const isShare = actual.unit?.measure === "%";
  return isShare && asksForAll(target.text)
    ? ofQuantities(ALL_OF_IT, actual, "more")
    : unknown("answers_otherwise");
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
  if (actual.kind === "trend") return ofGrowth(target, actual);
  if (target.kind === "ratio" || actual.kind === "ratio")
    return target.kind === "ratio" && actual.kind === "ratio"
      ? ofRatios(target, actual)
      : unknown("answers_otherwise");
  if (actual.kind === "range") return unknown("actual_is_bound");
  return target.kind === "range"
    ? ofRange(target, actual)
    : ofQuantities(target, actual, circumstances.better);
}

/** More of the movement is better, whichever way it goes. */
function ofTrend(target: Trend, actual: Exclude<Measure, DateSpan>): Attainment {
  const amount = actual.kind === "trend" ? actual.amount : actual;
  if (actual.kind === "trend" && actual.direction !== target.direction) return said(false);
  if (target.amount === null) return actual.kind === "trend" ? said(true) : unknown("answers_otherwise");
  if (amount === null || amount.kind === "ratio") return unknown("answers_otherwise");
  return ofMeasures(target.amount, amount, { better: "more", fiscalYear: null });
}

/** From this share on, in percent, a target is a level to be reached: nobody aims at growing by so much. */
const LEAST_LEVEL = 50_000_000n;

/** A rate of growth that is aimed at (`≥5%`) and told as a movement (`增长6%`). */
function ofGrowth(target: Exclude<Measure, DateSpan | Trend>, actual: Trend): Attainment {
  const isFloor = target.kind === "quantity" && (target.operator === "≥" || target.operator === ">");
  const isShare = target.kind === "quantity" && target.unit?.measure === "%" && target.value < LEAST_LEVEL;
  return isFloor && isShare && actual.direction === "up" && actual.amount?.kind === "quantity"
    ? ofQuantities(target, actual.amount, "more")
    : unknown("answers_otherwise");
}

/**
 * A deadline is kept by what was done on its day at the latest. Where the deadline or the actual is a longer time
 * (`12月前`, `2024年12月`) the answer is given only if it is the same for each of its days.
 */
function ofDates(target: DateSpan, actual: DateSpan, { fiscalYear }: Circumstances): Attainment {
  const inYear = (day: Day): Day => ({ year: day.year ?? fiscalYear, month: day.month, day: day.day });
  const earliest = inYear(target.before ? target.from : target.to);
  const latest = inYear(target.to);
  const from = inYear(actual.from);
  const to = inYear(actual.to);
  if ((earliest.year === null) !== (to.year === null)) return unknown("dates_overlap");
  if (orderOf(to, earliest) <= 0) return said(true);
  if (!actual.before && orderOf(from, latest) > 0)
    return { attained: false, attainment: null, reason: "no_ratio" };
  return unknown("dates_overlap");
}

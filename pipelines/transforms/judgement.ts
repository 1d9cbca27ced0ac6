/**
 * What a comparison of an actual with its target comes to, and why it may come to nothing.
 */
import { type Fraction, ONE, ZERO } from "./fraction.ts";

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
  /** The actual is 基本完成: which of the three outcomes that is, no document says. */
  | "nearly_attained"
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

/** Nothing can be said. */
export function unknown(reason: Reason): Attainment {
  return { attained: null, attainment: null, reason };
}

/** Attained or not; without a ratio where there is none to take. */
export function known(attained: boolean, attainment: Fraction | null): Attainment {
  return { attained, attainment, reason: attainment === null ? "no_ratio" : null };
}

/** Attained or not, where there is no ratio to take: 1 or 0. */
export function said(attained: boolean): Attainment {
  return known(attained, attained ? ONE : ZERO);
}

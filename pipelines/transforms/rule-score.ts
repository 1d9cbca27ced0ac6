/**
 * The score that the rule gives an indicator: 财预〔2020〕10号 项目支出绩效评价管理办法, on 单位自评.
 *
 * - Quantitative, target met: the full weight.
 * - Quantitative, not met: weight × actual ÷ target (for ceilings × target ÷ actual), not below 0. A target that excludes its
 *   own number (`>95%`) is not met by that number, and the quotient is 1 all the same: the document scores by the quotient.
 * - Quantitative, far above the target because the target was set low: the weight reduced by the degree of deviation.
 *   Neither the reason nor the amount can be read from a form, so the rule allows every score from weight ÷ attainment
 *   to the full weight.
 * - Qualitative: 达成 100–80 % of the weight (80 included), 部分达成 80–60 % (60 included), 未达成 60–0 %.
 *
 * A band is not one number. Where the rule allows a band, the rule's score is the score in it that is nearest to the
 * unit's own: the own score itself where it lies in the band, else the end of the band that it passed. So own score minus
 * rule score is always exactly what the rule does not allow, and 0 where the unit kept to it; a band and an own score that
 * is missing give none. The ends of the band are given beside it.
 */
import type { Decimal } from "../../loaders/form/decimal.ts";
import type { Outcome } from "./expression.ts";
import { type Fraction, fraction, isLess, ONE, times, ZERO } from "./fraction.ts";

/** The scores that the rule allows, in points. */
export interface ScoreBand {
  low: Decimal;
  high: Decimal;
}

/** Shares of the weight, in percent. */
const BANDS: Readonly<Record<Outcome, readonly [low: bigint, high: bigint]>> = {
  attained: [80n, 100n],
  partly_attained: [60n, 80n],
  not_attained: [0n, 60n],
};

/** The scores that the rule allows for a verdict on a qualitative indicator. */
export function bandOfOutcome(weight: Decimal, outcome: Outcome): ScoreBand {
  const [low, high] = BANDS[outcome];
  return { low: (weight * low) / 100n, high: (weight * high) / 100n };
}

/**
 * The scores that the rule allows for a quantitative indicator; null where the rule needs a ratio and there is none.
 *
 * @param overAttainedAbove the attainment above which a target may have been set low, as a fraction of it
 */
export function bandOfAttainment(
  weight: Decimal,
  attained: boolean | null,
  attainment: Fraction | null,
  overAttainedAbove: Fraction,
): ScoreBand | null {
  if (attained === null) return null;
  if (attained) {
    const isFarAbove = attainment !== null && isLess(overAttainedAbove, attainment);
    const inverse = isFarAbove ? fraction(attainment.denominator, attainment.numerator)! : ONE;
    return { low: times(weight, inverse), high: weight };
  }
  if (attainment === null) return null;
  const share = isLess(attainment, ZERO) ? ZERO : isLess(ONE, attainment) ? ONE : attainment;
  const score = times(weight, share);
  return { low: score, high: score };
}

/** The score in a band that is nearest to the unit's own; the band's one score where it allows only one. */
export function ruleScore({ low, high }: ScoreBand, own: Decimal | null): Decimal | null {
  if (low === high) return low;
  if (own === null) return null;
  return own < low ? low : own > high ? high : own;
}

/**
 * The arithmetic of the form (勾稽关系), as the instrument that chooses between readings.
 *
 * Printed figures are rounded, so each rule holds within the interval that the roundings allow, never within an
 * epsilon: a figure printed with two decimals stands for anything within ±0.005.
 */
import type { Decimal } from "./decimal.ts";
import { decimal } from "./decimal.ts";

const HUNDRED = decimal(100);
/** Half of the last printed place, in millionths, for 0 to 6 places. */
const HALF_PLACE = [500_000n, 50_000n, 5_000n, 500n, 50n, 5n, 1n];
/** A rate printed with two decimals, cut off or rounded: up to one place below, half a place above. */
const RATE_PLACE = 10_000n;

/** Total = sum of its sources, as far as the rounding of each addend allows. */
export function addsUp(total: Decimal, addends: readonly Decimal[], places: number): boolean {
  let sum = 0n;
  for (const addend of addends) sum += addend;
  if (sum === total) return true;
  const difference = total > sum ? total - sum : sum - total;
  return difference <= (HALF_PLACE[places] ?? 1n) * BigInt(addends.length + 1);
}

/**
 * execution_rate = executed / adjusted_budget × 100, cut off or rounded to two decimals; 0/0 is printed 0, 100 or nothing.
 * @param places decimals that the amounts are printed with
 */
export function rateFits(rate: Decimal, executed: Decimal, adjusted: Decimal, places: number): boolean {
  if (adjusted <= 0n) return rate === 0n || rate === HUNDRED;
  const half = HALF_PLACE[places] ?? 1n;
  const least = executed > half ? ((executed - half) * HUNDRED) / (adjusted + half) : 0n;
  const most = adjusted > half ? ((executed + half) * HUNDRED) / (adjusted - half) : rate;
  return rate >= least - RATE_PLACE && rate <= most + RATE_PLACE / 2n;
}

/** How far a share is printed from the one that the amounts give, where it is that share. */
const SHARE_OFF = 10_000n;
const ONE = decimal(1);

/**
 * An execution rate in %, also where it is printed as a share of one: `0.9983` for 99.83 %. Null where neither is what the
 * amounts give, or there are none, and the figure could be both.
 */
export function rateInPercent(
  rate: Decimal,
  executed: Decimal | null,
  adjusted: Decimal | null,
  places: number,
): Decimal | null {
  if (rate > ONE || rate <= 0n) return rate;
  if (executed === null || adjusted === null || adjusted <= 0n) return null;
  if (rateFits(rate, executed, adjusted, places)) return rate;
  const off = rate - (executed * ONE) / adjusted;
  return off <= SHARE_OFF && off >= -SHARE_OFF ? rate * 100n : null;
}

/** Execution score = weight × rate, rounded or cut off to the places that it is printed with. */
export function executionScoreFits(score: Decimal, weight: Decimal, rate: Decimal): boolean {
  const exact = (weight * rate) / HUNDRED;
  const capped = exact > weight ? weight : exact;
  const difference = score > capped ? score - capped : capped - score;
  return difference <= RATE_PLACE;
}

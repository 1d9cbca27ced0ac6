/**
 * How numbers are written in a briefing. They arrive as decimal text and are rounded as decimals, half away from zero.
 */
import { type Decimal, decimal, parseDecimal } from "../../loaders/form/decimal.ts";

/** Amounts from here on, in 万元, are told in 亿元: 100,000 万元. */
const TOLD_IN_YI = decimal(100_000);
const WAN_IN_YI = 10_000n;
const MINUS = "−";

/** `1,465.28`: two decimals, thousands separated. */
export function fixed(value: Decimal, places = 2): string {
  const unit = 10n ** BigInt(6 - places);
  const magnitude = value < 0n ? -value : value;
  const rounded = (magnitude + unit / 2n) / unit;
  const scale = 10n ** BigInt(places);
  const whole = (rounded / scale).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = places === 0 ? "" : `.${(rounded % scale).toString().padStart(places, "0")}`;
  return `${value < 0n && rounded > 0n ? MINUS : ""}${whole}${fraction}`;
}

/** An amount as a sentence tells it: `1,465.28万元`, `12.35亿元`. */
export function amountText(wan: Decimal): string {
  const magnitude = wan < 0n ? -wan : wan;
  return magnitude < TOLD_IN_YI ? `${fixed(wan)}万元` : `${fixed(wan / WAN_IN_YI)}亿元`;
}

/** The value of a number that a mart holds. */
export function decimalOf(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a number: ${text}`);
  return value;
}

export function absolute(value: Decimal): Decimal {
  return value < 0n ? -value : value;
}

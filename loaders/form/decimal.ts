/**
 * Amounts, weights, scores and rates as fixed-point integers: a `Decimal` counts millionths, so `1465.28` is
 * `1465280000n`. Six places hold the finest figures that forms print (元 stated in 万元 to the cent).
 * Sums and comparisons are the ordinary bigint operators.
 */
export type Decimal = bigint;

const PLACES = 6;
const ONE: Decimal = 10n ** BigInt(PLACES);
const PLAIN = /^([+-]?)(\d+)(?:\.(\d{1,6}))?$/;

/** The fixed-point value of a plain number such as `-1465.28`; null for anything else, never a guess. */
export function parseDecimal(text: string): Decimal | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const magnitude = BigInt(match[2]! + (match[3] ?? "").padEnd(PLACES, "0"));
  return match[1] === "-" ? -magnitude : magnitude;
}

/** The plain text of a value, with at least `minPlaces` decimals: `1465.28`, never `1465.280000` or an exponent. */
export function formatDecimal(value: Decimal, minPlaces = 2): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % ONE).toString().padStart(PLACES, "0");
  let places = PLACES;
  while (places > minPlaces && fraction[places - 1] === "0") places--;
  const whole = (value < 0n ? "-" : "") + (magnitude / ONE).toString();
  return places === 0 ? whole : `${whole}.${fraction.slice(0, places)}`;
}

/** A whole number as a `Decimal`. */
export function decimal(whole: number): Decimal {
  return BigInt(whole) * ONE;
}

/** Division truncated towards zero at six places; null for a division by zero. */
export function divide(numerator: Decimal, denominator: Decimal): Decimal | null {
  return denominator === 0n ? null : (numerator * ONE) / denominator;
}

/**
 * Quotients kept whole until they are written: 2 of 3 is 2/3, so that two thirds of 30 points are 20, not 19.99998.
 */
import { type Decimal, decimal } from "../../loaders/form/decimal.ts";

/** `numerator` ÷ `denominator`; the denominator is positive. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

export const ONE: Fraction = { numerator: 1n, denominator: 1n };
export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** The quotient of two integers; null for a division by zero. */
export function fraction(numerator: bigint, denominator: bigint): Fraction | null {
  if (denominator === 0n) return null;
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

export function isLess(one: Fraction, other: Fraction): boolean {
  return one.numerator * other.denominator < other.numerator * one.denominator;
}

export function least(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((lowest, each) => (isLess(each, lowest) ? each : lowest));
}

/** A decimal times a fraction, rounded half away from zero at six places. */
export function times(value: Decimal, { numerator, denominator }: Fraction): Decimal {
  const product = value * numerator;
  const half = product < 0n ? -denominator : denominator;
  return (2n * product + half) / (2n * denominator);
}

/** The value of a fraction, rounded half away from zero at six places. */
export function toDecimal(quotient: Fraction): Decimal {
  return times(decimal(1), quotient);
}

/**
 * Changes to a made form that leave it whole: what follows from the changed cells follows again.
 */
import { type Decimal, formatDecimal } from "../../form/decimal.ts";
import type { Chance } from "../chance.ts";
import { reasonText } from "../corpus/texts.ts";
import {
  type Amounts,
  floorToHundredth,
  hundredths,
  rated,
  roundedToHundredth,
  type TrueForm,
  type TrueIndicator,
  wholeForm,
} from "../true-form.ts";

/** 100 %, in hundredths. */
export const WHOLE_SHARE = 10_000;

const NUMBER = /\d+(?:\.\d+)?/;
const SIGN = /^[≥≤=]|^不低于|^不超过|^(?=\d)/;

/** The form with other rows of indicators; its scores follow. */
export function withIndicators(form: TrueForm, indicators: TrueIndicator[]): TrueForm {
  return rated({ ...form, indicators });
}

/** The form with one indicator changed; its scores follow. */
export function withIndicator(form: TrueForm, at: number, change: Partial<TrueIndicator>): TrueForm {
  return withIndicators(
    form,
    form.indicators.map((row, index) => (index === at ? { ...row, ...change } : row)),
  );
}

/** The three sources of a form. */
export function sourcesOf(form: TrueForm): readonly [Amounts, Amounts, Amounts] {
  const [, own, carried, others] = form.funding;
  return [own!, carried!, others!];
}

/** The form with other money, also where its texts tell of it. */
export function withSources(form: TrueForm, sources: readonly [Amounts, Amounts, Amounts]): TrueForm {
  const before = form.funding[0]!;
  const changed = wholeForm({ ...form, sources });
  const after = changed.funding[0]!;
  const retold = (text: string): string =>
    [
      [before.adjusted, after.adjusted],
      [before.executed, after.executed],
    ].reduce((told, [old, now]) => withAmount(told, old!, now!), text);
  const indicators = changed.indicators.map((row) =>
    row.name.endsWith("项目总成本")
      ? {
          ...row,
          target: retold(row.target),
          actual: withAmount(row.actual, before.executed, after.executed),
        }
      : row,
  );
  const spent = (value: Decimal): string => `全年支出${formatDecimal(value)}万元`;
  const actualOutcome = form.actualOutcome.replace(spent(before.executed), spent(after.executed));
  return rated({ ...changed, indicators, actualOutcome });
}

/** The form with only its own appropriation changed. */
export function withAppropriation(form: TrueForm, change: (amounts: Amounts) => Amounts): TrueForm {
  const [own, carried, others] = sourcesOf(form);
  return withSources(form, [change(own), carried, others]);
}

/** The form of which so many thousandths of every source were spent. */
export function withRate(form: TrueForm, thousandths: number): TrueForm {
  const [own, carried, others] = sourcesOf(form).map((row) => ({
    ...row,
    executed: share(row.adjusted, thousandths),
  }));
  return withSources(form, [own!, carried!, others!]);
}

/** So many thousandths of an amount, in whole hundredths. */
export function share(amount: Decimal, thousandths: number): Decimal {
  return roundedToHundredth((amount * BigInt(thousandths)) / 1000n);
}

function withAmount(text: string, old: Decimal, now: Decimal): string {
  for (const places of [2, 0]) {
    const printed = formatDecimal(old, places);
    if (text.match(NUMBER)?.[0] === printed) return text.replace(printed, formatDecimal(now, places));
  }
  return text;
}

/** The number of a target or an actual in hundredths; null where it has none, or is a day or a frequency. */
export function numberIn(text: string): number | null {
  const match = /^(?:[≥≤=]|不低于|不超过)?(\d+(?:\.\d+)?)(?:\([^)]+\)|[^\d]+)$/.exec(text);
  return match ? Math.round(Number(match[1]) * 100) : null;
}

/** The same text with another number. */
export function withNumber(text: string, value: number): string {
  const places = /\d\.\d\d\(/.test(text) ? 2 : 0;
  return text.replace(NUMBER, formatDecimal(hundredths(value), places));
}

/** The actual in the target's own words: just what was asked for. */
export function justMet(row: TrueIndicator): TrueIndicator {
  const number = numberIn(row.target);
  if (number !== null) return { ...row, actual: row.target.replace(SIGN, ""), score: row.weight, reason: "" };
  const actual = row.actual.replace(/^(?:部分|未)达成(预期)?指标.*$/, "达成$1指标");
  return { ...row, actual, score: row.weight, reason: "" };
}

/** The form with all that was missed just met. */
export function withNothingMissed(form: TrueForm): TrueForm {
  return withIndicators(
    form,
    form.indicators.map((row) => (row.score < row.weight ? justMet(row) : row)),
  );
}

/** Of a weight, in hundredths, what a verdict of 达成 must be given at the least. */
const LEAST_OF_ATTAINED = 80;

/**
 * The form with so many points in all: what is too much is taken from what was attained by a verdict, as far as the rule
 * leaves it to the unit. Null where it does not reach.
 */
export function loweredTo(form: TrueForm, total: Decimal, chance: Chance): TrueForm | null {
  let left = form.totalScore - total;
  const indicators = form.indicators.map((row) => {
    const isVerdict = /^达成(?:预期)?指标$/.test(row.actual) && row.score === row.weight;
    if (!isVerdict || left <= 0n) return row;
    const most = row.weight - roundedUpToHundredth((row.weight * BigInt(LEAST_OF_ATTAINED)) / 100n);
    const taken = smaller(most, left);
    left -= taken;
    const reason = taken > 0n ? reasonText(row.name, form.year, chance) : row.reason;
    return { ...row, score: row.score - taken, reason };
  });
  return left === 0n ? withIndicators(form, indicators) : null;
}

export function smaller(one: Decimal, other: Decimal): Decimal {
  if (one < other) return one;
  return other;
}

function roundedUpToHundredth(value: Decimal): Decimal {
  return floorToHundredth(value + 9_999n);
}

/** The places of the indicators for which something holds. */
export function placesOf(form: TrueForm, holds: (row: TrueIndicator) => boolean): number[] {
  return form.indicators.flatMap((row, index) => (holds(row) ? [index] : []));
}

/** Missed with a number on both sides. */
export function isMissedNumber(row: TrueIndicator): boolean {
  return row.score < row.weight && numberIn(row.target) !== null && numberIn(row.actual) !== null;
}

/** A count or an amount of which more is better, and that is no share. */
export function isCount(row: TrueIndicator): boolean {
  return /^(?:≥|不低于)/.test(row.target) && !row.target.includes("%") && numberIn(row.target) !== null;
}

export function isSatisfaction(row: TrueIndicator): boolean {
  return row.level1 === "满意度指标";
}

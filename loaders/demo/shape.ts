/**
 * The shapes that targets have, and what a year makes of them: a target, an actual, and the share of it that was reached.
 */
import { type Decimal, formatDecimal } from "../form/decimal.ts";
import { between, type Chance, happens, oneOf } from "./chance.ts";
import { hundredths } from "./true-form.ts";

/** A target's shape. Numbers in hundredths. */
export type Shape =
  | { kind: "number"; sign: "≥" | "=" | "≤"; unit: string; target: number }
  /** A number that is the project's own budget. */
  | { kind: "budget"; unit: string }
  | { kind: "word"; word: string }
  /** By the end of a month. */
  | { kind: "date"; month: number }
  | { kind: "frequency"; text: string };

/** How offices write a number: `≥90.00(%)`, `≥90%`, `不低于90%`. */
export const NUMBER_STYLES = ["parenthesised", "plain", "words"] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** What became of an indicator in a year. */
export type Fate = "met" | "exceeded" | "missed" | "failed";

/** A year of an indicator, as printed. */
export interface Outcome {
  target: string;
  actual: string;
  /** Of the weight, by the rules: as a fraction. */
  earned: readonly [numerator: bigint, denominator: bigint];
}

const NUMBER = /^([≥=≤])(\S+) (\d+)-(\d+)$/;
const FREQUENCIES = ["每季度1次", "每月1次", "每月2次", "每半年1次"];
const WORDS_FOR = { "≥": "不低于", "=": "", "≤": "不超过" } as const;

/** Chooses the shape of one indicator from how its idea is written (`kinds.ts`). */
export function chooseShape(written: string, chance: Chance): Shape {
  if (written === "@date") return { kind: "date", month: between(chance, 9, 12) };
  if (written === "@each") return { kind: "frequency", text: oneOf(chance, FREQUENCIES) };
  if (written === "=100%") return { kind: "number", sign: "=", unit: "%", target: 10_000 };
  if (written.endsWith("@budget"))
    return { kind: "budget", unit: written.slice(1, -"@budget".length).trim() };
  const number = NUMBER.exec(written);
  if (!number) return { kind: "word", word: oneOf(chance, written.split("|")) };
  const target = between(chance, Number(number[3]), Number(number[4]));
  return { kind: "number", sign: number[1] as "≥", unit: number[2]!, target: target * 100 };
}

/** Whether a shape can be missed, by how much can be said, and the miss stay inside the year. */
export function canBeMissed(shape: Shape): boolean {
  if (shape.kind === "word") return true;
  return shape.kind === "number" && shape.sign !== "≤" && shape.target >= 200;
}

/** What a target of this shape comes to in a year; `next` is the shape that the year after begins with. */
export function outcomeOf(
  shape: Shape,
  fate: Fate,
  { year, style, chance }: { year: number; style: NumberStyle; chance: Chance },
): Outcome & { next: Shape } {
  switch (shape.kind) {
    case "number":
      return numberOutcome(shape, fate, style, chance);
    case "word":
      return { ...wordOutcome(shape.word, fate, style), next: shape };
    case "date": {
      const day = `${year}年${between(chance, 6, shape.month)}月${between(chance, 1, 25)}日`;
      return { target: `${year}年${shape.month}月底前`, actual: day, earned: [1n, 1n], next: shape };
    }
    case "frequency":
      return { target: shape.text, actual: shape.text, earned: [1n, 1n], next: shape };
    case "budget":
      throw new Error("a budget is known to the form only");
  }
}

function numberOutcome(
  shape: Extract<Shape, { kind: "number" }>,
  fate: Fate,
  style: NumberStyle,
  chance: Chance,
): Outcome & { next: Shape } {
  const { sign, unit, target } = shape;
  const reached = reachedNumber(shape, fate, chance);
  const missed = sign !== "≤" && reached < target;
  return {
    target: printNumber(target, unit, style, sign),
    actual: printNumber(reached, unit, style === "words" ? "plain" : style, ""),
    earned: missed ? [BigInt(reached), BigInt(target)] : [1n, 1n],
    // Who has done more is asked for as much the year after.
    next: { ...shape, target: sign === "≥" ? Math.max(target, reached) : target },
  };
}

/** Counts are whole, shares have hundredths. */
function reachedNumber(
  { sign, unit, target }: Extract<Shape, { kind: "number" }>,
  fate: Fate,
  chance: Chance,
): number {
  const whole = unit === "%" ? 1 : 100;
  const part = (percent: number): number => Math.floor((target * percent) / 100 / whole) * whole;
  if (fate === "missed" || fate === "failed") {
    const share = fate === "missed" ? between(chance, 70, 94) : between(chance, 20, 50);
    return Math.min(target - whole, Math.max(whole, part(share)));
  }
  if (sign === "≤") return part(between(chance, 60, 100));
  if (fate === "met" || sign === "=") return target;
  const more = Math.max(whole, part(between(chance, 1, 6)));
  return unit === "%" ? Math.min(10_000, target + Math.min(more, 250)) : target + more;
}

function wordOutcome(word: string, fate: Fate, style: NumberStyle): Outcome {
  const own = style === "parenthesised";
  if (fate === "missed") {
    const actual = own ? "部分达成指标" : "部分达成预期指标并具有一定效果";
    return { target: word, actual, earned: [7n, 10n] };
  }
  if (fate === "failed")
    return {
      target: word,
      actual: own ? "未达成指标且效果较差" : "未达成预期指标且效果较差",
      earned: [3n, 10n],
    };
  return { target: word, actual: own ? "达成指标" : "达成预期指标", earned: [1n, 1n] };
}

/** `≥90.00(%)`, `≥90%` or `不低于90%`; the sign may be none. */
export function printNumber(
  value: number,
  unit: string,
  style: NumberStyle,
  sign: keyof typeof WORDS_FOR | "",
): string {
  return printAmount(hundredths(value), unit, style, sign);
}

/** The same of an amount. */
export function printAmount(
  value: Decimal,
  unit: string,
  style: NumberStyle,
  sign: keyof typeof WORDS_FOR | "",
): string {
  if (style === "parenthesised") return `${sign}${formatDecimal(value)}(${unit})`;
  const number = `${formatDecimal(value, 0)}${unit}`;
  if (sign === "") return number;
  return style === "plain" ? `${sign}${number}` : `${WORDS_FOR[sign]}${number}`;
}

/** How far above its least a survey comes out: never just at it, and seldom far away. */
export function surveyed(target: number, chance: Chance): number {
  return Math.max(9_020, Math.min(9_960, target + between(chance, 30, 700)));
}

/** Whether an indicator does more than it must. */
export function choosesMore(chance: Chance): Fate {
  return happens(chance, 45) ? "exceeded" : "met";
}

/**
 * What a cell of 年度指标值 or 实际完成值 can say: the nouns of the grammar.
 *
 * A cell is read whole or not at all. What the grammar does not know stays the text it was (`unparsed`), to be counted
 * and listed; it is never guessed.
 */
import type { Decimal } from "../../loaders/form/decimal.ts";

/** How a number bounds what it is about. `≈` is 左右 and 约: how near is near enough is not said. */
export type Operator = "≥" | ">" | "=" | "≤" | "<" | "≈";

/** What a number counts or measures. */
export interface Unit {
  /** As printed, in half-width: `万元`, `人/次`, `次/季度`. */
  text: string;
  /** What is measured; only numbers of one measure compare: `元`, `%`, `人`, `次/年`. */
  measure: string;
  /** How many of the measure's smallest unit one of this unit is: 10000 for 万元, whose smallest is 元. */
  factor: bigint;
  /** The part of the factor that a multiplier before the unit contributes: 10000 for 万元, 1 for 公里. */
  multiplier: bigint;
}

/** A number: `≥90.00(%)`, `不少于3次`, `1200余人`. */
export interface Quantity {
  kind: "quantity";
  /** Null where the cell prints a bare number. */
  operator: Operator | null;
  value: Decimal;
  unit: Unit | null;
}

/** A number between two others: `90-95%`. */
export interface Range {
  kind: "range";
  low: Decimal;
  high: Decimal;
  unit: Unit | null;
  /** The ends that the range does not include: `大于90%小于95%`. Left out where it includes both. */
  without?: "low" | "high" | "low+high";
}

/** One number to another: `1:4`. */
export interface Ratio {
  kind: "ratio";
  operator: Operator | null;
  left: Decimal;
  right: Decimal;
}

/** A day; the year is null where the cell leaves it to the form's fiscal year. */
export interface Day {
  year: number | null;
  month: number;
  day: number;
}

/** A day, a longer time, or a deadline: `2024年12月底前`, `第三季度`, `6月`. */
export interface DateSpan {
  kind: "date";
  from: Day;
  to: Day;
  /** 前: by then at the latest. */
  before: boolean;
}

/** A movement: `较上年度增加`, `提升10%以上`, `持平`. */
export interface Trend {
  kind: "trend";
  direction: "up" | "down" | "level";
  /** How much, where the cell says so. */
  amount: Quantity | Range | null;
}

/** A single statement that numbers or dates are read from. */
export type Measure = Quantity | Range | Ratio | DateSpan | Trend;

/** Several statements in one cell: `≥3次；≥200人`. */
export interface Several {
  kind: "several";
  parts: readonly (Measure | Words)[];
}

/** Words without a number: `及时`, `健全`, `未超项目预算`. */
export interface Words {
  kind: "words";
  text: string;
}

/** The three outcomes that 财预〔2020〕10号 scores for qualitative indicators. */
export type Outcome = "attained" | "partly_attained" | "not_attained";

/** A judgement in place of a value: `达成指标`, `部分达成指标并具有一定效果`. */
export interface Verdict {
  kind: "verdict";
  outcome: Outcome;
}

/** Numbers or signs in an order that the grammar does not know. */
export interface Unparsed {
  kind: "unparsed";
  text: string;
}

/** Nothing, or a dash. */
export interface Empty {
  kind: "empty";
}

export type Target = Measure | Several | Words | Unparsed | Empty;
export type Actual = Target | Verdict;
export type Kind = Actual["kind"];

/**
 * What a form says once it is read: the nouns that readers, the warehouse and `explain` share.
 *
 * Every value keeps the place it was read from and, where the reader is not sure of it, a flag. A value without
 * a flag is what a careful person reads at that place.
 */
import type { Decimal } from "./decimal.ts";

/** Why a cell is not simply what stands in the source. The meanings are those of `cell_flags.csv`. */
export type FlagStatus =
  /** Text mended; the rules of the form or another place in the document support it. */
  | "repaired"
  /** A best reading that nothing confirms. */
  | "uncertain"
  /** The end or the beginning is lost. */
  | "truncated"
  /** Nothing was there. */
  | "missing"
  /** Read and dropped: noise, or a row read twice. */
  | "ghost";

/** A doubt about one value, said in Chinese to the person who will look at it. */
export interface Flag {
  status: FlagStatus;
  reason: string;
}

/** One value of a form with its way back to the source. */
export interface Reading<T> {
  value: T | null;
  /** 1-based line (or sheet row) of the file as received; null where nothing was there to read. */
  line: number | null;
  /** The cells the value was made of, verbatim, joined by `⇥`. */
  asRead: string;
  flag?: Flag;
}

/** The rows of money that the national form names. Other sources keep their printed Chinese label. */
export const KNOWN_SOURCES = ["total", "current_year_appropriation", "carry_over", "other_funds"] as const;
export type KnownSource = (typeof KNOWN_SOURCES)[number];

/** One row of 项目资金. Amounts in 万元, points for weight and score, % for the rate. */
export interface FundingRow {
  /** A known source, or the label as printed. */
  source: KnownSource | (string & {});
  /** The label as printed. */
  label: string;
  line: number;
  initialBudget: Reading<Decimal>;
  adjustedBudget: Reading<Decimal>;
  /** What had come in by the end of the year (到位数), where the form has a column for it. */
  received: Reading<Decimal>;
  executed: Reading<Decimal>;
  weight: Reading<Decimal>;
  executionRate: Reading<Decimal>;
  score: Reading<Decimal>;
}

/** One indicator row. `level1` and `level2` in full words, `weight` and `score` in points. */
export interface Indicator {
  /** 1-based, in the form's order. */
  seq: number;
  line: number;
  /** Last line that a piece of this row was read from. */
  lastLine: number;
  level1: Reading<string>;
  level2: Reading<string>;
  name: Reading<string>;
  target: Reading<string>;
  actual: Reading<string>;
  weight: Reading<Decimal>;
  score: Reading<Decimal>;
  deviationReason: Reading<string>;
}

/** Something that was read and left out of the form: a row read twice, noise beside a cell. */
export interface Ghost {
  record: "form" | "funding" | "indicator";
  /** The row it was found with: an indicator's seq, a source, or "" for the form. */
  seq: string;
  field: string;
  line: number;
  asRead: string;
  reason: string;
}

export type FormType = "project" | "transfer" | "overall";
export type Rating = "优" | "良" | "中" | "差";

/** One project, one implementing unit, one fiscal year. */
export interface Form {
  /** 1-based position in the document. */
  ordinal: number;
  firstLine: number;
  lastLine: number;
  formType: FormType;
  fiscalYear: Reading<number>;
  projectName: Reading<string>;
  department: Reading<string>;
  implementingUnit: Reading<string>;
  /** The unit that the amounts are printed in; the readings above are in 万元 whatever it is. */
  amountUnit: "元" | "万元" | "亿元";
  funding: FundingRow[];
  expectedGoal: Reading<string>;
  actualOutcome: Reading<string>;
  indicators: Indicator[];
  totalWeight: Reading<Decimal>;
  totalScore: Reading<Decimal>;
  rating: Reading<Rating>;
  /** Σ weight of the indicators + weight of execution = the printed sum of weights; null where it cannot be said. */
  weightsSumOk: boolean | null;
  /** Σ score of the indicators + score of execution = total score; null where it cannot be said. */
  scoresSumOk: boolean | null;
  ghosts: Ghost[];
}

/** A cell that asks for attention, flat, as it goes to `raw.cell_flags`. */
export interface CellFlag {
  record: "form" | "funding" | "indicator";
  /** The indicator's seq, the source's name, or "" for the form itself. */
  seq: string;
  field: string;
  status: FlagStatus;
  asRead: string;
  value: string | null;
  reason: string;
  line: number | null;
}

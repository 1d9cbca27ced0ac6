/** Rows about indicators, as pages receive them. */
import type { FormNames } from "../measures.js";

/** Indicators of a year or a department, all of them or those of a level. */
export interface LevelRow {
  depth: "all" | "level1" | "level2";
  level1: string | null;
  level2: string | null;
  forms: number;
  indicators: number;
  judged_indicators: number;
  attained_indicators: number;
  lost_indicators: number;
  weight: string | null;
  score: string | null;
  attained_share: string | null;
  score_rate: string | null;
  rule_gap: string | null;
  doubtful_indicators: number;
}

/** Why an indicator looks as if it could not fail: `mart.indicator_signals` says how each is told. */
export type Signal = "exact" | "over" | "shrunk";

export interface SignalCount {
  signal: Signal;
  indicators: number;
  forms: number;
  weight: string | null;
  doubtful_indicators: number;
}

/** An indicator with a sign. */
export interface SignalRow extends FormNames {
  signal: Signal;
  form_id: string;
  seq: number;
  level1: string | null;
  name: string | null;
  target: string | null;
  actual: string | null;
  weight: string | null;
  score: string | null;
  /** In percent; of what, depends on the sign. */
  measured: string | null;
  line: number;
  doubtful: boolean;
  /** Its place among all with the sign. */
  place: number;
}

/** Signs that a page lists where no level is picked. */
const LISTED = 100;

/** The rows of a sign: the first of all, or those of the level that is picked. */
export function signalRows(rows: SignalRow[], signal: Signal, level1: string | undefined): SignalRow[] {
  return rows.filter(
    (row) => row.signal === signal && (level1 === undefined ? row.place <= LISTED : row.level1 === level1),
  );
}

/** Indicators of one name. */
export interface NameRow {
  name: string;
  forms: number;
  units: number;
  indicators: number;
  judged_indicators: number;
  attained_indicators: number;
  lost_indicators: number;
  /** Of the forms of the year or the department, in percent. */
  share_of_forms: string | null;
}

/** What of an indicator a text is. */
export type TextField = "name" | "target" | "actual" | "deviation_reason";

/** A text to be found, and files of the indicators that carry it: all of them, or the first where they are many. */
export interface TextPlace {
  field: TextField;
  text: string;
  files: string[];
  indicators: number;
  forms: number;
}

/** An indicator as printed. */
export interface IndicatorText extends FormNames {
  name: string | null;
  form_id: string;
  department: string | null;
  level1: string | null;
  target: string | null;
  actual: string | null;
  weight: string | null;
  score: string | null;
  deviation_reason: string | null;
  line: number;
  /** One of its cells asks for a person. */
  doubtful: boolean;
}

/** Rows about indicators, as pages receive them. */

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
export interface SignalRow {
  signal: Signal;
  form_id: string;
  seq: number;
  project_name: string | null;
  implementing_unit: string | null;
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

/** A name to be found, and the file of the indicators that carry it. */
export interface NamePlace {
  name: string;
  part: number;
  indicators: number;
  forms: number;
}

/** An indicator as printed. */
export interface IndicatorText {
  name: string;
  form_id: string;
  project_name: string | null;
  implementing_unit: string | null;
  department: string | null;
  level1: string | null;
  target: string | null;
  actual: string | null;
  weight: string | null;
  score: string | null;
  deviation_reason: string | null;
  line: number;
}

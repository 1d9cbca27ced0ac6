/** Rows about scores, as pages receive them. */
import type { FormNames } from "../measures.js";

/** The forms of a year or a department. */
export interface ScoreSummary {
  forms: number;
  scored_forms: number;
  /** With a total that is 优. */
  excellent_forms: number;
  /** Of those, with a rate of execution that is poor. */
  excellent_and_poor: number;
  excellent_and_poor_unexecuted: string | null;
  /** Of these forms, those with doubtful amounts, and what of the sum comes from them. */
  doubtful_forms: number;
  doubtful_initial_budget: null;
  doubtful_budget: string | null;
  doubtful_executed: string | null;
  /** With full marks for every indicator. */
  nothing_lost: number;
  /** That gave themselves more, or less, than the rule gives. */
  gained_forms: number;
  lost_forms: number;
  largest_gap: string | null;
  median_score: string | null;
}

/** A form with its scores and its execution. */
export interface ScoredForm extends FormNames {
  form_id: string;
  total_score: string | null;
  rating: string | null;
  execution_rate: string | null;
  /** Of the indicators' weights, in percent. */
  score_rate: string | null;
  /** score_rate − execution_rate, in percentage points. */
  score_over_execution: string | null;
  /** Own score − score by the rule, over the indicators that the rule can tell. */
  rule_gap: string | null;
  executed: string | null;
  adjusted_budget: string | null;
  unexecuted: string | null;
  line: number | null;
  total_score_line: number | null;
  doubtful_indicators: number;
  doubtful: boolean;
}

/** The forms of a year, a department or a unit together. Rates and shares are ratios of sums, in percent. */
export interface ScoreLevel {
  fiscal_year: number | null;
  forms: number;
  indicators: number;
  /** Of the indicators that can be judged. */
  attained_share: string | null;
  /** Of the indicators' weights. */
  score_rate: string | null;
  execution_rate: string | null;
  /** score_rate − execution_rate, in percentage points. */
  score_over_execution: string | null;
  /** Own score − score by the rule, over all indicators that the rule can tell. */
  rule_gap: string | null;
  /** Of the score rate since the year before, in percentage points. */
  score_rate_change: string | null;
  doubtful_indicators: number;
  doubtful_forms: number;
}

/** A department or a unit among those of a view. */
export interface ScoreMember extends ScoreLevel {
  level: "department" | "unit";
  name: string;
  name_doubtful: boolean;
}

/** How many forms lie in a square of 5 % of execution by 2 points. */
export interface DensityCell {
  rate_band: number;
  score_band: number;
  forms: number;
}

/** How many forms lie in a band of one point. */
export interface BandCount {
  band: number;
  rating?: string | null;
  forms: number;
}

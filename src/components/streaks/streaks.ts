/** Rows about low execution year after year. */
import type { Doubted } from "../measures.js";

/** What of the money of streaks is in doubt, over all of their years. */
export interface StreakDoubt {
  streak_doubtful_forms: number;
  streak_doubtful_budget: string | null;
  streak_doubtful_executed: string | null;
}

/** The same as pages tell of doubts. */
export function streakDoubt(row: StreakDoubt): Doubted {
  return {
    doubtful_forms: row.streak_doubtful_forms,
    doubtful_initial_budget: null,
    doubtful_budget: row.streak_doubtful_budget,
    doubtful_executed: row.streak_doubtful_executed,
  };
}

/** Units of a scope by a source of funds. */
export interface StreakCount extends StreakDoubt {
  source: string;
  units: number;
  funded_units: number;
  /** With a low rate this year. */
  low_units: number;
  /** With a low rate this year and the year before. */
  streak_units: number;
  low_unexecuted: string | null;
  low_doubtful_forms: number;
  low_doubtful_budget: string | null;
  low_doubtful_executed: string | null;
  /** Over all years of the streaks. */
  streak_unexecuted: string | null;
  /** The most years that any unit has. */
  years: number;
}

/** A unit with a low rate in the year, and since when. */
export interface StreakUnit extends Doubted, StreakDoubt {
  implementing_unit: string;
  fiscal_year: number;
  source: string;
  adjusted_budget: string | null;
  executed: string | null;
  unexecuted: string | null;
  execution_rate: string | null;
  streak_years: number;
  streak_lowest_rate: string | null;
  streak_unexecuted: string | null;
  low_years_of_three: number;
  years_present: number;
  /** Whether the unit's name asks for a person. */
  unit_doubtful: boolean;
}

export interface StreakProject extends StreakUnit {
  project_name: string;
  /** Whether the project's or the unit's name asks for a person. */
  name_doubtful: boolean;
}

/** A unit's year up to the one shown. */
export interface StreakCell {
  implementing_unit: string;
  source: string;
  fiscal_year: number;
  adjusted_budget: string | null;
  executed: string | null;
  unexecuted: string | null;
  execution_rate: string | null;
  /** One of the low years in a row that end with the year shown. */
  in_streak: boolean;
  doubtful_forms: number;
}

/** Rows about low execution year after year. */
import type { Doubted } from "../measures.js";

/** Units of a scope by a source of funds. */
export interface StreakCount {
  source: string;
  units: number;
  funded_units: number;
  /** With a low rate this year. */
  low_units: number;
  /** With a low rate this year and the year before. */
  streak_units: number;
  low_unexecuted: string | null;
  /** Over all years of the streaks. */
  streak_unexecuted: string | null;
  /** The most years that any unit has. */
  years: number;
}

/** A unit with a low rate in the year, and since when. */
export interface StreakUnit extends Doubted {
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

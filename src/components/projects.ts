/** Rows about projects, as pages receive them. */
import type { Doubted, ProjectRow, YearRow } from "./measures.js";

/** A project in the list of all, by a source of funds. */
export interface ListedProject extends ProjectRow {
  /** In how many years it has stood until this one; null where its forms name no year or unit. */
  years: number | null;
  /** How many of them in a row, this one last, had a low rate. */
  streak_years: number | null;
}

/** The projects of a scope by a source of funds. */
export interface ProjectSummary {
  source: string;
  projects: number;
  /** In two units and more. */
  shared_projects: number;
  /** In two years and more. */
  recurring_projects: number;
}

/** Forms whose budget was nothing at the start of the year. */
export interface AddedSummary extends Doubted {
  forms: number;
  adjusted_budget: string | null;
  unexecuted: string | null;
}

/** A project's year by a source of funds, over all units. */
export interface ProjectYear extends YearRow {
  project_name: string;
  units: number;
}

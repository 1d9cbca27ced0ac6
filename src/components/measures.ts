/** Rows of marts as pages receive them. Amounts in 万元 and rates and shares in percent, all as decimal text. */

export interface Measures {
  initial_budget: string | null;
  adjusted_budget: string | null;
  executed: string | null;
  unexecuted: string | null;
  /** executed / adjusted_budget, a ratio of sums; null over a budget of nothing. */
  execution_rate: string | null;
  /** Of the adjusted budget of the year's total rows. */
  share_of_budget: string | null;
  /** Of what the year's total rows left unexecuted. */
  share_of_unexecuted: string | null;
}

/** What of a sum comes from forms with doubtful amounts; an amount is null where none is doubtful or all are unreadable. */
export interface Doubted {
  doubtful_forms: number;
  doubtful_initial_budget: string | null;
  /** Of the adjusted budget. */
  doubtful_budget: string | null;
  doubtful_executed: string | null;
}

export interface YearRow extends Measures, Doubted {
  fiscal_year: number | null;
  source: string;
  forms: number;
  /** Whether the name that the row is about asks for a person. */
  name_doubtful?: boolean;
  /** Of the forms, those with any money of the source; left out where nobody asks. */
  funded_forms?: number;
}

/** A year's row beside the years before it; null where there is no form of the year before. */
export interface ChangedYear extends Omit<YearRow, "share_of_budget" | "share_of_unexecuted"> {
  budget_change: string | null;
  /** In percent of the year before. */
  budget_change_rate: string | null;
  /** In percentage points. */
  execution_rate_change: string | null;
  /** Years in a row, this one last, with a low rate. */
  streak_years: number;
  /** Of forms that had no budget at the start of the year. */
  added_budget: string | null;
  added_unexecuted: string | null;
}

export interface DepartmentYearRow extends YearRow {
  department: string;
  units: number;
}

export interface UnitRow extends YearRow {
  department: string | null;
  implementing_unit: string | null;
}

export interface ProjectRow extends YearRow {
  project_name: string | null;
  units: number;
}

/** A row of a form's funding. */
export interface FormRow extends Measures, FormNames {
  fiscal_year: number | null;
  form_id: string;
  department: string | null;
  source: string;
  line: number;
  /** A figure of this row asks for a person. */
  doubtful: boolean;
}

/** A row of a form's funding, with what became of its budget in the year. */
export interface AdjustedFormRow extends FormRow {
  /** (adjusted − initial) / initial, in percent; null where nothing was budgeted at first. */
  adjustment_rate: string | null;
}

/** One of the things to look at; `kind` names the rule that chose it. */
export interface AttentionRow extends Measures, FormNames, Doubted {
  kind: "source" | "unit" | "largest_unit" | "form";
  fiscal_year: number | null;
  source: string;
  form_id: string | null;
  line: number | null;
}

/** A line of the list of forms. */
export interface ListedForm extends FormNames {
  form_id: string;
  form_type: string;
  fiscal_year: number | null;
  department: string | null;
  adjusted_budget: string | null;
  executed: string | null;
  unexecuted: string | null;
  execution_rate: string | null;
  line: number | null;
  total_score: string | null;
  rating: string | null;
  flagged_cells: number;
  /** Whether there are any of those. */
  flagged: boolean;
}

/** The run that made the warehouse. */
export interface Run {
  /** ISO 8601, UTC. */
  run_at: string;
  version: string;
  documents: number;
  forms: number;
  rejected: number;
  /** Whether the forms are made up. */
  synthetic: boolean;
}

/** How far a year's figures can be trusted. */
export interface Reliability {
  fiscal_year: number | null;
  /** Forms of projects, which the figures are sums of. */
  forms: number;
  /** Forms of whole departments and of transfers: adding them would count money twice. */
  other_forms: number;
  /** Cells that ask for a person, and the forms they are in. */
  flagged_cells: number;
  flagged_forms: number;
  /** Forms with an amount among those cells. */
  doubtful_forms: number;
}

/** Whether there was any money in a row at some stage of the year. */
export function isFunded({ initial_budget, adjusted_budget, executed }: Measures): boolean {
  return [initial_budget, adjusted_budget, executed].some((figure) => /[1-9]/.test(figure ?? ""));
}

/** What stands where a name could not be read. */
export const UNNAMED = "（名称缺失）";

/** The names of a form. */
export interface FormNames {
  project_name: string | null;
  implementing_unit: string | null;
  /** One of them asks for a person. */
  name_doubtful: boolean;
}

/** A name with its doubt. */
export function nameWithDoubt(name: string | null, doubtful: boolean | undefined): string {
  return `${name ?? UNNAMED}${doubtful ? "（⚑ 名称待核）" : ""}`;
}

/** A name in a chart, marked where a figure of its row asks for a person. */
export function marked(name: string, isDoubtful: boolean): string {
  return isDoubtful ? `⚑ ${name}` : name;
}

/** The name of a form's project, with its doubt. */
export function projectTitle({ project_name, name_doubtful }: Omit<FormNames, "implementing_unit">): string {
  return nameWithDoubt(project_name, name_doubtful);
}

/** The name of a row's unit, with its doubt. */
export function unitTitleOf(row: { implementing_unit: string | null; name_doubtful?: boolean }): string {
  return nameWithDoubt(row.implementing_unit, row.name_doubtful);
}

/** The name of a form's project and unit in one breath; the dot between them begins no line. */
export function formTitle(row: FormNames): string {
  return `${projectTitle(row)}\u00a0· ${row.implementing_unit ?? UNNAMED}`;
}

/** The years that rows are about, the latest first, unknown ones last. */
export function yearsOf(rows: { fiscal_year: number | null }[]): (number | null)[] {
  const years = new Set(rows.map((row) => row.fiscal_year));
  return [...years].sort((a, b) => (b ?? -1) - (a ?? -1));
}

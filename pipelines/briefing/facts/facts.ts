/**
 * The facts of a briefing: what the marts say about a scope, every value with its query.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { defineSharedFunctions } from "../../shared-functions.ts";
import type { HouseStyle } from "../house-style.ts";
import { type Ledger, ledgerOn, type Row } from "../ledger.ts";
import { parametersOf, type Scope } from "../scope.ts";
import * as changeQueries from "./change-queries.ts";
import * as queries from "./queries.ts";

/** `document` is what the document of the form is called beside the others of the workspace. */
export type PlaceColumn = "form_id" | "ordinal" | "path" | "document" | "line";
/** A place among `forms` of its kind, of which the first are listed. */
export type PlaceRow = Row<PlaceColumn | "forms">;
/** What names a project. */
export type ProjectColumn = "implementing_unit" | "project_name" | "name_doubtful";

/** A row of `mart.scope_execution`: 万元, %, percentage points. */
export type ExecutionRow = Row<
  | "source"
  | "forms"
  | "funded_forms"
  | "funded_units"
  | "initial_budget"
  | "adjusted_budget"
  | "executed"
  | "unexecuted"
  | "execution_rate"
  | "share_of_budget"
  | "share_of_unexecuted"
  | "added_forms"
  | "added_budget"
  | "added_share"
  | "added_unexecuted"
  | "doubtful_forms"
  | "doubtful_budget"
  | "below_appropriation"
  | "last_adjusted_budget"
  | "last_execution_rate"
  | "last_unexecuted"
  | "budget_change"
  | "budget_change_rate"
  | "execution_rate_change"
  | "fiscal_year"
  | "last_year"
  | "last_doubtful_forms"
>;

export type CountsRow = Row<
  | "departments"
  | "units"
  | "documents"
  | "forms"
  | "indicators"
  | "excellent"
  | "good"
  | "fair"
  | "poor"
  | "unrated"
  | "highest_score"
  | "lowest_score"
  | "flagged_cells"
  | "flagged_forms"
  | "doubtful_names"
  | "department"
  | "implementing_unit"
>;

export type UnitRow = Row<
  | "department"
  | "implementing_unit"
  | "forms"
  | "adjusted_budget"
  | "executed"
  | "unexecuted"
  | "execution_rate"
  | "share_of_unexecuted"
  | "doubtful_forms"
  | StreakColumn
  | "lowest_score"
  | "highest_score"
>;
/** `streak_doubtful_forms`: of the years of the streak. */
type OwnYearsColumn = StreakColumn | "years_present" | "streak_doubtful_forms";
export type StreakColumn = "streak_years" | "streak_lowest_rate" | "streak_unexecuted";

export type FormRow = Row<
  | PlaceColumn
  | "department_name"
  | ProjectColumn
  | "total_score"
  | "rating"
  | "initial_budget"
  | "adjusted_budget"
  | "executed"
  | "unexecuted"
  | "execution_rate"
  | "doubtful"
  | "other_unexecuted"
  | "added"
>;

export type SourceFormRow = Row<
  | PlaceColumn
  | ProjectColumn
  | "forms"
  | "adjusted_budget"
  | "executed"
  | "unexecuted"
  | "execution_rate"
  | "doubtful"
>;

export type FindingRow = Row<
  | PlaceColumn
  | ProjectColumn
  | "severity"
  | "amount"
  | "measured"
  | "threshold"
  | "total_score"
  | "execution_rate"
  | "unexecuted"
  | "initial_budget"
  | "adjusted_budget"
  | "indicator"
  | "target"
  | "actual"
  | "findings"
  | "forms"
  | "total_amount"
  | "doubtful"
  | "doubtful_forms"
>;

export type LowRatedRow = Row<PlaceColumn | ProjectColumn | "total_score" | "rating" | "forms">;

export type LastingRow = Row<PlaceColumn | ProjectColumn | "rule_name" | "since" | "years" | "amount">;

export type ReasonRow = Row<PlaceColumn | ProjectColumn | "reason" | "indicators" | "unexecuted">;

/**
 * Problems since the results of before, those apart that came or went with a changed rule (`by_rule`, `dropped`) or
 * because files that stayed the same were read or corrected otherwise (`by_reading`, `reread`); `base_at` is null without.
 */
export type SinceBeforeRow = Row<
  | "base_at"
  | "appeared"
  | "of_new_projects"
  | "stayed"
  | "since_at"
  | "solved"
  | "gone"
  | "by_rule"
  | "dropped"
  | "by_reading"
  | "reread"
>;

/** The rules whose findings a briefing tells, beside the errors of the form. */
export const TOLD_RULES = ["H2", "S6", "H10", "H6", "H5", "F5", "F12", "F7A"] as const;
export type ToldRule = (typeof TOLD_RULES)[number];

export interface BriefingFacts {
  scope: Scope;
  run: Row<"run_at" | "version"> & Partial<Row<"synthetic">>;
  lowRate: Row<"threshold">;
  total: ExecutionRow | null;
  /** Sources of funds with money, in the order of the form. */
  sources: readonly ExecutionRow[];
  /** By source: the forms that left most of it. */
  sourceForms: ReadonlyMap<string, readonly SourceFormRow[]>;
  counts: CountsRow;
  leftOut: Row<"other_forms" | "undated_forms" | "superseded_forms" | "rejected">;
  /** Units of a year or a department; none for a unit. */
  units: readonly UnitRow[];
  /** How a unit has executed over the years. */
  ownYears: Row<OwnYearsColumn> | null;
  largest: readonly FormRow[];
  lowRated: readonly LowRatedRow[];
  /** Forms with a low rate. */
  lowForms: Row<"forms">;
  concentration: Row<"named" | "doubtful_forms" | "unexecuted" | "share_of_unexecuted">;
  /** Where the totals stand. */
  places: readonly PlaceRow[];
  scorePlaces: readonly PlaceRow[];
  /** Where the money stands that was added in mid-year. */
  addedPlaces: readonly PlaceRow[];
  /** By unit, in a year or a department. */
  unitPlaces: readonly Row<PlaceColumn | "forms" | "implementing_unit">[];
  findings: Readonly<Record<ToldRule, readonly FindingRow[]>>;
  errors: readonly Row<"rule" | "name" | "errors" | "forms" | "amount">[];
  errorPlaces: readonly Row<PlaceColumn>[];
  severities: Row<"errors" | "error_forms" | "warnings" | "infos" | "doubtful">;
  changes: Row<"new_problems" | "repeated_problems" | "solved_problems" | "last_year">;
  /** What became of problems since the results of before. */
  sinceBefore: SinceBeforeRow;
  /** Problems of last year that are there again, those of most years first. */
  lasting: readonly LastingRow[];
  reasons: readonly ReasonRow[];
  doubtfulReasons: Row<"cells" | "forms">;
}

/** Reads the facts of a scope. */
export async function collectFacts(
  connection: DuckDBConnection,
  scope: Scope,
  { limits }: HouseStyle,
): Promise<BriefingFacts> {
  await defineSharedFunctions(connection);
  const ledger = ledgerOn(connection);
  const scoped = parametersOf(scope);
  const most = { most: limits.places };
  const execution: readonly ExecutionRow[] = await ledger.rows(queries.EXECUTION, scoped);
  const sources = execution.filter(
    ({ source, funded_forms }) => source.value !== "total" && funded_forms.value !== "0",
  );
  return {
    scope,
    run: await only(ledger, queries.RUN, {}),
    lowRate: await only(ledger, queries.LOW_RATE, {}),
    total: execution.find(({ source }) => source.value === "total") ?? null,
    sources,
    sourceForms: await sourceForms(ledger, scope, sources, limits.places),
    counts: await only(ledger, queries.FORM_COUNTS, scoped),
    leftOut: await only(ledger, queries.LEFT_OUT, {}),
    units: await ledger.rows(queries.UNITS, scoped),
    ownYears: (await ledger.rows<OwnYearsColumn>(queries.OWN_YEARS, scoped))[0] ?? null,
    largest: await ledger.rows(queries.LARGEST, { ...scoped, most: limits.annex_rows }),
    lowRated: await ledger.rows(queries.LOW_RATED, { ...scoped, ...most }),
    lowForms: await only(ledger, queries.LOW_FORMS, scoped),
    concentration: await only(ledger, queries.CONCENTRATION, { ...scoped, named: limits.named }),
    places: await ledger.rows(queries.PLACES, { ...scoped, ...most }),
    scorePlaces: await ledger.rows(queries.SCORE_PLACES, { ...scoped, ...most }),
    addedPlaces: await ledger.rows(queries.ADDED_PLACES, { ...scoped, ...most }),
    unitPlaces: scope.level === "unit" ? [] : await ledger.rows(queries.UNIT_PLACES, { ...scoped, ...most }),
    findings: await toldFindings(ledger, scope, limits.places),
    errors: await ledger.rows(queries.ERRORS, scoped),
    errorPlaces: await ledger.rows(queries.ERROR_PLACES, { ...scoped, ...most }),
    severities: await only(ledger, queries.SEVERITIES, scoped),
    changes: await only(ledger, changeQueries.CHANGES, scoped),
    sinceBefore: await only(ledger, changeQueries.SINCE_BEFORE, scoped),
    lasting: await ledger.rows(changeQueries.LASTING, { ...scoped, most: limits.named }),
    reasons: await ledger.rows(queries.REASONS, {
      ...scoped,
      most: limits.reasons,
      shortest: limits.reason_length,
      quoted: limits.reason_quoted,
    }),
    doubtfulReasons: await only(ledger, queries.DOUBTFUL_REASONS, scoped),
  };
}

async function sourceForms(
  ledger: Ledger,
  scope: Scope,
  sources: readonly ExecutionRow[],
  most: number,
): Promise<Map<string, SourceFormRow[]>> {
  const forms = new Map<string, SourceFormRow[]>();
  for (const { source } of sources) {
    const parameters = { ...parametersOf(scope), source: source.value, most };
    forms.set(source.value!, await ledger.rows(queries.OF_SOURCE, parameters));
  }
  return forms;
}

async function toldFindings(ledger: Ledger, scope: Scope, most: number): Promise<BriefingFacts["findings"]> {
  const found: [ToldRule, FindingRow[]][] = [];
  for (const rule of TOLD_RULES)
    found.push([rule, await ledger.rows(queries.OF_RULE, { ...parametersOf(scope), rule, most })]);
  return Object.fromEntries(found) as unknown as BriefingFacts["findings"];
}

/** The one row of a query that always has one. */
async function only<Column extends string>(
  ledger: Ledger,
  sql: string,
  parameters: Parameters<Ledger["rows"]>[1],
): Promise<Row<Column>> {
  const [row] = await ledger.rows<Column>(sql, parameters);
  if (!row) throw new Error(`no row: ${sql}`);
  return row;
}

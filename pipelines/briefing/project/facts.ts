/**
 * The facts of a project over the years: one row a year, what units wrote, and which problems came back.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { WrongRequest } from "../../errors.ts";
import { martRows } from "../../explore/mart-rows.ts";
import { defineSharedFunctions } from "../../shared-functions.ts";
import { COUNTED_SINCE_BEFORE } from "../facts/change-queries.ts";
import type { PlaceColumn, PlaceRow, SinceBeforeRow, StreakColumn } from "../facts/facts.ts";
import { SHARED_NAMES } from "../facts/histories.ts";
import { NAMED_DOCUMENTS, quotedReason, WRITTEN_REASONS } from "../facts/scope-forms.ts";
import type { HouseStyle } from "../house-style.ts";
import { ledgerOn, type Query, type Row } from "../ledger.ts";

/** A project of a unit. */
export interface ProjectAsked {
  unit: string;
  project: string;
  /** Of a unit whose name another department has given, too; null is none. Left out where the name says which it is. */
  department?: string | null;
}

/** The unit of a project, with its department where another has a unit of this name. */
export function unitLabel({ unit, department }: ProjectAsked): string {
  return department === undefined ? unit : `${unit}（${department ?? "无主管部门"}）`;
}

export type ProjectYearRow = Row<
  | "fiscal_year"
  | "initial_budget"
  | "adjusted_budget"
  | "executed"
  | "unexecuted"
  | "execution_rate"
  | "doubtful_forms"
  | "other_unexecuted"
  | "other_doubtful_forms"
  | StreakColumn
  | PlaceColumn
  | "total_score"
>;

export interface ProjectFacts {
  asked: ProjectAsked;
  names: Row<"implementing_unit" | "project_name">;
  run: Row<"run_at" | "version"> & Partial<Row<"synthetic">>;
  lowRate: Row<"threshold">;
  /** The oldest first. */
  years: readonly ProjectYearRow[];
  sums: Row<
    | "years"
    | "first_year"
    | "last_year"
    | "adjusted_budget"
    | "executed"
    | "unexecuted"
    | "execution_rate"
    | "lowest_rate"
    | "lowest_year"
    | "highest_rate"
    | "highest_year"
    | "doubtful_forms"
    | "added_years"
    | "low_years"
  >;
  places: readonly PlaceRow[];
  /** Where 其他资金 of the newest year stands. */
  otherPlaces: readonly Row<PlaceColumn>[];
  /** Of the years with a low rate first, the newest first. */
  reasons: readonly Row<PlaceColumn | "fiscal_year" | "reason">[];
  /** Its forms that give themselves 中 or 差, the lowest first. */
  lowRated: readonly Row<PlaceColumn | "fiscal_year" | "total_score" | "rating" | "forms">[];
  /** Problems that the newest year has and had before. */
  lasting: readonly Row<PlaceColumn | "rule_name" | "since" | "years">[];
  /** What became of its problems since the results of before. */
  sinceBefore: SinceBeforeRow;
  counts: Row<"forms" | "flagged_cells" | "flagged_forms" | "doubtful_forms">;
}

const FORMS = `forms as (
    select
      forms.* replace (forms.unit_name as implementing_unit, forms.project as project_name), documents.path,
      documents.document
    from mart.forms as forms
    join ${NAMED_DOCUMENTS} as documents using (document_id)
    where forms.form_type = 'project' and forms.fiscal_year is not null
      and forms.superseded_by is null and forms.unit_name = $unit and forms.project = $project
      and ($apart = 0 or forms.department_name is not distinct from $department)
  )`;

/** Its years: those of its department alone where another has a unit of this name. */
const YEARS = `years as (
    select * from mart.project_years
    where $apart = 0 and implementing_unit = $unit and project_name = $project
    union all by name
    select * exclude (level, department) from mart.department_histories
    where $apart = 1 and level = 'project' and department is not distinct from $department
      and implementing_unit = $unit and project_name = $project
  )`;

const LOW = "(select value from mart.thresholds where name = 'low_execution_rate')";

const QUERIES = {
  names: `
    select
      $unit::varchar || case when $apart = 1 then '（' || coalesce($department, '无主管部门') || '）' else '' end
        as implementing_unit,
      $project::varchar as project_name`,
  run: "select * from mart.run",
  lowRate: `select ${LOW} as threshold`,
  years: `
    with ${FORMS},
    ${YEARS},
    first_form as (
      select forms.*, execution.line,
        row_number() over (partition by forms.fiscal_year order by forms.path, forms.ordinal) as place
      from forms
      join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'
    ),
    total as (
      select * from years where source = 'total'
    ),
    other as (
      select * from years where source = 'other_funds'
    )
    select
      total.fiscal_year, total.initial_budget, total.adjusted_budget, total.executed, total.unexecuted,
      total.execution_rate, total.doubtful_forms, other.unexecuted as other_unexecuted,
      other.doubtful_forms as other_doubtful_forms, total.streak_years, total.streak_lowest_rate,
      total.streak_unexecuted, first_form.form_id, first_form.ordinal, first_form.path, first_form.document, first_form.line,
      first_form.total_score
    from total
    join first_form on first_form.fiscal_year = total.fiscal_year and first_form.place = 1
    left join other on other.fiscal_year = total.fiscal_year
    order by total.fiscal_year`,
  sums: `
    with ${YEARS},
    total as (
      select * from years where source = 'total'
    )
    select
      count(*) as years, min(fiscal_year) as first_year, max(fiscal_year) as last_year,
      sum(adjusted_budget) as adjusted_budget, sum(executed) as executed, sum(unexecuted) as unexecuted,
      percent(
        sum(case when adjusted_budget is not null then executed end),
        sum(case when executed is not null then adjusted_budget end)
      ) as execution_rate,
      min(execution_rate) as lowest_rate, arg_min(fiscal_year, execution_rate) as lowest_year,
      max(execution_rate) as highest_rate, arg_max(fiscal_year, execution_rate) as highest_year,
      sum(doubtful_forms) as doubtful_forms,
      count(*) filter (added_budget > 0) as added_years,
      count(*) filter (execution_rate < ${LOW}) as low_years
    from total`,
  places: `
    with ${FORMS}
    select forms.form_id, forms.ordinal, forms.path, forms.document, execution.line, count(*) over () as forms
    from forms
    join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'
    order by forms.fiscal_year, forms.path, forms.ordinal
    limit $most`,
  otherPlaces: `
    with ${FORMS}
    select forms.form_id, forms.ordinal, forms.path, forms.document, execution.line
    from forms
    join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'other_funds'
    where forms.fiscal_year = (select max(fiscal_year) from forms)
    order by forms.path, forms.ordinal
    limit $most`,
  reasons: `
    with ${FORMS},
    ${WRITTEN_REASONS},
    one_a_year as (
      select forms.form_id, forms.ordinal, forms.path, forms.document, forms.fiscal_year, reasons.line, reasons.reason,
        coalesce(execution.execution_rate < ${LOW}, false) as is_low,
        row_number() over (partition by forms.fiscal_year order by reasons.indicators desc, reasons.line) as place
      from reasons
      join forms using (form_id)
      join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'
    )
    select form_id, ordinal, path, document, line, fiscal_year,
      ${quotedReason("reason")} as reason
    from one_a_year
    where place = 1
    order by is_low desc, fiscal_year desc
    limit $reasons`,
  lowRated: `
    with ${FORMS}
    select form_id, ordinal, path, document, total_score_line as line, fiscal_year, total_score, rating,
      count(*) over () as forms
    from forms
    where rating in ('中', '差') and total_score is not null
    order by total_score, fiscal_year, path, ordinal
    limit $most`,
  lasting: `
    with ${FORMS}
    select forms.form_id, forms.ordinal, forms.path, forms.document, changes.line, rules.name as rule_name, changes.since, changes.years
    from mart.finding_years as changes
    join forms using (form_id)
    join mart.rules as rules on rules.rule = changes.rule
    where changes.state = 'repeated' and changes.fiscal_year = (select max(fiscal_year) from forms)
    order by changes.years desc, changes.amount desc nulls last, changes.rule, changes.indicator
    limit $named`,
  sinceBefore: `
    with ${FORMS},
    problems as (
      select * from mart.finding_history
      where form_id in (select form_id from forms)
        or (
          state in ('solved', 'gone', 'dropped', 'reread') and implementing_unit = $unit and project_name = $project
          and ($apart = 0 or department is not distinct from $department)
        )
    )
    ${COUNTED_SINCE_BEFORE}`,
  counts: `
    with ${FORMS}
    select count(*) as forms, sum(forms.flagged_cells) as flagged_cells,
      count(*) filter (forms.flagged_cells > 0) as flagged_forms,
      count(*) filter (execution.doubtful) as doubtful_forms
    from forms
    join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'`,
} as const;

/** Names that a message suggests. */
const SUGGESTIONS = 5;

/** Every project of a unit; those of units that are called alike, department by department. */
const PROJECTS = `
  select distinct false as apart, cast(null as varchar) as department, implementing_unit as unit, project_name as project
  from mart.project_years
  where source = 'total' and implementing_unit not in ${SHARED_NAMES}
  union all
  select distinct true, department, implementing_unit, project_name
  from mart.department_histories
  where level = 'project' and source = 'total' and implementing_unit in ${SHARED_NAMES}
  order by all`;

/**
 * The project that a person means, in the unit that has it.
 *
 * @param named the unit and its department, as far as the person names them
 * @throws WrongRequest when no unit has it, or several have and the names leave open which: with those that there are
 */
export async function projectAsked(
  connection: DuckDBConnection,
  project: string,
  { unit, department }: { unit?: string | undefined; department?: string | undefined } = {},
): Promise<ProjectAsked> {
  const rows = await martRows<Required<ProjectAsked> & { apart: boolean }>(connection, PROJECTS);
  const known = rows.map(
    (one): ProjectAsked => ({
      ...{ unit: one.unit, project: one.project },
      ...(one.apart && { department: one.department }),
    }),
  );
  const found = known.filter(
    (one) =>
      one.project === project &&
      (unit === undefined || one.unit === unit) &&
      (department === undefined || one.department === undefined || one.department === department),
  );
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const isOneName = new Set(found.map((one) => one.unit)).size === 1;
    const option = isOneName ? "--department 写明主管部门" : "--unit 写明单位";
    const names = found.map((one) => (isOneName ? (one.department ?? "（无主管部门）") : one.unit));
    throw new WrongRequest(
      `有 ${found.length} 个单位都有“${project}”`,
      `请用 ${option}，例如：${[...new Set(names)].slice(0, SUGGESTIONS).join("、")}。`,
    );
  }
  const alike = known.filter((one) => one.project.includes(project) || project.includes(one.project));
  const names = (alike.length > 0 ? alike : known)
    .slice(0, SUGGESTIONS)
    .map((one) => `${one.unit}“${one.project}”`);
  throw new WrongRequest(
    `没有${unit === undefined ? "" : `“${unit}”的`}“${project}”这个项目`,
    names.length > 0 ? `请写全名，例如：${names.join("、")}。` : "数据仓库里没有带年度和名称的项目。",
  );
}

/**
 * Reads the facts of a project.
 *
 * @throws WrongRequest when the warehouse has no year of it
 */
export async function collectProjectFacts(
  connection: DuckDBConnection,
  asked: ProjectAsked,
  { limits }: HouseStyle,
): Promise<ProjectFacts> {
  await defineSharedFunctions(connection);
  const ledger = ledgerOn(connection);
  const of: Query["parameters"] = {
    ...{ unit: asked.unit, project: asked.project, department: asked.department ?? null },
    apart: asked.department === undefined ? 0 : 1,
  };
  const only = async <Column extends string>(sql: string, parameters = of) =>
    (await ledger.rows<Column>(sql, parameters))[0]!;
  const years: readonly ProjectYearRow[] = await ledger.rows(QUERIES.years, of);
  if (years.length === 0)
    throw new WrongRequest(`没有“${asked.unit}”的“${asked.project}”各年的数`, "请检查单位和项目的名称。");
  return {
    asked,
    names: await only(QUERIES.names),
    run: await only(QUERIES.run, {}),
    lowRate: await only(QUERIES.lowRate, {}),
    years,
    sums: await only(QUERIES.sums),
    places: await ledger.rows(QUERIES.places, { ...of, most: limits.places }),
    otherPlaces: await ledger.rows(QUERIES.otherPlaces, { ...of, most: limits.places }),
    reasons: await ledger.rows(QUERIES.reasons, {
      ...of,
      ...{ reasons: limits.reasons, shortest: limits.reason_length, quoted: limits.reason_quoted },
    }),
    lowRated: await ledger.rows(QUERIES.lowRated, { ...of, most: limits.places }),
    lasting: await ledger.rows(QUERIES.lasting, { ...of, named: limits.named }),
    sinceBefore: await only(QUERIES.sinceBefore),
    counts: await only(QUERIES.counts),
  };
}

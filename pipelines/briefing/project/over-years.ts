/**
 * The projects that have a history to tell: those of several years, and what the briefing of each depends on.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "../../explore/mart-rows.ts";
import { SHARED_NAMES } from "../facts/histories.ts";
import type { HouseStyle } from "../house-style.ts";
import { keysBy, PARTS, SHARED } from "../key.ts";
import type { ProjectAsked } from "./facts.ts";

export interface ProjectOverYears extends ProjectAsked {
  /** How many years have a form. */
  years: number;
}

const OVER_YEARS = `
  with years as (
    select false as apart, cast(null as varchar) as department, implementing_unit as unit, project_name as project, unexecuted
    from mart.project_years
    where source = 'total' and implementing_unit not in ${SHARED_NAMES}
    union all
    select true, department, implementing_unit, project_name, unexecuted
    from mart.department_histories
    where level = 'project' and source = 'total' and implementing_unit in ${SHARED_NAMES}
  )
  select apart, department, unit, project, count(*)::integer as years
  from years
  group by apart, department, unit, project
  having count(*) > 1
  order by sum(unexecuted) desc nulls last, unit, project, department`;

/** The projects with forms of two years or more, those that left most money over the years first. */
export async function projectsOverYears(connection: DuckDBConnection): Promise<ProjectOverYears[]> {
  const rows = await martRows<Required<ProjectOverYears> & { apart: boolean }>(connection, OVER_YEARS);
  return rows.map(({ apart, department, ...own }) => ({ ...own, ...(apart && { department }) }));
}

const KEYS = `
  with ${PARTS},
  of_projects as (
    select forms.unit_name as unit, forms.project, of_forms.part
    from mart.forms as forms
    join of_forms using (form_id)
    union all select implementing_unit, project_name, cast(hash(whole) as hugeint) from mart.project_years as whole
    union all select implementing_unit, project_name, cast(hash(whole) as hugeint)
      from mart.department_histories as whole
      where level = 'project'
    union all select implementing_unit, project_name, part from told_problems
  )
  select unit, project, cast(sum(part) as varchar) || ' ' || ${SHARED} as part
  from of_projects
  cross join of_all
  where unit is not null and project is not null
  group by unit, project`;

/** Computes the key of the briefing of every project; see `briefingKeys`. */
export async function projectKeys(
  connection: DuckDBConnection,
  style: HouseStyle,
): Promise<{ of(subject: ProjectAsked): string }> {
  const of = await keysBy<ProjectAsked>(connection, KEYS, style, ({ unit, project }) =>
    JSON.stringify([unit, project]),
  );
  return { of };
}

/**
 * What a briefing of each scope depends on, in a few letters: where the key is the same, the briefing would be the same
 * word by word, and need not be written again.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "../explore/mart-rows.ts";
import { defineSharedFunctions } from "../shared-functions.ts";
import { NAMED_DOCUMENTS } from "./facts/scope-forms.ts";
import type { HouseStyle } from "./house-style.ts";
import type { Scope } from "./scope.ts";

/** The program that writes: its own source stands in the key. */
const WRITER = fileURLToPath(new URL(".", import.meta.url));

/**
 * Every row of the marts that the queries of briefings read, form by form, and what all briefings share. When and by which
 * version it was computed is left out: it says nothing of the facts.
 * A table is called `whole` where a row of it is hashed: by the name of a column it would be that column alone.
 */
export const PARTS = `
  parts as (
    select form_id, hash(whole) as part from mart.forms as whole
    -- Not its share of all that was unexecuted: that would change with any other form of the year.
    union all select form_id, hash(source, initial_budget, adjusted_budget, executed, unexecuted, execution_rate, doubtful, line)
      from mart.execution
    union all select form_id, hash(whole) from mart.findings as whole where form_id is not null
    union all select form_id, hash(whole) from mart.indicators as whole
    union all select form_id, hash(whole) from mart.cell_flags as whole
    union all select form_id, hash(whole) from mart.finding_years as whole
    union all select forms.form_id, hash(documents.document)
      from mart.forms as forms
      join ${NAMED_DOCUMENTS} as documents using (document_id)
  ),
  of_forms as (select form_id, sum(cast(part as hugeint)) as part from parts group by form_id),
  told_problems as (
    select fiscal_year, department, implementing_unit, project_name,
      cast(hash(problem, state, case when state = 'repeated' then since_at end) as hugeint) as part
    from mart.finding_history
    where state not in ('first', 'past') and fiscal_year is not null
  ),
  of_all as (
    select
      -- Not how often each found something: that would change with any form.
      (select sum(cast(hash(rule, name) as hugeint)) from mart.rules) as rules,
      (select sum(cast(hash(whole) as hugeint)) from mart.thresholds as whole) as thresholds,
      (select hash(synthetic, rejected, base_at) from mart.run cross join mart.results) as run,
      (select hash(
          count(*) filter (superseded_by is null and form_type <> 'project'),
          count(*) filter (superseded_by is null and form_type = 'project' and fiscal_year is null),
          count(*) filter (superseded_by is not null)
        ) from mart.forms) as left_out
  )`;

/** What all briefings share, as text; `of_all` in the query. */
export const SHARED = "any_value(concat_ws(' ', rules, thresholds, run, left_out))";

const KEYS = `
  with ${PARTS},
  of_units as (
    select forms.form_id, cast(hash(whole) as hugeint) as part
    from mart.forms as forms
    join mart.unit_years as whole
      on whole.implementing_unit = forms.unit_name and whole.fiscal_year = forms.fiscal_year
    union all
    select forms.form_id, cast(hash(whole) as hugeint)
    from mart.forms as forms
    join mart.department_histories as whole
      on whole.level = 'unit' and whole.implementing_unit = forms.unit_name
      and whole.department is not distinct from forms.department_name and whole.fiscal_year = forms.fiscal_year
  ),
  of_several as (
    select fiscal_year, implementing_unit, cast(hash(whole) as hugeint) as part
    from mart.findings as whole
    where form_id is null and fiscal_year is not null
  ),
  of_scopes as (
    select level, fiscal_year, department, implementing_unit, told.part
    from mart.scopes as scopes
    join (from of_forms union all from of_units) as told using (form_id)
    union all select level, fiscal_year, department, implementing_unit, cast(hash(whole) as hugeint) from mart.scope_execution as whole
    union all select level, fiscal_year, department, implementing_unit, cast(hash(whole) as hugeint) from mart.scope_forms as whole
    union all select level, fiscal_year, department, implementing_unit, cast(hash(whole) as hugeint) from mart.scope_findings as whole
    -- What was in doubt a year before.
    union all select level, fiscal_year + 1, department, implementing_unit, cast(hash(source, doubtful_forms) as hugeint)
      from mart.scope_execution
      where doubtful_forms > 0
    union all select 'year', fiscal_year, null, null, part from told_problems
    union all select 'year', fiscal_year, null, null, part from of_several
    union all select 'unit', of_several.fiscal_year, units.department, units.implementing_unit, part
      from of_several
      join mart.scope_forms as units
        on units.level = 'unit' and units.fiscal_year = of_several.fiscal_year
        and units.implementing_unit = of_several.implementing_unit
    union all select 'department', of_several.fiscal_year, units.department, null, part
      from of_several
      join mart.scope_forms as units
        on units.level = 'unit' and units.fiscal_year = of_several.fiscal_year
        and units.implementing_unit = of_several.implementing_unit
      where units.department is not null
    union all select 'department', fiscal_year, department, null, part from told_problems where department is not null
    union all select 'unit', fiscal_year, department, implementing_unit, part from told_problems
      where implementing_unit is not null
  )
  select level, fiscal_year as year, department, implementing_unit as unit,
    cast(sum(part) as varchar) || ' ' || ${SHARED} as part
  from of_scopes
  cross join of_all
  group by level, fiscal_year, department, implementing_unit`;

/** The keys of all scopes of a warehouse; `of` looks up one. */
export interface BriefingKeys {
  of(scope: Scope): string;
}

/** Computes the key of every scope. */
export async function briefingKeys(connection: DuckDBConnection, style: HouseStyle): Promise<BriefingKeys> {
  const keys = await keysBy<Scope>(connection, KEYS, style, nameOf);
  return { of: keys };
}

function nameOf({ level, year, department, unit }: Scope): string {
  return JSON.stringify([level, year, department, unit]);
}

/**
 * Computes the keys of what a query tells apart.
 *
 * @param sql gives what names each, and `part`, in which its facts stand
 * @returns looks up the key of one; throws where the warehouse has no such
 */
export async function keysBy<Subject>(
  connection: DuckDBConnection,
  sql: string,
  style: HouseStyle,
  nameOf: (subject: Subject) => string,
): Promise<(subject: Subject) => string> {
  await defineSharedFunctions(connection);
  const rows = await martRows<Subject & { part: string }>(connection, sql);
  const parts = new Map(rows.map((row) => [nameOf(row), row.part]));
  const writer = await writerVersion();
  return (subject) => {
    const part = parts.get(nameOf(subject));
    if (part === undefined) throw new Error(`nothing that the warehouse knows: ${nameOf(subject)}`);
    return shortHash([part, JSON.stringify(style), writer]);
  };
}

async function writerVersion(): Promise<string> {
  const names = (await readdir(WRITER, { recursive: true })).filter((name) => /\.(?:ts|toml)$/.test(name));
  return shortHash(await Promise.all(names.sort().map((name) => readFile(join(WRITER, name), "utf8"))));
}

function shortHash(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} ${text}`);
  return hash.digest("hex").slice(0, 16);
}

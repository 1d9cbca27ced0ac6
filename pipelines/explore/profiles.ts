/**
 * Which forms follow which profile (口径): weights, the denominator of the rate, the rows of sources.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "./mart-rows.ts";

/** Points as decimals in text. */
export interface Profile {
  profile: string;
  name: string;
  source: string;
  execution_weight: string;
  cost_weight: string;
  output_weight: string;
  benefit_weight: string;
  satisfaction_weight: string;
  forms: string;
  following_forms: string;
}

export interface FormProfile {
  form_id: string;
  fiscal_year: number | null;
  implementing_unit: string | null;
  project_name: string | null;
  profile: string | null;
  follows: boolean | null;
  execution_weight: string | null;
  cost_weight: string | null;
  output_weight: string | null;
  benefit_weight: string | null;
  satisfaction_weight: string | null;
  other_weight: string | null;
  denominator: "adjusted" | "initial" | null;
  sources: string | null;
}

/** How many forms are alike in something that is not weights. */
export interface ProfileCount {
  value: string | null;
  forms: string;
}

const POINTS = ["execution", "cost", "output", "benefit", "satisfaction"].map((part) => `${part}_weight`);

/** Points as forms print them: `10`, `51.6`. */
const printed = (column: string) => `regexp_replace(cast(${column} as varchar), '\\.?0+$', '') as ${column}`;

/** The profiles that are known, with the number of forms nearest to each. */
export function profiles(connection: DuckDBConnection): Promise<Profile[]> {
  return martRows(
    connection,
    `select profile, name, source, ${POINTS.map(printed).join(", ")}, forms, following_forms
     from mart.profiles order by position`,
  );
}

/** Every form with what it follows, year by year and unit by unit. */
export function formProfiles(connection: DuckDBConnection): Promise<FormProfile[]> {
  return martRows(
    connection,
    `select
       form_id, fiscal_year, implementing_unit, project_name, profile, follows,
       ${[...POINTS, "other_weight"].map(printed).join(", ")}, denominator, sources
     from mart.form_profiles
     order by fiscal_year desc nulls last, implementing_unit, form_id`,
  );
}

/** How many forms have each denominator or each list of sources, the most frequent first. */
export function profileCounts(
  connection: DuckDBConnection,
  column: "denominator" | "sources",
): Promise<ProfileCount[]> {
  return martRows(
    connection,
    `select ${column} as value, count(*) as forms from mart.form_profiles
     group by ${column} order by count(*) desc, ${column}`,
  );
}

/** Units and projects whose rate of execution is low year after year, up to a year. */
import { DOUBTFUL_PROJECTS, DOUBTFUL_UNITS } from "../doubtful-names.ts";
import { byScope, type Cut } from "./cut.ts";
import { RELIABILITY } from "./reliability.ts";
import { DOUBT } from "./scoped-sums.ts";

/** Units a source of funds, and projects: as many as a heat map can show. */
const UNITS = 60;
const PROJECTS = 100;

/**
 * A relation of years with what is in doubt of the money of each streak: in all of its years, the one shown last.
 *
 * @param key the columns that tell whose years they are
 */
export function withStreakDoubt(years: string, key: string): string {
  return `(
    SELECT
      shown.*, sum(before.doubtful_forms) OVER streak AS streak_doubtful_forms,
      sum(before.doubtful_budget) OVER streak AS streak_doubtful_budget,
      sum(before.doubtful_executed) OVER streak AS streak_doubtful_executed
    FROM ${years} AS shown
    JOIN (SELECT ${key}, source, fiscal_year AS year, doubtful_forms, doubtful_budget, doubtful_executed FROM ${years})
      AS before USING (${key}, source)
    WHERE before.year = shown.fiscal_year
      OR before.year BETWEEN shown.fiscal_year - shown.streak_years + 1 AND shown.fiscal_year
    WINDOW streak AS (PARTITION BY ${key}, source, shown.fiscal_year)
    QUALIFY before.year = shown.fiscal_year
  )`;
}

/** Years of units, with the department that a unit has now. */
const UNIT_YEARS = `(
  SELECT years.*, units.department
  FROM ${withStreakDoubt("mart.unit_years", "implementing_unit")} AS years
  JOIN mart.units AS units USING (implementing_unit)
)`;

const PROJECT_YEARS = `(
  SELECT years.*, units.department
  FROM ${withStreakDoubt("mart.project_years", "implementing_unit, project_name")} AS years
  JOIN mart.units AS units USING (implementing_unit)
  WHERE years.source = 'total' AND years.streak_years >= 2
)`;

/** Units with a low year, the most money left over their low years first. */
const LISTED = `(
  SELECT
    *, row_number() OVER (
      PARTITION BY folder, file, source ORDER BY streak_unexecuted DESC NULLS LAST, implementing_unit
    ) AS place
  FROM ${byScope(UNIT_YEARS, { units: true })}
  WHERE streak_years >= 1
  QUALIFY place <= ${UNITS}
)`;

/**
 * Money that was carried over into a year, by projects of units, the most that is left of it again first; with its form where
 * it is one.
 */
const CARRIED = `(
  SELECT carried.*, units.department, places.form_id, places.line
  FROM (SELECT * EXCLUDE (department) FROM mart.carry_overs WHERE level = 'project') AS carried
  JOIN mart.units AS units USING (implementing_unit)
  LEFT JOIN (
    SELECT
      implementing_unit, project_name, fiscal_year,
      CASE WHEN count(*) = 1 THEN min(form_id) END AS form_id,
      CASE WHEN count(*) = 1 THEN min(line) END AS line
    FROM mart.execution
    WHERE source = 'carry_over' AND form_type = 'project'
    GROUP BY implementing_unit, project_name, fiscal_year
  ) AS places USING (implementing_unit, project_name, fiscal_year)
)`;

const SHOWN = `
  implementing_unit, fiscal_year, source, adjusted_budget, executed, unexecuted, execution_rate,
  streak_years::INTEGER AS streak_years, streak_lowest_rate, streak_unexecuted,
  low_years_of_three::INTEGER AS low_years_of_three, years_present::INTEGER AS years_present,
  ${DOUBT}, streak_doubtful_forms::INTEGER AS streak_doubtful_forms, streak_doubtful_budget, streak_doubtful_executed,
  implementing_unit IN ${DOUBTFUL_UNITS} AS unit_doubtful`;

export const streaks: Cut = {
  name: "streaks",
  tables: {
    carried_counts: `
      SELECT
        folder, file, count(*)::INTEGER AS projects, count(*) FILTER (carried_years >= 2)::INTEGER AS again,
        sum(carried_budget) AS carried_budget, sum(carried_unexecuted) AS carried_unexecuted,
        sum(doubtful_forms)::INTEGER AS doubtful_forms, NULL AS doubtful_initial_budget,
        sum(doubtful_budget) AS doubtful_budget, sum(doubtful_executed) AS doubtful_executed
      FROM ${byScope(CARRIED, { units: true })}
      GROUP BY folder, file
    `,
    carried: `
      SELECT
        folder, file, implementing_unit, project_name, fiscal_year, carried_budget, carried_executed, carried_unexecuted,
        unexecuted_before, carried_share, carried_years::INTEGER AS carried_years, form_id, line::INTEGER AS line,
        doubtful_forms::INTEGER AS doubtful_forms, NULL AS doubtful_initial_budget, doubtful_budget, doubtful_executed,
        project_name IN ${DOUBTFUL_PROJECTS} OR implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
      FROM ${byScope(CARRIED, { units: true })}
      QUALIFY row_number() OVER (
        PARTITION BY folder, file ORDER BY carried_unexecuted DESC NULLS LAST, implementing_unit, project_name
      ) <= ${PROJECTS}
      ORDER BY folder, file, carried_unexecuted DESC NULLS LAST, implementing_unit, project_name
    `,
    counts: `
      SELECT
        folder, file, source, count(*)::INTEGER AS units,
        count(*) FILTER (adjusted_budget <> 0)::INTEGER AS funded_units,
        count(*) FILTER (streak_years >= 1)::INTEGER AS low_units,
        count(*) FILTER (streak_years >= 2)::INTEGER AS streak_units,
        sum(unexecuted) FILTER (streak_years >= 1) AS low_unexecuted,
        sum(streak_unexecuted) FILTER (streak_years >= 2) AS streak_unexecuted,
        coalesce(sum(doubtful_forms) FILTER (streak_years >= 1), 0)::INTEGER AS low_doubtful_forms,
        sum(doubtful_budget) FILTER (streak_years >= 1) AS low_doubtful_budget,
        sum(doubtful_executed) FILTER (streak_years >= 1) AS low_doubtful_executed,
        coalesce(sum(streak_doubtful_forms) FILTER (streak_years >= 2), 0)::INTEGER AS streak_doubtful_forms,
        sum(streak_doubtful_budget) FILTER (streak_years >= 2) AS streak_doubtful_budget,
        sum(streak_doubtful_executed) FILTER (streak_years >= 2) AS streak_doubtful_executed,
        max(years_present)::INTEGER AS years
      FROM ${byScope(UNIT_YEARS, { units: true })}
      GROUP BY folder, file, source
    `,
    units: `SELECT folder, file, ${SHOWN} FROM ${LISTED} ORDER BY folder, file, source, place`,
    cells: `
      SELECT
        listed.folder, listed.file, years.implementing_unit, years.source, years.fiscal_year, years.adjusted_budget,
        years.executed, years.unexecuted, years.execution_rate,
        years.fiscal_year > listed.fiscal_year - listed.streak_years AS in_streak,
        years.doubtful_forms::INTEGER AS doubtful_forms
      FROM ${LISTED} AS listed
      JOIN mart.unit_years AS years USING (implementing_unit, source)
      WHERE years.fiscal_year <= listed.fiscal_year
      ORDER BY listed.folder, listed.file, listed.source, listed.place, years.fiscal_year
    `,
    reliability: RELIABILITY,
    projects: `
      SELECT
        folder, file, project_name, ${SHOWN},
        project_name IN ${DOUBTFUL_PROJECTS} OR implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
      FROM ${byScope(PROJECT_YEARS, { units: true })}
      QUALIFY row_number() OVER (
        PARTITION BY folder, file ORDER BY streak_unexecuted DESC NULLS LAST, implementing_unit, project_name
      ) <= ${PROJECTS}
      ORDER BY folder, file, streak_unexecuted DESC NULLS LAST, implementing_unit, project_name
    `,
  },
};

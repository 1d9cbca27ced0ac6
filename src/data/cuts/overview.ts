/** The year, or a department's year, in one screen. */
import { DOUBTFUL_NAMES, DOUBTFUL_UNITS } from "../doubtful-names.ts";
import { byScope, type Cut } from "./cut.ts";
import { DEPARTMENT_RELIABILITY } from "./reliability.ts";
import { ALL_YEARS, CHANGES, COUNTED_DOUBT, DOUBT, MEASURES, SOURCES } from "./scoped-sums.ts";

/** Units and forms: more than a chart shows, and few enough to load at once. */
const LISTED = 50;

const UNITS = byScope("mart.unit_execution");
const FORMS = byScope("(SELECT * FROM mart.execution WHERE form_type = 'project')");

/** The budget of the year or the department, for what is to be a noticeable part of it. */
const BUDGETS = `(SELECT folder, file, adjusted_budget AS budget, unexecuted AS left_over FROM ${SOURCES} WHERE source = 'total')`;

const NO_FORM = "NULL::VARCHAR AS project_name, NULL::VARCHAR AS form_id, NULL::INTEGER AS line";

/** The `LISTED` things that left most money, with their rows of every source of funds. */
function largest(rows: string, key: string): string {
  return `(
    SELECT folder, file, ${key}, row_number() OVER (
      PARTITION BY folder, file ORDER BY unexecuted DESC NULLS LAST, ${key}
    ) AS place
    FROM ${rows} WHERE source = 'total'
    QUALIFY place <= ${LISTED}
  )`;
}

/**
 * Three things to look at, each by a rule that the page prints beside it:
 * source: the source of funds whose share of the unexecuted exceeds its share of the budget by most;
 * unit: the lowest execution rate among the units that hold at least 5 % of the budget; where none does, as in a district of
 * hundreds, the unit that left most money unexecuted;
 * form: the form that left most money unexecuted.
 */
const ATTENTION = `
  WITH source AS (
    SELECT folder, file, 'source' AS kind, fiscal_year, source, NULL::VARCHAR AS implementing_unit, ${NO_FORM}, ${MEASURES},
      ${COUNTED_DOUBT}, false AS name_doubtful
    FROM ${SOURCES} JOIN ${BUDGETS} USING (folder, file)
    WHERE source <> 'total' AND unexecuted * budget > adjusted_budget * left_over
    QUALIFY row_number() OVER (
      PARTITION BY folder, file ORDER BY unexecuted * budget - adjusted_budget * left_over DESC, source
    ) = 1
  ),
  unit AS (
    SELECT folder, file, 'unit' AS kind, fiscal_year, source, implementing_unit, ${NO_FORM}, ${MEASURES},
      ${DOUBT}, implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
    FROM ${UNITS} JOIN ${BUDGETS} USING (folder, file)
    WHERE source = 'total' AND 20 * adjusted_budget >= budget AND execution_rate IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY execution_rate, implementing_unit) = 1
  ),
  largest_unit AS (
    SELECT folder, file, 'largest_unit' AS kind, fiscal_year, source, implementing_unit, ${NO_FORM}, ${MEASURES},
      ${DOUBT}, implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
    FROM ${UNITS} ANTI JOIN unit USING (folder, file)
    WHERE source = 'total' AND unexecuted > 0
    QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC, implementing_unit) = 1
  ),
  form AS (
    SELECT folder, file, 'form' AS kind, fiscal_year, source, implementing_unit, project_name, form_id, line, ${MEASURES},
      doubtful::INTEGER AS doubtful_forms, CASE WHEN doubtful THEN initial_budget END AS doubtful_initial_budget,
      CASE WHEN doubtful THEN adjusted_budget END AS doubtful_budget, CASE WHEN doubtful THEN executed END AS doubtful_executed,
      form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
    FROM ${FORMS}
    WHERE source = 'total' AND unexecuted > 0
    QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC, form_id) = 1
  )
  SELECT * FROM source
  UNION ALL SELECT * FROM unit
  UNION ALL SELECT * FROM largest_unit
  UNION ALL SELECT * FROM form
`;

export const overview: Cut = {
  name: "overview",
  tables: {
    sources: `
      SELECT folder, file, fiscal_year, source, forms, ${COUNTED_DOUBT}, funded_forms, ${MEASURES}
      FROM ${SOURCES}
      ORDER BY folder, file, adjusted_budget DESC NULLS LAST, source
    `,
    years: `
      SELECT folder, file, fiscal_year, source, forms, ${COUNTED_DOUBT}, funded_forms, ${MEASURES}, ${CHANGES}
      FROM ${ALL_YEARS}
      WHERE source = 'total' OR funded_forms > 0
      ORDER BY folder, file, (source = 'total') DESC, source, fiscal_year DESC NULLS LAST
    `,
    departments: `
      SELECT
        coalesce(fiscal_year::VARCHAR, 'unknown') AS folder, 'all' AS file, fiscal_year, department, source,
        forms::INTEGER AS forms, units::INTEGER AS units, ${DOUBT}, ${MEASURES}
      FROM mart.department_execution
      WHERE source = 'total' AND department IS NOT NULL
      ORDER BY folder, unexecuted DESC NULLS LAST, department
    `,
    units: `
      SELECT
        folder, file, fiscal_year, department, implementing_unit, source, forms::INTEGER AS forms,
        ${DOUBT}, ${MEASURES}, implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
      FROM ${largest(UNITS, "implementing_unit")} JOIN ${UNITS} USING (folder, file, implementing_unit)
      ORDER BY folder, file, place, (source = 'total') DESC, unexecuted DESC NULLS LAST, source
    `,
    forms: `
      SELECT
        folder, file, fiscal_year, form_id, department, implementing_unit, project_name, source, line, ${MEASURES}, doubtful,
        form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
      FROM ${largest(`(SELECT * FROM ${FORMS} WHERE unexecuted > 0)`, "form_id")} JOIN ${FORMS} USING (folder, file, form_id)
      ORDER BY folder, file, place, line
    `,
    attention: ATTENTION,
    reliability: DEPARTMENT_RELIABILITY,
  },
};

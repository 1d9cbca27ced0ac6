/** Sums of the year and of each department in one relation, `folder` and `file` first, for the pages that show either. */
import { UNIT_FILE, UNIT_NUMBERS } from "./cut.ts";

const YEAR = "coalesce(fiscal_year::VARCHAR, 'unknown')";
const NUMBERS = "(SELECT DISTINCT department, department_no FROM mart.departments) AS numbers";

/** What pages show of a sum, and of a form. */
export const MEASURES = `
  initial_budget, adjusted_budget, executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted`;

const DOUBTFUL_AMOUNTS = "doubtful_initial_budget, doubtful_budget, doubtful_executed";

/** How much of a sum is in doubt. */
export const DOUBT = `doubtful_forms::INTEGER AS doubtful_forms, ${DOUBTFUL_AMOUNTS}`;

/** The same of what is counted already. */
export const COUNTED_DOUBT = `doubtful_forms, ${DOUBTFUL_AMOUNTS}`;

const COUNTED = `forms::INTEGER AS forms, ${DOUBT}, funded_forms::INTEGER AS funded_forms`;

/** By source of funds: the year's row, or the department's. Its shares are of the year in both. */
export const SOURCES = `(
  SELECT ${YEAR} AS folder, 'all' AS file, fiscal_year, source, ${COUNTED}, ${MEASURES}
  FROM mart.year_execution
  UNION ALL
  SELECT ${YEAR}, numbers.department_no::VARCHAR, fiscal_year, source, ${COUNTED}, ${MEASURES}
  FROM mart.department_execution JOIN ${NUMBERS} USING (department)
)`;

/** By project and source of funds. */
export const PROJECTS = `(
  SELECT ${YEAR} AS folder, 'all' AS file, fiscal_year, project_name, source, units::INTEGER AS units, ${COUNTED}, ${MEASURES}
  FROM mart.project_execution
  UNION ALL
  SELECT ${YEAR}, numbers.department_no::VARCHAR, fiscal_year, project_name, source, units::INTEGER, ${COUNTED}, ${MEASURES}
  FROM mart.department_projects JOIN ${NUMBERS} USING (department)
)`;

/** The same, and the projects of each unit. */
export const PROJECTS_OF_UNITS_TOO = `(
  SELECT * FROM ${PROJECTS}
  UNION ALL
  SELECT ${YEAR}, ${UNIT_FILE}, fiscal_year, project_name, source, 1, ${COUNTED}, ${MEASURES}
  FROM mart.unit_projects JOIN ${UNIT_NUMBERS} USING (implementing_unit)
)`;

/** What pages show of a year beside the years before it. */
export const CHANGES = `
  budget_change, budget_change_rate, execution_rate_change, streak_years, added_budget, added_unexecuted`;

/** The same of the year's sources of funds, and of each department's. */
const CHANGED = `(
  SELECT 'all' AS file, fiscal_year, source, ${CHANGES} FROM mart.source_years
  UNION ALL
  SELECT numbers.department_no::VARCHAR, fiscal_year, source, ${CHANGES}
  FROM mart.department_years JOIN ${NUMBERS} USING (department)
)`;

/**
 * The rows of every year, in the files of each year: `years` beside the year that is shown. Forms without a year stand
 * beside no other, and have no changes.
 */
export const ALL_YEARS = `(
  SELECT
    shown.folder, shown.file, rows.* EXCLUDE (folder, file), changed.* EXCLUDE (file, fiscal_year, source, streak_years),
    coalesce(changed.streak_years, 0)::INTEGER AS streak_years
  FROM (SELECT DISTINCT folder, file FROM ${SOURCES}) AS shown
  JOIN ${SOURCES} AS rows USING (file)
  LEFT JOIN ${CHANGED} AS changed
    ON changed.file = rows.file AND changed.fiscal_year = rows.fiscal_year AND changed.source = rows.source
)`;

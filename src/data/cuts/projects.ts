/** Projects across units and years: what a year spends them on, what recurs, what was added in mid-year. */
import { PROJECT_FILES } from "../../components/project-file.ts";
import { DOUBTFUL_NAMES, DOUBTFUL_PROJECTS } from "../doubtful-names.ts";
import { byScope, type Cut } from "./cut.ts";
import { RELIABILITY, reliabilityBy } from "./reliability.ts";
import { DOUBT, MEASURES, PROJECTS_OF_UNITS_TOO as SUMS } from "./scoped-sums.ts";

/** Names and forms a year: more is looked for by name. */
const LISTED = 300;
const FORMS = 100;

/** In how many years a name has stood until now, and how often its rate was low then. */
const RECURRENCE = `(
  SELECT project_name, fiscal_year, source, max(years_present)::INTEGER AS years, max(streak_years)::INTEGER AS streak_years
  FROM mart.project_years
  GROUP BY project_name, fiscal_year, source
)`;

const ADDED = `(
  SELECT execution.*
  FROM mart.execution AS execution
  WHERE form_type = 'project' AND source = 'total' AND initial_budget = 0 AND adjusted_budget > 0
)`;

export const projects: Cut = {
  name: "projects",
  tables: {
    summary: `
      SELECT
        folder, file, source, count(*)::INTEGER AS projects, count(*) FILTER (units >= 2)::INTEGER AS shared_projects,
        count(*) FILTER (recurrence.years >= 2)::INTEGER AS recurring_projects
      FROM ${SUMS} AS sums LEFT JOIN ${RECURRENCE} AS recurrence USING (project_name, fiscal_year, source)
      WHERE funded_forms > 0
      GROUP BY folder, file, source
    `,
    projects: `
      SELECT
        folder, file, fiscal_year, project_name, source, forms::INTEGER AS forms, units::INTEGER AS units, ${MEASURES},
        ${DOUBT}, recurrence.years, recurrence.streak_years, project_name IN ${DOUBTFUL_PROJECTS} AS name_doubtful
      FROM ${SUMS} AS sums LEFT JOIN ${RECURRENCE} AS recurrence USING (project_name, fiscal_year, source)
      WHERE funded_forms > 0
      QUALIFY row_number() OVER (
        PARTITION BY folder, file, source ORDER BY unexecuted DESC NULLS LAST, project_name
      ) <= ${LISTED}
      ORDER BY folder, file, source, unexecuted DESC NULLS LAST, project_name
    `,
    added_summary: `
      SELECT
        folder, file, count(*)::INTEGER AS forms, sum(adjusted_budget) AS adjusted_budget, sum(unexecuted) AS unexecuted,
        count(*) FILTER (doubtful)::INTEGER AS doubtful_forms, sum(initial_budget) FILTER (doubtful) AS doubtful_initial_budget,
        sum(adjusted_budget) FILTER (doubtful) AS doubtful_budget, sum(executed) FILTER (doubtful) AS doubtful_executed
      FROM ${byScope(ADDED, { units: true })}
      GROUP BY folder, file
    `,
    added: `
      SELECT
        folder, file, fiscal_year, form_id, department, implementing_unit, project_name, source, line, ${MEASURES},
        doubtful, form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
      FROM ${byScope(ADDED, { units: true })}
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC NULLS LAST, form_id) <= ${FORMS}
      ORDER BY folder, file, unexecuted DESC NULLS LAST, form_id
    `,
    reliability: RELIABILITY,
  },
};

/** The file that a name lies in, as `projectFile` computes it. */
const FILE = `(list_sum(list_transform(string_split(project_name, ''), lambda c: unicode(c))) % ${PROJECT_FILES})
  ::INTEGER::VARCHAR`;

/** Projects by name, all years and units; many names a file, since names are many and their files would be small. */
export const project: Cut = {
  name: "project",
  tables: {
    years: `
      SELECT
        'name' AS folder, ${FILE} AS file, project_name, fiscal_year, source, forms::INTEGER AS forms,
        units::INTEGER AS units, ${MEASURES}, ${DOUBT},
        project_name IN ${DOUBTFUL_PROJECTS} AS name_doubtful
      FROM mart.project_execution
      WHERE project_name IS NOT NULL
      ORDER BY file, project_name, fiscal_year DESC NULLS LAST, adjusted_budget DESC NULLS LAST, source
    `,
    forms: `
      SELECT
        'name' AS folder, ${FILE} AS file, fiscal_year, form_id, department, implementing_unit, project_name, source, line,
        ${MEASURES}, doubtful, form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
      FROM mart.execution
      WHERE project_name IS NOT NULL AND form_type = 'project' AND source = 'total'
      ORDER BY file, project_name, fiscal_year DESC NULLS LAST, unexecuted DESC NULLS LAST, form_id
    `,
    reliability: reliabilityBy("'name'", FILE, "project_name,"),
  },
};

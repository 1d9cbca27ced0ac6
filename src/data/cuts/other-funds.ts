/** 其他资金 of a year or a department, beside 当年财政拨款. */
import { DOUBTFUL_NAMES, DOUBTFUL_PROJECTS, DOUBTFUL_UNITS } from "../doubtful-names.ts";
import { byScope, type Cut } from "./cut.ts";
import { DEPARTMENT_RELIABILITY } from "./reliability.ts";
import {
  ALL_YEARS,
  CHANGES,
  COUNTED_DOUBT,
  DOUBT,
  MEASURES,
  PROJECTS_OF_UNITS_TOO,
  SOURCES,
} from "./scoped-sums.ts";

const FORMS = 200;
const NAMES = 100;
const UNITS_LISTED = 100;
/** Forms whose reasons are shown. */
const EXPLAINED = 40;

const OTHER_FORMS = byScope(
  `(
  SELECT * FROM mart.execution
  WHERE form_type = 'project' AND source = 'other_funds'
    AND (initial_budget <> 0 OR adjusted_budget <> 0 OR executed <> 0)
)`,
  { units: true },
);
const UNITS = byScope(
  "(SELECT * FROM mart.unit_execution WHERE source IN ('other_funds', 'current_year_appropriation'))",
);

export const otherFunds: Cut = {
  name: "other-funds",
  tables: {
    sources: `
      SELECT folder, file, fiscal_year, source, forms, ${COUNTED_DOUBT}, funded_forms, ${MEASURES}
      FROM ${SOURCES}
      ORDER BY folder, file, adjusted_budget DESC NULLS LAST, source
    `,
    years: `
      SELECT folder, file, fiscal_year, source, forms, ${COUNTED_DOUBT}, funded_forms, ${MEASURES}, ${CHANGES}
      FROM ${ALL_YEARS}
      WHERE source IN ('other_funds', 'current_year_appropriation')
      ORDER BY folder, file, fiscal_year DESC NULLS LAST, source DESC
    `,
    forms: `
      SELECT
        folder, file, fiscal_year, form_id, department, implementing_unit, project_name, source, line, adjustment_rate,
        ${MEASURES}, doubtful, form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
      FROM ${OTHER_FORMS}
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC NULLS LAST, form_id) <= ${FORMS}
      ORDER BY folder, file, unexecuted DESC NULLS LAST, form_id
    `,
    projects: `
      SELECT folder, file, fiscal_year, project_name, source, units, forms, ${COUNTED_DOUBT}, funded_forms, ${MEASURES},
        project_name IN ${DOUBTFUL_PROJECTS} AS name_doubtful
      FROM ${PROJECTS_OF_UNITS_TOO}
      WHERE source = 'other_funds' AND funded_forms > 0
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC NULLS LAST, project_name) <= ${NAMES}
      ORDER BY folder, file, unexecuted DESC NULLS LAST, project_name
    `,
    units: `
      WITH listed AS (
        SELECT
          folder, file, implementing_unit,
          row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC NULLS LAST, implementing_unit) AS place
        FROM ${UNITS}
        WHERE source = 'other_funds' AND funded_forms > 0
        QUALIFY place <= ${UNITS_LISTED}
      )
      SELECT
        folder, file, fiscal_year, department, implementing_unit, source, forms::INTEGER AS forms,
        funded_forms::INTEGER AS funded_forms, ${DOUBT}, ${MEASURES},
        implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
      FROM listed JOIN ${UNITS} USING (folder, file, implementing_unit)
      ORDER BY folder, file, place, source DESC
    `,
    reliability: DEPARTMENT_RELIABILITY,
    reasons: `
      WITH listed AS (
        SELECT
          *, row_number() OVER (PARTITION BY folder, file ORDER BY unexecuted DESC, form_id) AS place
        FROM ${OTHER_FORMS}
        WHERE unexecuted > 0
        QUALIFY place <= ${EXPLAINED}
      )
      SELECT
        folder, file, listed.form_id, listed.implementing_unit, listed.project_name, listed.unexecuted,
        listed.execution_rate, listed.doubtful, listed.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful,
        indicators.name AS indicator, indicators.deviation_reason, coalesce(indicators.line, listed.line) AS line
      FROM listed
      LEFT JOIN mart.indicators AS indicators
        ON indicators.form_id = listed.form_id AND length(indicators.deviation_reason) > 1
      ORDER BY folder, file, place, indicators.seq
    `,
  },
};

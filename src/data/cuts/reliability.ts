/** How far the figures that a page shows can be trusted. */
import { byScope } from "./cut.ts";

const FORMS = `(
  SELECT
    forms.form_id, forms.form_type, forms.fiscal_year, forms.department_name AS department,
    forms.unit_name AS implementing_unit, forms.project AS project_name, forms.flagged_cells,
    doubtful.form_id IS NOT NULL AS doubtful
  FROM mart.forms AS forms
  LEFT JOIN (SELECT DISTINCT form_id FROM mart.execution WHERE doubtful) AS doubtful USING (form_id)
  WHERE forms.superseded_by IS NULL
)`;

/** The forms that are added up, and how many of their cells ask for a person. */
const COUNTS = `
  count(*) FILTER (form_type = 'project')::INTEGER AS forms,
  count(*) FILTER (form_type <> 'project')::INTEGER AS other_forms,
  coalesce(sum(flagged_cells) FILTER (form_type = 'project'), 0)::INTEGER AS flagged_cells,
  count(*) FILTER (form_type = 'project' AND flagged_cells > 0)::INTEGER AS flagged_forms,
  count(*) FILTER (form_type = 'project' AND doubtful)::INTEGER AS doubtful_forms`;

/** Of each year, its departments and its units; for the cuts that have files of these. */
export const RELIABILITY = `
  SELECT folder, file, fiscal_year, ${COUNTS}
  FROM ${byScope(FORMS, { units: true })}
  GROUP BY folder, file, fiscal_year
`;

/** The same without units. */
export const DEPARTMENT_RELIABILITY = `
  SELECT folder, file, fiscal_year, ${COUNTS}
  FROM ${byScope(FORMS)}
  GROUP BY folder, file, fiscal_year
`;

/**
 * Of each year of something else.
 *
 * @param file an SQL expression for the file that a form belongs to, null where it belongs to none
 */
export function reliabilityBy(folder: string, file: string, keys = ""): string {
  return `
    SELECT ${folder} AS folder, ${file} AS file, ${keys} fiscal_year, ${COUNTS}
    FROM ${FORMS} AS forms LEFT JOIN mart.units AS units USING (implementing_unit)
    WHERE file IS NOT NULL
    GROUP BY ALL
    ORDER BY ALL
  `;
}

// The units, for choosing one of them, with the years that they have forms of projects in.
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    units.implementing_unit, unit_no::INTEGER AS unit_no, units.department,
    coalesce(list(DISTINCT forms.fiscal_year) FILTER (forms.form_id IS NOT NULL), []) AS years
  FROM mart.units AS units
  LEFT JOIN mart.forms AS forms
    ON forms.unit_name = units.implementing_unit AND form_type = 'project' AND superseded_by IS NULL
  GROUP BY units.implementing_unit, unit_no, units.department
  ORDER BY units.implementing_unit
`);

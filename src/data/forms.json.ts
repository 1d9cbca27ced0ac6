// The list of all forms, each with its total row.
import { DOUBTFUL_NAMES } from "./doubtful-names.ts";
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    forms.form_id, forms.form_type, forms.fiscal_year, forms.project_name, forms.department, forms.implementing_unit,
    total.adjusted_budget, total.executed, total.unexecuted, total.execution_rate, total.line,
    forms.total_score, forms.rating, forms.flagged_cells,
    forms.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
  FROM mart.forms AS forms
  LEFT JOIN mart.execution AS total ON total.form_id = forms.form_id AND total.source = 'total'
  WHERE forms.superseded_by IS NULL
  ORDER BY forms.fiscal_year DESC NULLS LAST, forms.form_id
`);

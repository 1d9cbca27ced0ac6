// The rows of funding of the forms that left most money unexecuted: 50 forms a year are more than a page shows.
import { DOUBTFUL_NAMES } from "./doubtful-names.ts";
import { printRows } from "./query.ts";

await printRows(`
  WITH largest AS (
    SELECT form_id, row_number() OVER (PARTITION BY fiscal_year ORDER BY unexecuted DESC, form_id) AS place
    FROM mart.execution
    WHERE source = 'total' AND unexecuted > 0
    QUALIFY place <= 50
  )
  SELECT
    execution.fiscal_year, largest.place::INTEGER AS place, execution.form_id, execution.department,
    execution.implementing_unit, execution.project_name, execution.source, execution.line, execution.initial_budget,
    execution.adjusted_budget, execution.executed, execution.unexecuted, execution.execution_rate,
    execution.share_of_budget, execution.share_of_unexecuted, execution.doubtful,
    execution.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
  FROM largest
  JOIN mart.execution AS execution USING (form_id)
  ORDER BY execution.fiscal_year DESC NULLS LAST, largest.place, execution.line
`);

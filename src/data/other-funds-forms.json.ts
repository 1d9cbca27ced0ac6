// Every form that had 其他资金 at some stage of the year.
import { DOUBTFUL_NAMES } from "./doubtful-names.ts";
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    fiscal_year, form_id, department, implementing_unit, project_name, source, line, initial_budget,
    adjusted_budget, adjustment_rate, executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted,
    doubtful, form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
  FROM mart.execution
  WHERE source = 'other_funds' AND (initial_budget <> 0 OR adjusted_budget <> 0 OR executed <> 0)
  ORDER BY fiscal_year DESC NULLS LAST, unexecuted DESC NULLS LAST, form_id
`);

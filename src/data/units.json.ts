// Execution of each implementing unit by source of funds; the largest unexecuted amounts first.
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    fiscal_year, department, implementing_unit, source, forms::INTEGER AS forms, initial_budget, adjusted_budget,
    executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted,
    doubtful_forms::INTEGER AS doubtful_forms
  FROM mart.unit_execution
  ORDER BY fiscal_year DESC NULLS LAST, unexecuted DESC NULLS LAST, implementing_unit, source
`);

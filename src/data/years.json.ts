// Execution of each year by source of funds.
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    fiscal_year, source, forms::INTEGER AS forms, initial_budget, adjusted_budget, executed, unexecuted,
    execution_rate, share_of_budget, share_of_unexecuted, doubtful_forms::INTEGER AS doubtful_forms
  FROM mart.year_execution
  ORDER BY fiscal_year DESC NULLS LAST, adjusted_budget DESC NULLS LAST, source
`);

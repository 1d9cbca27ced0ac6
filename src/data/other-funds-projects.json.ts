// 其他资金 by project across units; the largest unexecuted amounts first.
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    fiscal_year, project_name, source, forms::INTEGER AS forms, units::INTEGER AS units, initial_budget,
    adjusted_budget, executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted,
    doubtful_forms::INTEGER AS doubtful_forms
  FROM mart.project_execution
  WHERE source = 'other_funds' AND (initial_budget <> 0 OR adjusted_budget <> 0 OR executed <> 0)
  ORDER BY fiscal_year DESC NULLS LAST, unexecuted DESC NULLS LAST, project_name
`);

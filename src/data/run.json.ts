// One row about the run that made the warehouse.
import { printRows } from "./query.ts";

await printRows(`
  SELECT
    strftime(run_at, '%Y-%m-%dT%H:%M:%SZ') AS run_at,
    version,
    documents::INTEGER AS documents,
    forms::INTEGER AS forms,
    rejected::INTEGER AS rejected,
    synthetic
  FROM mart.run
`);

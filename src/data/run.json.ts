// One row about the run that made the warehouse, and how many of its cells ask for a person.
import { printRows } from "./query.ts";

await printRows(`
  WITH flagged AS (
    SELECT
      coalesce(sum(flagged_cells), 0)::INTEGER AS flagged_cells,
      count(*) FILTER (flagged_cells > 0)::INTEGER AS flagged_forms
    FROM mart.forms
  ),
  doubtful AS (
    SELECT count(DISTINCT form_id)::INTEGER AS doubtful_forms FROM mart.execution WHERE doubtful
  )
  SELECT
    strftime(run.run_at, '%Y-%m-%d %H:%M') AS run_at,
    run.version,
    run.documents::INTEGER AS documents,
    run.forms::INTEGER AS forms,
    run.rejected::INTEGER AS rejected,
    flagged.*,
    doubtful.*
  FROM mart.run AS run, flagged, doubtful
`);

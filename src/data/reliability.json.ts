// How far each year's figures can be trusted: the forms that are added up, and how many of their cells ask for a person.
import { printRows } from "./query.ts";

await printRows(`
  WITH doubtful AS (
    SELECT DISTINCT form_id FROM mart.execution WHERE doubtful
  )
  SELECT
    fiscal_year,
    count(*) FILTER (form_type = 'project')::INTEGER AS forms,
    count(*) FILTER (form_type <> 'project')::INTEGER AS other_forms,
    coalesce(sum(flagged_cells) FILTER (form_type = 'project'), 0)::INTEGER AS flagged_cells,
    count(*) FILTER (form_type = 'project' AND flagged_cells > 0)::INTEGER AS flagged_forms,
    count(doubtful.form_id) FILTER (form_type = 'project')::INTEGER AS doubtful_forms
  FROM (SELECT * FROM mart.forms WHERE superseded_by IS NULL)
  LEFT JOIN doubtful USING (form_id)
  GROUP BY fiscal_year
  ORDER BY fiscal_year DESC NULLS LAST
`);

// Three things to look at in each year, each by a rule that the page prints beside it:
// source: the source of funds whose share of the unexecuted exceeds its share of the budget by most;
// unit: the lowest execution rate among the units that hold at least 5 % of the year's budget;
// form: the form that left most money unexecuted.
import { DOUBTFUL_NAMES } from "./doubtful-names.ts";
import { printRows } from "./query.ts";

await printRows(`
  WITH source AS (
    SELECT 'source' AS kind, fiscal_year, source, NULL AS implementing_unit, NULL AS project_name, NULL AS form_id,
      NULL AS line, adjusted_budget, executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted,
      doubtful_forms::INTEGER AS doubtful_forms,
      false AS name_doubtful
    FROM mart.year_execution
    WHERE source <> 'total' AND share_of_unexecuted > share_of_budget
    QUALIFY row_number() OVER (
      PARTITION BY fiscal_year ORDER BY share_of_unexecuted - share_of_budget DESC, source
    ) = 1
  ),
  unit AS (
    SELECT 'unit' AS kind, fiscal_year, source, implementing_unit, NULL AS project_name, NULL AS form_id,
      NULL AS line, adjusted_budget, executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted,
      doubtful_forms::INTEGER AS doubtful_forms,
      false AS name_doubtful
    FROM mart.unit_execution
    WHERE source = 'total' AND share_of_budget >= 5 AND execution_rate IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY fiscal_year ORDER BY execution_rate, implementing_unit) = 1
  ),
  form AS (
    SELECT 'form' AS kind, fiscal_year, source, implementing_unit, project_name, form_id, line, adjusted_budget,
      executed, unexecuted, execution_rate, share_of_budget, share_of_unexecuted, doubtful::INTEGER AS doubtful_forms,
      form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
    FROM mart.execution
    WHERE source = 'total' AND unexecuted > 0
    QUALIFY row_number() OVER (PARTITION BY fiscal_year ORDER BY unexecuted DESC, form_id) = 1
  )
  SELECT * FROM source UNION ALL SELECT * FROM unit UNION ALL SELECT * FROM form
`);

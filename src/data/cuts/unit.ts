/** One unit: its years by source of funds, its forms and what the rules found in them. */
import { DOUBTFUL_NAMES, DOUBTFUL_UNITS } from "../doubtful-names.ts";
import type { Cut } from "./cut.ts";
import { reliabilityBy } from "./reliability.ts";
import { DOUBT } from "./scoped-sums.ts";

/** Findings a unit: more are read in the list of all findings. */
const FINDINGS = 200;

const FILE = "'unit' AS folder, units.unit_no::VARCHAR AS file";

export const unit: Cut = {
  name: "unit",
  tables: {
    years: `
      WITH placed AS (
        SELECT
          *,
          row_number() OVER (PARTITION BY fiscal_year, source ORDER BY unexecuted DESC NULLS LAST, implementing_unit)
            ::INTEGER AS place,
          count(*) OVER (PARTITION BY fiscal_year, source)::INTEGER AS units
        FROM mart.unit_years
      )
      SELECT
        ${FILE}, fiscal_year, source, placed.forms::INTEGER AS forms, initial_budget, adjusted_budget, executed,
        unexecuted, execution_rate, budget_change, budget_change_rate, execution_rate_change,
        streak_years::INTEGER AS streak_years, streak_lowest_rate, streak_unexecuted, added_budget, added_unexecuted,
        ${DOUBT}, place, placed.units,
        implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful
      FROM placed
      JOIN mart.units AS units USING (implementing_unit)
      ORDER BY units.unit_no, fiscal_year DESC, adjusted_budget DESC NULLS LAST, source
    `,
    forms: `
      SELECT
        ${FILE}, forms.form_id, forms.form_type, forms.fiscal_year, forms.project AS project_name,
        forms.department_name AS department, units.implementing_unit, total.initial_budget, total.adjusted_budget, total.executed, total.unexecuted,
        total.execution_rate, total.share_of_budget,
        total.share_of_unexecuted, total.source, total.line, forms.total_score, forms.rating, forms.flagged_cells,
        coalesce(total.doubtful, false) AS doubtful, forms.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
      FROM mart.forms AS forms
      JOIN mart.units AS units ON units.implementing_unit = forms.unit_name
      LEFT JOIN mart.execution AS total ON total.form_id = forms.form_id AND total.source = 'total'
      WHERE forms.superseded_by IS NULL
      ORDER BY units.unit_no, forms.fiscal_year DESC NULLS LAST, total.unexecuted DESC NULLS LAST, forms.form_id
    `,
    reliability: reliabilityBy("'unit'", "units.unit_no::VARCHAR"),
    findings: `
      SELECT
        ${FILE}, findings.finding_id, findings.rule, rules.name AS rule_name, rules.question, findings.severity,
        findings.fiscal_year, findings.form_id, findings.project_name, findings.message, findings.amount, findings.line,
        findings.doubtful, findings.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful, findings.decision_state = 'in_force' AS decided
      FROM mart.findings AS findings
      JOIN mart.rules AS rules USING (rule)
      LEFT JOIN mart.forms AS forms ON forms.form_id = findings.form_id
      JOIN mart.units AS units
        ON units.implementing_unit = coalesce(forms.unit_name, findings.implementing_unit)
      QUALIFY row_number() OVER (
        PARTITION BY units.unit_no
        ORDER BY findings.fiscal_year DESC NULLS LAST,
          CASE findings.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
          findings.amount DESC NULLS LAST, findings.finding_id
      ) <= ${FINDINGS}
      ORDER BY units.unit_no, findings.fiscal_year DESC NULLS LAST,
        CASE findings.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
        findings.amount DESC NULLS LAST, findings.finding_id
    `,
  },
};

/** The long lists of the site. */
import { DOUBTFUL_NAMES } from "./doubtful-names.ts";
import type { PieceList } from "./pieces.ts";

/** What the rules found: the newest year first, there the gravest, rule by rule. */
export const FINDINGS: PieceList = {
  name: "findings",
  keys: [
    "fiscal_year",
    "severity",
    "rule",
    "department",
    "implementing_unit",
    "state",
    "answer",
    "age",
    "open",
  ],
  order: `fiscal_year DESC NULLS LAST, list_position(['error', 'warning', 'info'], severity), rule,
    implementing_unit NULLS LAST, form_id NULLS LAST, line NULLS LAST, finding_id`,
  rows: `
    SELECT
      findings.finding_id, findings.rule, severity, findings.fiscal_year, findings.form_id, findings.implementing_unit,
      forms.department_name AS department, findings.project_name, field, seq, amount::DECIMAL(38, 2)::VARCHAR AS amount, message, findings.line, doubtful,
      figures,
      CASE WHEN decision_state = 'in_force' THEN decision ELSE coalesce(decision_state, 'undecided') END AS state,
      decision, decision_reason, decision_until::VARCHAR AS decision_until, decision_office,
      findings.finding_id IN (SELECT finding_id FROM core.open_findings) AS open,
      answer, answer_text, answered_by, answer_note, findings.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful,
      -- Hints are not followed from one result to the next.
      CASE findings.severity WHEN 'info' THEN 'hint' ELSE history.state END AS age, history.since_at::DATE::VARCHAR AS since
    FROM mart.findings AS findings
    LEFT JOIN mart.forms AS forms ON forms.form_id = findings.form_id
    LEFT JOIN mart.finding_history AS history
      ON history.finding_id = findings.finding_id AND history.state NOT IN ('solved', 'gone', 'dropped', 'reread', 'past')
  `,
};

/** The cells that ask for a person, form by form. */
export const REVIEW: PieceList = {
  name: "review",
  keys: ["fiscal_year", "department", "implementing_unit", "status", "field"],
  order: `fiscal_year DESC NULLS LAST, implementing_unit NULLS LAST, form_id, line NULLS LAST, record, seq, field`,
  rows: `
    SELECT
      flags.form_id, flags.record, flags.seq, flags.field, flags.status, flags.as_read, flags.value, flags.reason,
      flags.line, forms.fiscal_year, forms.department_name AS department, forms.unit_name AS implementing_unit,
      forms.project_name,
      fields.field IS NOT NULL AS correctable, flags.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
    FROM mart.cell_flags AS flags
    JOIN mart.forms AS forms USING (form_id)
    LEFT JOIN staging.stg_correctable_fields AS fields
      ON fields.record = flags.record AND fields.field = flags.field
    WHERE flags.asks_person
  `,
};

/** All forms, each with its total row: the newest year first, there the most money left. */
export const FORMS: PieceList = {
  name: "all_forms",
  keys: ["fiscal_year", "department", "implementing_unit", "flagged"],
  order: "fiscal_year DESC NULLS LAST, unexecuted DESC NULLS LAST, form_id",
  rows: `
    SELECT
      forms.form_id, forms.form_type, forms.fiscal_year, forms.project AS project_name,
      forms.department_name AS department, forms.unit_name AS implementing_unit,
      total.adjusted_budget, total.executed, total.unexecuted, total.execution_rate, total.line,
      forms.total_score, forms.rating, forms.flagged_cells::INTEGER AS flagged_cells,
      forms.flagged_cells > 0 AS flagged,
      forms.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
    FROM mart.forms AS forms
    LEFT JOIN mart.execution AS total ON total.form_id = forms.form_id AND total.source = 'total'
  `,
};

const points = (part: string) =>
  `regexp_replace(forms.${part}_weight::VARCHAR, '\\.?0+$', '') AS ${part}_weight`;

/** Every form with the profile (口径) that it follows or comes near to. */
export const FORM_PROFILES: PieceList = {
  name: "form_profiles",
  keys: ["fiscal_year", "implementing_unit", "profile", "follows", "denominator"],
  order: "fiscal_year DESC NULLS LAST, implementing_unit NULLS LAST, form_id",
  rows: `
    SELECT
      forms.form_id, forms.fiscal_year, forms.implementing_unit, forms.project_name, forms.profile,
      CASE WHEN forms.follows THEN 'follows' WHEN NOT forms.follows THEN 'departs' ELSE 'none' END AS follows,
      ${["execution", "cost", "output", "benefit", "satisfaction", "other"].map(points).join(", ")},
      forms.departing_group, forms.departure::VARCHAR AS departure, forms.denominator, forms.sources, forms.doubtful,
      forms.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
    FROM mart.form_profiles AS forms
  `,
};

export const LISTS: readonly PieceList[] = [FINDINGS, REVIEW, FORMS, FORM_PROFILES];

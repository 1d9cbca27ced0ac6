/** The long lists of the site. */
import type { PieceList } from "./pieces.ts";

/** What the rules found: the newest year first, there the gravest, rule by rule. */
export const FINDINGS: PieceList = {
  name: "findings",
  keys: ["fiscal_year", "severity", "rule", "implementing_unit", "state", "answer"],
  order: `fiscal_year DESC NULLS LAST, list_position(['error', 'warning', 'info'], severity), rule,
    implementing_unit NULLS LAST, form_id NULLS LAST, line NULLS LAST, finding_id`,
  rows: `
    SELECT
      finding_id, rule, severity, fiscal_year, form_id, implementing_unit, project_name, field, seq,
      amount::DECIMAL(38, 2)::VARCHAR AS amount, message, line, doubtful, figures,
      CASE WHEN decision_state = 'in_force' THEN decision ELSE coalesce(decision_state, 'undecided') END AS state,
      decision, decision_reason, decision_until::VARCHAR AS decision_until, decision_office,
      answer, answer_text, answered_by, answer_note
    FROM mart.findings
  `,
};

/** The cells that ask for a person, form by form. */
export const REVIEW: PieceList = {
  name: "review",
  keys: ["fiscal_year", "implementing_unit", "status", "field"],
  order: `fiscal_year DESC NULLS LAST, implementing_unit NULLS LAST, form_id, line NULLS LAST, record, seq, field`,
  rows: `
    SELECT
      flags.form_id, flags.record, flags.seq, flags.field, flags.status, flags.as_read, flags.value, flags.reason,
      flags.line, forms.fiscal_year, forms.implementing_unit, forms.project_name,
      fields.field IS NOT NULL AS correctable
    FROM mart.cell_flags AS flags
    JOIN mart.forms AS forms USING (form_id)
    LEFT JOIN staging.stg_correctable_fields AS fields
      ON fields.record = flags.record AND fields.field = flags.field
    WHERE flags.asks_person
  `,
};

export const LISTS: readonly PieceList[] = [FINDINGS, REVIEW];

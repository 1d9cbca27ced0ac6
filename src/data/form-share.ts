/**
 * Each form's share of the data, as one small file: the page of a form fetches its own and nothing else, so that a
 * site of ten thousand forms opens as fast as one of sixteen.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { FormShare } from "../components/form/form-share.ts";

/** Forms a query: enough to make queries few, and little enough to keep memory flat however many forms there are. */
const BATCH = 1000;

/**
 * The shares of the forms whose id lies between two, as JSON text. Lines are joined on equal numbers after each form
 * has been spread over its own: a join on a range would compare every form with every line of its document.
 */
const SHARES = `
  WITH chosen AS (
    SELECT *, least(first_line, fiscal_year_line) AS shown_from
    FROM mart.forms
    WHERE form_id BETWEEN $first AND $last
  ),
  funding AS (
    SELECT form_id, list({
      source: source, label: label, initial_budget: initial_budget::VARCHAR,
      adjusted_budget: adjusted_budget::VARCHAR, received: received::VARCHAR, executed: executed::VARCHAR, weight: weight::VARCHAR,
      reported_execution_rate: reported_execution_rate::VARCHAR, reported_score: reported_score::VARCHAR, line: line
    } ORDER BY position) AS items
    FROM mart.funding WHERE form_id BETWEEN $first AND $last GROUP BY form_id
  ),
  indicators AS (
    SELECT form_id, list({
      seq: seq, level1: level1, level2: level2, name: name, target: target, actual: actual, weight: weight::VARCHAR,
      score: score::VARCHAR, deviation_reason: deviation_reason, line: line, last_line: last_line
    } ORDER BY seq) AS items
    FROM mart.indicators WHERE form_id BETWEEN $first AND $last GROUP BY form_id
  ),
  flags AS (
    SELECT form_id, list({
      record: record, seq: seq, field: field, status: status, as_read: as_read, value: value, reason: reason, line: line,
      asks_person: asks_person
    } ORDER BY line NULLS LAST, record, seq, field) AS items
    FROM mart.cell_flags WHERE form_id BETWEEN $first AND $last GROUP BY form_id
  ),
  findings AS (
    SELECT form_id, list({
      finding_id: finding_id, rule: rule, rule_name: rules.name, question: rules.question, severity: found.severity,
      form_id: form_id, project_name: project_name, message: message, line: line, doubtful: doubtful,
      decided: decision_state = 'in_force'
    } ORDER BY CASE found.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, line NULLS LAST, finding_id) AS items
    FROM mart.findings AS found JOIN mart.rules AS rules USING (rule)
    WHERE form_id BETWEEN $first AND $last GROUP BY form_id
  ),
  shown AS (
    SELECT form_id, document_id, sheet, unnest(range(shown_from, last_line + 1)) AS line FROM chosen
  ),
  lines AS (
    SELECT shown.form_id, list({line: source.line, text: source.text, place: source.place} ORDER BY source.line) AS items
    FROM shown
    JOIN mart.source_lines AS source
      ON source.document_id = shown.document_id AND source.sheet = shown.sheet AND source.line = shown.line
    GROUP BY shown.form_id
  )
  SELECT
    chosen.document_id,
    chosen.ordinal,
    to_json({
      form: {
        form_id: chosen.form_id, document_id: chosen.document_id, ordinal: chosen.ordinal,
        first_line: chosen.first_line, last_line: chosen.last_line, fiscal_year: chosen.fiscal_year,
        project_name: chosen.project_name, department: chosen.department,
        implementing_unit: chosen.implementing_unit, amount_unit: chosen.amount_unit,
        expected_goal: chosen.expected_goal, actual_outcome: chosen.actual_outcome,
        total_score: chosen.total_score::VARCHAR, rating: chosen.rating,
        fiscal_year_line: chosen.fiscal_year_line, project_name_line: chosen.project_name_line,
        department_line: chosen.department_line, implementing_unit_line: chosen.implementing_unit_line,
        expected_goal_line: chosen.expected_goal_line, actual_outcome_line: chosen.actual_outcome_line,
        total_score_line: chosen.total_score_line, rating_line: chosen.rating_line
      },
      document: {
        document_id: documents.document_id, path: documents.path, format: documents.format,
        encoding: documents.encoding, forms: documents.forms
      },
      funding: coalesce(funding.items, []),
      indicators: coalesce(indicators.items, []),
      flags: coalesce(flags.items, []),
      lines: coalesce(lines.items, []),
      findings: coalesce(findings.items, [])
    })::VARCHAR AS share
  FROM chosen
  JOIN mart.documents AS documents USING (document_id)
  LEFT JOIN funding USING (form_id)
  LEFT JOIN indicators USING (form_id)
  LEFT JOIN flags USING (form_id)
  LEFT JOIN lines USING (form_id)
  LEFT JOIN findings USING (form_id)
`;

interface ShareRow {
  document_id: string;
  ordinal: number;
  share: string;
}

async function shares(connection: DuckDBConnection, first: string, last: string): Promise<ShareRow[]> {
  const reader = await connection.runAndReadAll(SHARES, { first, last });
  return reader.getRowObjects() as unknown as ShareRow[];
}

/** The share of one form; null when the warehouse does not know the form. */
export async function formShare(connection: DuckDBConnection, formId: string): Promise<FormShare | null> {
  const [row] = await shares(connection, formId, formId);
  return row ? JSON.parse(row.share) : null;
}

/**
 * Writes every form's share to `outDir/<document_id>/<ordinal>.json`, the address the page of a form fetches.
 *
 * @returns how many files were written
 */
export async function writeFormShares(connection: DuckDBConnection, outDir: string): Promise<number> {
  const batches = await connection.runAndReadAll(`
    SELECT min(form_id) AS first, max(form_id) AS last
    FROM (SELECT form_id, (row_number() OVER (ORDER BY form_id) - 1) // ${BATCH} AS batch FROM mart.forms)
    GROUP BY batch
    ORDER BY batch
  `);
  let written = 0;
  for (const { first, last } of batches.getRowObjects()) {
    for (const row of await shares(connection, String(first), String(last))) {
      const folder = join(outDir, row.document_id);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${String(row.ordinal).padStart(2, "0")}.json`), row.share);
      written++;
    }
  }
  return written;
}

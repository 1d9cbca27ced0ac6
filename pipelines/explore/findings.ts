/**
 * What the rules found in a warehouse and what was decided on it, as reviewers read it.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "./mart-rows.ts";

/** `error`: the form contradicts itself; `warning`: worth asking about. */
export type Severity = "error" | "warning" | "info";

/** `accepted`: the reason stands; `waived`: not to be asked about; `confirmed`: it is so. */
export type Decision = "accepted" | "waived" | "confirmed";

export interface Finding {
  finding_id: string;
  rule: string;
  severity: Severity;
  fiscal_year: number | null;
  form_id: string | null;
  implementing_unit: string | null;
  project_name: string | null;
  message: string;
  line: number | null;
  figures: string;
  decision: Decision | null;
  decision_state: "in_force" | "stale" | "expired" | null;
  decision_reason: string | null;
  decision_office: string | null;
}

/** A line of decisions.csv that does not hold, and why. */
export interface IdleDecision {
  line: number;
  finding_id: string;
  state: string;
  note: string;
}

const FINDINGS = `
  select
    finding_id, rule, severity, fiscal_year, form_id, implementing_unit, project_name, message, line, figures,
    decision, decision_state, decision_reason, decision_office
  from mart.findings
  order by
    list_position(['error', 'warning', 'info'], severity),
    fiscal_year desc nulls last, implementing_unit, form_id, line, finding_id`;

const IDLE_DECISIONS = `
  select line, finding_id, state, note from mart.decisions where state <> 'in_force' order by line`;

/** Every finding: the gravest first, then the newest year, unit by unit and down each form. */
export function findings(connection: DuckDBConnection): Promise<Finding[]> {
  return martRows(connection, FINDINGS);
}

/** The decisions that do not hold, in the order of the file. */
export function idleDecisions(connection: DuckDBConnection): Promise<IdleDecision[]> {
  return martRows(connection, IDLE_DECISIONS);
}

/** An office has decided that there is nothing more to ask, and the decision holds. */
export function isSettled({ decision, decision_state }: Finding): boolean {
  return decision_state === "in_force" && (decision === "accepted" || decision === "waived");
}

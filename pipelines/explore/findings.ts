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

/** A rule that asks about so many forms of a year that it is asked once for all of them. Amount in 万元, share in %. */
export interface WidespreadRule {
  rule: string;
  name: string;
  question: string;
  severity: Severity;
  fiscal_year: number | null;
  findings: number;
  asked_forms: number;
  forms: number;
  share_of_forms: string;
  amount: string | null;
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

const WIDESPREAD = `
  select
    rule_years.rule, rules.name, rules.question, rule_years.severity, fiscal_year,
    rule_years.findings::integer as findings, asked_forms::integer as asked_forms, forms::integer as forms,
    share_of_forms::decimal(38, 2) as share_of_forms, rule_years.amount::decimal(38, 2) as amount
  from mart.rule_years as rule_years
  inner join mart.rules as rules on rule_years.rule = rules.rule
  where widespread
  order by
    list_position(['error', 'warning', 'info'], rule_years.severity), fiscal_year desc nulls last, rules.position`;

/** The rules that ask about too many forms of a year to be asked form by form, the gravest first. */
export function widespreadRules(connection: DuckDBConnection): Promise<WidespreadRule[]> {
  return martRows(connection, WIDESPREAD);
}

/** Whether a finding is one of many that are asked together. */
export function isAskedTogether(finding: Finding, widespread: readonly WidespreadRule[]): boolean {
  return (
    finding.form_id !== null &&
    widespread.some(({ rule, fiscal_year }) => rule === finding.rule && fiscal_year === finding.fiscal_year)
  );
}

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

/**
 * What units must correct or explain: open findings that ask for an answer, unit by unit.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { NAMED_DOCUMENTS } from "../briefing/facts/scope-forms.ts";
import { martRows } from "../explore/mart-rows.ts";

/** One thing to correct (`error`) or to explain (`warning`). */
export interface Task {
  finding_id: string;
  figures: string;
  severity: "error" | "warning";
  fiscal_year: number | null;
  department: string | null;
  implementing_unit: string | null;
  project_name: string | null;
  /** Where it stands; null where it is about several forms. */
  path: string | null;
  /** What the document is called beside the others of the workspace. */
  document: string | null;
  ordinal: number | null;
  line: number | null;
  field: string;
  /** The source of funds or the number of the indicator. */
  seq: string | null;
  indicator: string | null;
  reported: string | null;
  expected: string | null;
  /** 万元, as decimal text. */
  amount: string | null;
  message: string;
  rule: string;
  rule_name: string;
  rule_source: string;
  question: string;
  answer: "explained" | "corrected" | "open";
  answer_text: string | null;
  answered_by: string | null;
}

/** A unit with its tasks; two units of the same name under two departments are two. */
export interface UnitTasks {
  department: string | null;
  unit: string | null;
  tasks: Task[];
}

const TASKS = `
  with units as (
    select distinct fiscal_year, department, implementing_unit
    from mart.scopes
    where level = 'unit'
  ),
  placed as (
    select
      findings.*, forms.department_name as department_of_form, documents.path, documents.document, forms.ordinal,
      indicators.name as indicator
    from mart.findings as findings
    left join mart.forms as forms on findings.form_id = forms.form_id
    left join ${NAMED_DOCUMENTS} as documents on forms.document_id = documents.document_id
    left join mart.indicators as indicators
      on indicators.form_id = findings.form_id and cast(indicators.seq as varchar) = findings.seq
    where findings.severity in ('error', 'warning')
      and not coalesce(findings.decision_state = 'in_force' and findings.decision in ('accepted', 'waived'), false)
  )
  select
    placed.finding_id, placed.figures, placed.severity, placed.fiscal_year,
    case when placed.form_id is null then units.department else placed.department_of_form end as department,
    placed.implementing_unit, placed.project_name, placed.path, placed.document, placed.ordinal, placed.line, placed.field, placed.seq,
    placed.indicator, placed.reported, placed.expected, placed.amount, placed.message, placed.rule,
    rules.name as rule_name, rules.source as rule_source, rules.question, placed.answer, placed.answer_text,
    placed.answered_by
  from placed
  left join units
    on placed.form_id is null and units.implementing_unit = placed.implementing_unit
    and units.fiscal_year is not distinct from placed.fiscal_year
  left join mart.rules as rules on rules.rule = placed.rule
  order by
    list_position(['error', 'warning'], placed.severity), placed.amount desc nulls last,
    placed.fiscal_year desc nulls last, placed.path nulls last, placed.ordinal, placed.line, placed.finding_id,
    department`;

/** Every task: what contradicts itself first, then by money. */
export function tasksOf(connection: DuckDBConnection): Promise<Task[]> {
  return martRows(connection, TASKS);
}

/** Tasks unit by unit, the unit with the gravest task first; what is about no unit is left out. */
export function tasksByUnit(tasks: readonly Task[]): UnitTasks[] {
  const units = new Map<string, UnitTasks>();
  for (const task of tasks) {
    // A form that names no unit still has one who filed it; a finding about no form and no unit is the bureau's.
    if (task.implementing_unit === null && task.path === null) continue;
    const key = JSON.stringify([task.department, task.implementing_unit]);
    const unit = units.get(key) ?? { department: task.department, unit: task.implementing_unit, tasks: [] };
    unit.tasks.push(task);
    units.set(key, unit);
  }
  return [...units.values()];
}

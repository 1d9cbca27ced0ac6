/**
 * The values of a form that can be asked for, and what people call them.
 */
import type { Json } from "@duckdb/node-api";
import type { CellFlag } from "../../../loaders/form/types.ts";
import { fieldName } from "../../components/form/flag-kinds.ts";

export type RecordKind = CellFlag["record"];

/** Fields by record, named as in the exported tables, in the form's order. */
export const FIELDS: Record<RecordKind, readonly string[]> = {
  form: [
    "form_type",
    "fiscal_year",
    "project_name",
    "department",
    "implementing_unit",
    "expected_goal",
    "actual_outcome",
    "total_weight",
    "total_score",
    "rating",
  ],
  funding: [
    "initial_budget",
    "adjusted_budget",
    "received",
    "executed",
    "weight",
    "reported_execution_rate",
    "reported_score",
  ],
  indicator: ["level1", "level2", "name", "target", "actual", "weight", "score", "deviation_reason"],
};

/** One value of a form. */
export interface CellName {
  record: RecordKind;
  /** The indicator's seq, the funding source's name, or "" for the form. */
  seq: string;
  field: string;
}

/** A cell as people write it: `project_name`, `other_funds.executed`, `indicator.5.name`. */
export function writeCell({ record, seq, field }: CellName): string {
  if (record === "form") return field;
  return record === "funding" ? `${seq}.${field}` : `indicator.${seq}.${field}`;
}

/** The Chinese name of a field, as on the page of a form. */
export function nameOf(field: string): string {
  return field === "form_type" ? "表单类型" : fieldName(field);
}

/** Whether a value is money, which the warehouse holds in 万元 whatever unit the form prints. */
export function isAmount({ record, field }: CellName): boolean {
  return (
    record === "funding" && ["initial_budget", "adjusted_budget", "received", "executed"].includes(field)
  );
}

/** What people call a cell: `其他资金 · 全年执行数（万元）`. `label` is that of a funding row. */
export function cellTitle(cell: CellName, label?: Json): string {
  const { record, seq, field } = cell;
  const name = isAmount(cell) ? `${nameOf(field)}（万元）` : nameOf(field);
  if (record === "form") return name;
  return record === "funding" ? `${label ?? seq} · ${name}` : `第 ${seq} 项指标 · ${name}`;
}

/**
 * The values of a form that can be asked for, and what people call them.
 */
import type { Json } from "@duckdb/node-api";
import type { CellFlag } from "../../../loaders/form/types.ts";

export type RecordKind = CellFlag["record"];

/** Fields by record, named as in the exported tables, each with its Chinese name, in the form's order. */
export const FIELDS: Record<RecordKind, Record<string, string>> = {
  form: {
    form_type: "表单类型",
    fiscal_year: "年度",
    project_name: "项目名称",
    department: "主管部门",
    implementing_unit: "实施单位",
    expected_goal: "预期目标",
    actual_outcome: "实际完成情况",
    total_weight: "总分值",
    total_score: "总分",
    rating: "评分等级",
  },
  funding: {
    initial_budget: "年初预算数（万元）",
    adjusted_budget: "全年预算数（万元）",
    executed: "全年执行数（万元）",
    weight: "分值",
    reported_execution_rate: "执行率（%）",
    reported_score: "得分",
  },
  indicator: {
    level1: "一级指标",
    level2: "二级指标",
    name: "三级指标",
    target: "年度指标值",
    actual: "实际完成值",
    weight: "分值",
    score: "得分",
    deviation_reason: "偏差原因分析及改进措施",
  },
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

/** What the reader drops is more than a cell at times. */
const WHOLE_ROW: Record<string, string> = { row: "整行" };

/** What people call a cell: `其他资金 · 全年执行数（万元）`. `label` is that of a funding row. */
export function cellTitle({ record, seq, field }: CellName, label?: Json): string {
  const name = FIELDS[record][field] ?? WHOLE_ROW[field] ?? field;
  if (record === "form") return name;
  return record === "funding" ? `${label ?? seq} · ${name}` : `第 ${seq} 项指标 · ${name}`;
}

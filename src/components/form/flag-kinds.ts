/** The words for doubts about cells. Colour, sign and word say the same thing. */
import type { FlagStatus } from "./form-share.js";

interface FlagKind {
  name: string;
  sign: string;
}

const KINDS: Record<FlagStatus, FlagKind> = {
  repaired: { name: "已修补", sign: "✎" },
  corrected: { name: "已更正", sign: "✔" },
  uncertain: { name: "存疑", sign: "?" },
  truncated: { name: "残缺", sign: "…" },
  missing: { name: "缺失", sign: "∅" },
  ghost: { name: "弃用", sign: "×" },
};

const UNKNOWN_KIND: FlagKind = { name: "待核", sign: "⚑" };

const FIELDS: Record<string, string> = {
  fiscal_year: "年度",
  project_name: "项目名称",
  department: "主管部门",
  implementing_unit: "实施单位",
  expected_goal: "预期目标",
  actual_outcome: "实际完成情况",
  total_weight: "总分分值",
  total_score: "总分",
  rating: "评分等级",
  label: "资金来源",
  initial_budget: "年初预算数",
  adjusted_budget: "全年预算数",
  received: "到位数",
  executed: "全年执行数",
  weight: "分值",
  execution_rate: "执行率",
  reported_execution_rate: "执行率",
  score: "得分",
  reported_score: "得分",
  row: "整行",
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标",
  target: "年度指标值",
  actual: "实际完成值",
  deviation_reason: "偏差原因分析及改进措施",
};

/** How a status looks and reads. */
export function flagKind(status: string): FlagKind {
  return KINDS[status as FlagStatus] ?? UNKNOWN_KIND;
}

/** The Chinese name of a field; a field that this page does not know is its own name. */
export function fieldName(field: string): string {
  return FIELDS[field] ?? field;
}

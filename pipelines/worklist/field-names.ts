/**
 * The Chinese names of cells, as the form prints them.
 */
const FIELDS: Readonly<Record<string, string>> = {
  fiscal_year: "年度",
  project_name: "项目名称",
  department: "主管部门",
  implementing_unit: "实施单位",
  expected_goal: "预期目标",
  actual_outcome: "实际完成情况",
  total_weight: "总分分值",
  total_score: "总分",
  rating: "评分等级",
  initial_budget: "年初预算数",
  adjusted_budget: "全年预算数",
  received: "到位数",
  executed: "全年执行数",
  weight: "分值",
  execution_rate: "执行率",
  reported_execution_rate: "执行率",
  score: "得分",
  reported_score: "得分",
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标",
  target: "年度指标值",
  actual: "实际完成值",
  deviation_reason: "偏差原因分析及改进措施",
};

const SOURCES: Readonly<Record<string, string>> = {
  total: "年度资金总额",
  current_year_appropriation: "当年财政拨款",
  carry_over: "上年结转资金",
  other_funds: "其他资金",
};

/** The name of a field; one that the form does not know is its own. */
export function fieldName(field: string): string {
  return FIELDS[field] ?? field;
}

/** The name of a source of funds; one that the national form does not know is its own. */
export function sourceName(source: string): string {
  return SOURCES[source] ?? source;
}

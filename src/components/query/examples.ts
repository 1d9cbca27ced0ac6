/** Questions to begin with: each is a query that one changes a word of. */
export interface Example {
  name: string;
  sql: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "各单位的执行率",
    sql: `-- 各单位的执行率，从低到高；比率一律为合计之比
select implementing_unit as 实施单位, adjusted_budget as 全年预算数, executed as 全年执行数, execution_rate as 执行率
from mart.unit_execution
where source = 'total'
order by execution_rate`,
  },
  {
    name: "其他资金剩得最多的表单",
    sql: `-- 其他资金没有执行的钱最多的十张表单
select project_name as 项目, implementing_unit as 实施单位, unexecuted as 未执行数, execution_rate as 执行率, form_id
from mart.execution
where source = 'other_funds' and unexecuted > 0
order by unexecuted desc
limit 10`,
  },
  {
    name: "没有达成却得分多的指标",
    sql: `-- 没有达成，自评得分比按规则应得的多
select indicators.name as 指标, indicators.target as 指标值, indicators.actual as 完成值,
  indicators.score as 自评得分, results.rule_score as 按规则应得, indicators.form_id
from mart.indicators as indicators
join mart.indicator_values as results using (form_id, seq)
where not results.attained and indicators.score > results.rule_score
order by indicators.score - results.rule_score desc`,
  },
  {
    name: "各条规则发现的问题",
    sql: `-- 哪条规则发现的问题最多
select name as 规则, findings as 问题个数, amount as 涉及金额
from mart.rules
where findings > 0
order by findings desc`,
  },
  {
    name: "得分与执行率",
    sql: `-- 每张表单的执行率和总分：分高而钱没有用的，落在左上
select execution.execution_rate as 执行率, forms.total_score as 总分
from mart.forms as forms
join mart.execution as execution using (form_id)
where execution.source = 'total'`,
  },
  {
    name: "年中追加而没有用的表单",
    sql: `-- 年初没有预算，年中追加，没有用完：追加的钱去了哪里
select project_name as 项目, implementing_unit as 实施单位, adjusted_budget as 全年预算数, unexecuted as 未执行数,
  execution_rate as 执行率, form_id
from mart.execution
where source = 'total' and initial_budget = 0 and unexecuted > 0
order by unexecuted desc`,
  },
  {
    name: "完成值恰好等于指标值的指标",
    sql: `-- 一字不差地完成：分值大的在前
select name as 指标, project_name as 项目, target as 指标值, actual as 完成值, weight as 分值, form_id
from mart.indicator_signals
where signal = 'exact'
order by weight desc`,
  },
  {
    name: "连续两年以上偏低的单位",
    sql: `-- 执行率年年偏低的单位，这些年剩下的钱多的在前
select implementing_unit as 实施单位, fiscal_year as 到哪一年, streak_years as 连续年数,
  streak_lowest_rate as 最低执行率, streak_unexecuted as 这些年未执行
from mart.unit_years
where source = 'total' and streak_years >= 2
order by streak_unexecuted desc`,
  },
  {
    name: "要请人看的格",
    sql: `-- 读法不能确定的格，按栏目计数
select field as 栏目, status as 状态, count(*) as 格数
from mart.cell_flags
where asks_person
group by field, status
order by 格数 desc`,
  },
];

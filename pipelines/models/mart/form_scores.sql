-- 自评的得分、完成和执行放在一起看，一张表单一行：分数信得过多少。
--
-- form_id: 表单编号
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- attained_share: 达成的指标占比，%：达成的个数 ÷ 说得清的个数
-- attained_weight_share: 达成的分值占比，%：达成的分值 ÷ 说得清的分值
-- score_rate: 指标得分率，%：指标得分之和 ÷ 指标分值之和，不含预算执行
-- rule_gap: 自评比规则多得的分，分：自评得分 − 按评分规则应得的分，各指标相加；负数为少得
-- execution_rate: 执行率，%：年度资金总额的全年执行数 ÷ 全年预算数
-- score_over_execution: 得分率高出执行率，百分点：指标得分率 − 执行率
-- doubtful_indicators: 存疑的指标个数

with results as (
  select * from core.indicator_results
),

execution as (
  select * from core.execution where source = 'total'
),

summed as (
  select
    form_id,
    max(fiscal_year) as fiscal_year,
    max(department) as department,
    max(implementing_unit) as implementing_unit,
    max(project_name) as project_name,
    max(form_type) as form_type,
    count(*) as indicators,
    count(attained) as judged_indicators,
    count(case when attained then 1 end) as attained_indicators,
    sum(judged_weight) as judged_weight,
    sum(attained_weight) as attained_weight,
    sum(scored_weight) as scored_weight,
    sum(scored) as scored,
    sum(rule_gap) as rule_gap,
    count(case when doubtful then 1 end) as doubtful_indicators
  from results
  group by form_id
),

rated as (
  select
    summed.*,
    percent(summed.attained_indicators, summed.judged_indicators) as attained_share,
    percent(summed.attained_weight, summed.judged_weight) as attained_weight_share,
    percent(summed.scored, summed.scored_weight) as score_rate,
    percent(execution.executed, execution.adjusted_budget) as execution_rate
  from summed
  left join execution on summed.form_id = execution.form_id
),

final as (
  select
    form_id,
    fiscal_year,
    department,
    implementing_unit,
    project_name,
    form_type,
    indicators,
    judged_indicators,
    attained_indicators,
    attained_share,
    attained_weight_share,
    score_rate,
    rule_gap,
    execution_rate,
    score_rate - execution_rate as score_over_execution,
    doubtful_indicators
  from rated
)

select * from final

-- 自评的得分、完成和执行放在一起看，按年度、主管部门、实施单位、项目名称各级汇总，连同比上年的增减：分数信得过多少。
-- 比率一律为合计之比。只含项目支出自评表，没有指标的表单不在其内。一张表单的见 mart.form_scores，分一级、二级指标的见 mart.indicator_scopes。
--
-- level: 汇总到哪一级：year 年度，department 主管部门，unit 实施单位，project 项目名称
-- fiscal_year: 年度
-- department: 主管部门；不汇总到它时为空
-- implementing_unit: 实施单位；不汇总到它时为空
-- project_name: 项目名称，各实施单位同名的项目合在一起；不汇总到它时为空
-- forms: 表单张数
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- lost_indicators: 得分低于分值的指标个数
-- attained_share: 达成的指标占比，%：达成的个数 ÷ 说得清的个数
-- attained_weight_share: 达成的分值占比，%：达成的分值 ÷ 说得清的分值
-- score_rate: 指标得分率，%：指标得分之和 ÷ 指标分值之和，不含预算执行
-- rule_gap: 自评比规则多得的分，分：自评得分 − 按评分规则应得的分，各指标相加；负数为少得
-- rule_gap_share: 自评比规则多得的比重，%：自评比规则多得的分 ÷ 规则说得出应得多少的指标分值
-- execution_rate: 执行率，%：这些表单年度资金总额的全年执行数之和 ÷ 全年预算数之和
-- score_over_execution: 得分率高出执行率，百分点：指标得分率 − 执行率
-- attained_share_change: 达成的指标占比比上年增减，百分点；上年没有表单时为空，下同
-- score_rate_change: 指标得分率比上年增减，百分点
-- doubtful_indicators: 存疑的指标个数
-- doubtful_forms: 金额存疑的表单张数

with levels as (
  select * from core.score_levels where depth = 'all'
),

scored_forms as (
  select distinct form_id from core.indicator_results
),

execution as (
  select
    case
      when grouping(execution.project_name) = 0 then 'project'
      when grouping(execution.implementing_unit) = 0 then 'unit'
      when grouping(execution.department) = 0 then 'department'
      else 'year'
    end as level,
    execution.fiscal_year,
    execution.department,
    execution.implementing_unit,
    execution.project_name,
    percent(sum(execution.rated_executed), sum(execution.rated_budget)) as execution_rate,
    count(case when execution.doubtful then 1 end) as doubtful_forms
  from core.execution as execution
  inner join scored_forms on execution.form_id = scored_forms.form_id
  where execution.source = 'total'
    and execution.form_type = 'project'
  group by grouping sets (
    (execution.fiscal_year),
    (execution.fiscal_year, execution.department),
    (execution.fiscal_year, execution.implementing_unit),
    (execution.fiscal_year, execution.project_name)
  )
),

with_execution as (
  select
    levels.*,
    execution.execution_rate,
    coalesce(execution.doubtful_forms, 0) as doubtful_forms
  from levels
  left join execution
    on levels.level = execution.level
    and levels.fiscal_year is not distinct from execution.fiscal_year
    and levels.department is not distinct from execution.department
    and levels.implementing_unit is not distinct from execution.implementing_unit
    and levels.project_name is not distinct from execution.project_name
),

final as (
  select
    this_year.level,
    this_year.fiscal_year,
    this_year.department,
    this_year.implementing_unit,
    this_year.project_name,
    this_year.forms,
    this_year.indicators,
    this_year.judged_indicators,
    this_year.attained_indicators,
    this_year.lost_indicators,
    this_year.attained_share,
    this_year.attained_weight_share,
    this_year.score_rate,
    this_year.rule_gap,
    this_year.rule_gap_share,
    this_year.execution_rate,
    this_year.score_rate - this_year.execution_rate as score_over_execution,
    this_year.attained_share - year_before.attained_share as attained_share_change,
    this_year.score_rate - year_before.score_rate as score_rate_change,
    this_year.doubtful_indicators,
    this_year.doubtful_forms
  from with_execution as this_year
  left join levels as year_before
    on this_year.level = year_before.level
    and this_year.department is not distinct from year_before.department
    and this_year.implementing_unit is not distinct from year_before.implementing_unit
    and this_year.project_name is not distinct from year_before.project_name
    and this_year.fiscal_year = year_before.fiscal_year + 1
)

select * from final

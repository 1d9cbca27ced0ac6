-- 指标的得分和完成，按年度、主管部门、实施单位、项目名称各级汇总，其中再分一级、二级指标，供各级的表取用。比率一律为合计之比。
-- 只含项目支出自评表。
--
-- level: 汇总到哪一级：year 年度，department 主管部门，unit 实施单位，project 项目名称
-- depth: 指标汇总到哪一级：all 全部指标，level1 一级指标，level2 二级指标；项目名称只有全部指标
-- fiscal_year: 年度
-- department: 主管部门；不汇总到它时为空
-- implementing_unit: 实施单位；不汇总到它时为空
-- project_name: 项目名称；不汇总到它时为空
-- level1: 一级指标；汇总到全部时为空
-- level2: 二级指标；没有汇总到二级时为空
-- forms: 表单张数
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- lost_indicators: 得分低于分值的指标个数
-- weight: 分值合计，分；缺分值或得分的指标不计
-- score: 得分合计，分；缺分值或得分的指标不计
-- attained_share: 达成的指标占比，%：达成的个数 ÷ 说得清的个数
-- attained_weight_share: 达成的分值占比，%：达成的分值 ÷ 说得清的分值
-- score_rate: 指标得分率，%：指标得分之和 ÷ 指标分值之和
-- rule_gap: 自评比规则多得的分，分：自评得分 − 按评分规则应得的分，各指标相加；负数为少得
-- rule_gap_share: 自评比规则多得的比重，%：自评比规则多得的分 ÷ 规则说得出应得多少的指标分值
-- doubtful_indicators: 存疑的指标个数

with results as (
  select * from core.indicator_results where form_type = 'project'
),

summed as (
  select
    case
      when grouping(project_name) = 0 then 'project'
      when grouping(implementing_unit) = 0 then 'unit'
      when grouping(department) = 0 then 'department'
      else 'year'
    end as level,
    case
      when grouping(level1) = 1 then 'all'
      when grouping(level2) = 1 then 'level1'
      else 'level2'
    end as depth,
    fiscal_year,
    department,
    implementing_unit,
    project_name,
    level1,
    level2,
    count(distinct form_id) as forms,
    count(*) as indicators,
    count(attained) as judged_indicators,
    count(case when attained then 1 end) as attained_indicators,
    count(case when scored < scored_weight then 1 end) as lost_indicators,
    sum(judged_weight) as judged_weight,
    sum(attained_weight) as attained_weight,
    sum(scored_weight) as weight,
    sum(scored) as score,
    sum(rule_gap) as rule_gap,
    sum(ruled_weight) as ruled_weight,
    count(case when doubtful then 1 end) as doubtful_indicators
  from results
  group by grouping sets (
    (fiscal_year),
    (fiscal_year, level1),
    (fiscal_year, level1, level2),
    (fiscal_year, department),
    (fiscal_year, department, level1),
    (fiscal_year, department, level1, level2),
    (fiscal_year, implementing_unit),
    (fiscal_year, implementing_unit, level1),
    (fiscal_year, implementing_unit, level1, level2),
    (fiscal_year, project_name)
  )
),

final as (
  select
    level,
    depth,
    fiscal_year,
    department,
    implementing_unit,
    project_name,
    level1,
    level2,
    forms,
    indicators,
    judged_indicators,
    attained_indicators,
    lost_indicators,
    weight,
    score,
    percent(attained_indicators, judged_indicators) as attained_share,
    percent(attained_weight, judged_weight) as attained_weight_share,
    percent(score, weight) as score_rate,
    rule_gap,
    percent(rule_gap, ruled_weight) as rule_gap_share,
    doubtful_indicators
  from summed
)

select * from final

-- 指标的得分和完成，按年度、一级指标和二级指标汇总，各单位合在一起。比率一律为合计之比。只含项目支出自评表。
--
-- fiscal_year: 年度
-- level1: 一级指标
-- level2: 二级指标
-- forms: 表单张数
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- weight: 分值合计，分；缺分值或得分的指标不计
-- score: 得分合计，分；缺分值或得分的指标不计
-- attained_share: 达成的指标占比，%：达成的个数 ÷ 说得清的个数
-- attained_weight_share: 达成的分值占比，%：达成的分值 ÷ 说得清的分值
-- score_rate: 指标得分率，%：指标得分之和 ÷ 指标分值之和
-- rule_gap: 自评比规则多得的分，分：自评得分 − 按评分规则应得的分，各指标相加；负数为少得
-- doubtful_indicators: 存疑的指标个数

with results as (
  select * from core.indicator_results where form_type = 'project'
),

summed as (
  select
    fiscal_year,
    level1,
    level2,
    count(distinct form_id) as forms,
    count(*) as indicators,
    count(attained) as judged_indicators,
    count(case when attained then 1 end) as attained_indicators,
    sum(judged_weight) as judged_weight,
    sum(attained_weight) as attained_weight,
    sum(scored_weight) as weight,
    sum(scored) as score,
    sum(rule_gap) as rule_gap,
    count(case when doubtful then 1 end) as doubtful_indicators
  from results
  group by fiscal_year, level1, level2
),

final as (
  select
    fiscal_year,
    level1,
    level2,
    forms,
    indicators,
    judged_indicators,
    attained_indicators,
    weight,
    score,
    percent(attained_indicators, judged_indicators) as attained_share,
    percent(attained_weight, judged_weight) as attained_weight_share,
    percent(score, weight) as score_rate,
    rule_gap,
    doubtful_indicators
  from summed
)

select * from final

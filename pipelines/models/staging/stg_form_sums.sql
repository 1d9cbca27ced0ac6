-- 每张表单的分值合计和得分合计：各指标相加，再加上预算执行。有一项空缺就不是合计，作空。
-- 有的表把预算执行印成指标表的一行，已在各指标之中，不再加一次。
--
-- @table
-- form_id: 表单编号
-- indicators: 指标个数
-- indicator_weight: 各指标分值之和，分
-- indicator_score: 各指标得分之和，分
-- execution_weight: 预算执行的分值，分
-- execution_score: 预算执行的得分，分
-- execution_is_indicator: 预算执行是否印成了指标表的一行
-- weight_sum: 分值合计，分
-- score_sum: 得分合计，分

with forms as (
  select * from staging.stg_printed_forms
),

indicators as (
  select * from staging.stg_indicators
),

funding as (
  select * from staging.stg_funding
),

indicator_sums as (
  select
    form_id,
    count(*) as indicators,
    case when count(weight) = count(*) then sum(weight) end as weight,
    case when count(score) = count(*) then sum(score) end as score,
    max(case when regexp_matches(level1, '^(项目)?(预算|资金|预算资金)执行(率|情况|进度)?(指标)?$') then 1 else 0 end) = 1
      as has_execution
  from indicators
  group by form_id
),

added as (
  select
    forms.form_id,
    coalesce(indicator_sums.indicators, 0) as indicators,
    indicator_sums.weight as indicator_weight,
    indicator_sums.score as indicator_score,
    funding.weight as execution_weight,
    funding.reported_score as execution_score,
    coalesce(indicator_sums.has_execution, false) as execution_is_indicator,
    indicator_sums.weight + case when indicator_sums.has_execution then 0 else funding.weight end as weight_sum,
    indicator_sums.score + case when indicator_sums.has_execution then 0 else funding.reported_score end as score_sum
  from forms
  left join indicator_sums on forms.form_id = indicator_sums.form_id
  left join funding on forms.form_id = funding.form_id and funding.source = 'total'
)

select * from added

-- 由年度指标值和实际完成值的文字得出的数、单位、完成程度和按规则应得的分，一个指标一行；文字已用上更正。
--
-- @table
-- form_id: 表单编号
-- seq: 指标序号
-- operator: 指标值的符号：≥、>、=、≤、<，≈ 为左右；原表没有符号时为空
-- target_value: 指标值里的数
-- actual_value: 完成值里的数，已折成指标值的单位
-- unit: 计量单位，同指标值所印；指标值没有单位时取完成值的
-- verdict: 以文字作答的结论：attained 达成，partly_attained 部分达成，not_attained 未达成
-- attainment: 完成程度：完成值与指标值之比，≤ 的指标为指标值与完成值之比
-- attained: 是否达成
-- rule_score: 按评分规则应得的分
-- target_kind: 指标值写的是什么
-- actual_kind: 完成值写的是什么
-- target_upper: 指标值为一段范围时的上限
-- rule_score_low: 评分规则允许的最低分
-- rule_score_high: 评分规则允许的最高分
-- reason: 完成程度说不清的原因
-- target_date: 指标值里的日期，一段时间取末日；没有年份的作本年度
-- actual_date: 完成值里的日期，一段时间取末日；没有年份的作本年度

with indicators as (
  select * from staging.stg_indicators
),

forms as (
  select * from staging.stg_printed_forms
),

over_attainment as (
  select threshold from staging.stg_thresholds where name = 'over_attainment_asked'
),

judged as (
  select
    indicators.form_id,
    indicators.seq,
    unnest(
      indicator_value(
        indicators.target,
        indicators.actual,
        indicators.level1,
        indicators.level2,
        indicators.weight,
        indicators.score,
        forms.fiscal_year,
        cast(over_attainment.threshold / 100 as decimal(12, 6))
      )
    )
  from indicators
  inner join forms on indicators.form_id = forms.form_id
  cross join over_attainment
),

-- 29 February of a year that has none is no date.
dated as (
  select * replace (
    try_cast(target_date as date) as target_date,
    try_cast(actual_date as date) as actual_date
  )
  from judged
)

select * from dated

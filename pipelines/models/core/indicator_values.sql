-- 由年度指标值和实际完成值的文字得出的数、单位、完成程度和按规则应得的分，一个指标一行。
--
-- @view
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
-- doubtful: 所依据的指标值、完成值、分值、得分或指标类别中是否有要请人看的

with indicator_values as (
  select * from staging.stg_indicator_values
),

flags as (
  select * from core.cell_flags
),

doubtful_rows as (
  select distinct
    form_id,
    seq
  from flags
  where record = 'indicator'
    and asks_person
    and field in ('target', 'actual', 'weight', 'score', 'level1', 'level2')
),

with_doubt as (
  select
    indicator_values.form_id,
    indicator_values.seq,
    indicator_values.operator,
    indicator_values.target_value,
    indicator_values.actual_value,
    indicator_values.unit,
    indicator_values.verdict,
    indicator_values.attainment,
    indicator_values.attained,
    indicator_values.rule_score,
    indicator_values.target_kind,
    indicator_values.actual_kind,
    indicator_values.target_upper,
    indicator_values.rule_score_low,
    indicator_values.rule_score_high,
    indicator_values.reason,
    indicator_values.target_date,
    indicator_values.actual_date,
    doubtful_rows.form_id is not null as doubtful
  from indicator_values
  left join doubtful_rows
    on indicator_values.form_id = doubtful_rows.form_id
    and cast(indicator_values.seq as varchar) = doubtful_rows.seq
)

select * from with_doubt

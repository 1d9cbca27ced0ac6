-- 定量指标的自评得分与按规则应得的分不同，高了低了都算。差得少的提示，差得多的值得一问。
-- 未达成却得满分的见 S7，以文字作结论的见 S8。
--
-- form_id: 表单编号
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号
-- doubtful: 所依据的格是否有要请人看的

with judged as (
  select * from staging.stg_judged_indicators
),

limits as (
  select
    max(case when name = 'score_gap' then threshold end) as gap,
    max(case when name = 'score_gap_of_weight' then threshold end) as gap_of_weight
  from staging.stg_thresholds
),

gaps as (
  select
    judged.*,
    abs(judged.score - judged.rule_score) as gap,
    least(
      limits.gap,
      cast(limits.gap_of_weight * cast(judged.weight as decimal(24, 6)) / 100 as decimal(12, 6))
    ) as asked_from
  from judged
  cross join limits
  where judged.verdict is null
    -- A score beyond the weight, or below nothing, is another rule's (S2).
    and judged.score between 0 and judged.weight
    and not (judged.attained = false and judged.score >= judged.weight)
),

findings as (
  select
    gaps.form_id,
    cast(gaps.seq as varchar) as seq,
    'score' as field,
    case when gaps.gap >= gaps.asked_from then 'warning' else 'info' end as severity,
    plain_decimal(gaps.score) as reported,
    plain_decimal(gaps.rule_score) as expected,
    cast(gaps.score - gaps.rule_score as decimal(38, 6)) as measured,
    cast(gaps.asked_from as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    gaps.what || '的指标值 ' || gaps.target || '，完成 ' || gaps.actual || '，分值 ' || plain_decimal(gaps.weight)
      || ' 分，按完成比例应得 ' || plain_decimal(round(gaps.rule_score, 2)) || ' 分，自评 ' || plain_decimal(gaps.score)
      || ' 分，' || case when gaps.score > gaps.rule_score then '高 ' else '低 ' end || plain_decimal(round(gaps.gap, 2))
      || ' 分，请问评分的依据。' as message,
    gaps.line,
    gaps.doubtful
  from gaps
  where gaps.gap > cast(gaps.score_place / 2 as decimal(12, 6))
)

select * from findings

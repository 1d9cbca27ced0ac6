-- 以文字作结论的指标，得分不在结论对应的一档里：达成为分值的 80%（含）至 100%，部分达成为 60%（含）至 80%，
-- 未达成为 60% 以下。
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

findings as (
  select
    judged.form_id,
    cast(judged.seq as varchar) as seq,
    'score' as field,
    'error' as severity,
    plain_decimal(judged.score) as reported,
    plain_decimal(judged.rule_score_low) || '～' || plain_decimal(judged.rule_score_high) as expected,
    cast(judged.score as decimal(38, 6)) as measured,
    cast(
      case when judged.score < judged.rule_score_low then judged.rule_score_low else judged.rule_score_high end
      as decimal(38, 6)
    ) as threshold,
    cast(null as decimal(38, 6)) as amount,
    judged.what || '的完成情况是“' || judged.actual || '”，分值 ' || plain_decimal(judged.weight)
      || ' 分，这一档应得 ' || plain_decimal(judged.rule_score_low) || '～' || plain_decimal(judged.rule_score_high)
      || ' 分，自评 ' || plain_decimal(judged.score) || ' 分，请问结论和得分以哪个为准。' as message,
    judged.line,
    judged.doubtful
  from judged
  where judged.verdict is not null
    and judged.weight > 0
    and (
      judged.score < judged.rule_score_low
      or (judged.verdict <> 'attained' and judged.score >= judged.rule_score_high)
    )
)

select * from findings

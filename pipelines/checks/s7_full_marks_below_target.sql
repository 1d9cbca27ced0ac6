-- 定量指标没有达到指标值，却得满分。
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
    plain_decimal(judged.rule_score) as expected,
    cast(judged.score as decimal(38, 6)) as measured,
    cast(judged.rule_score as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    judged.what || '的指标值 ' || judged.target || '，完成 ' || judged.actual || '，没有达到，却得满分 '
      || plain_decimal(judged.score) || ' 分'
      || coalesce('，按完成比例应得 ' || plain_decimal(round(judged.rule_score, 2)) || ' 分', '') || '，请改正得分或指标值。' as message,
    judged.line,
    judged.doubtful
  from judged
  where judged.attained = false
    and judged.verdict is null
    and judged.weight > 0
    and judged.score >= judged.weight
)

select * from findings

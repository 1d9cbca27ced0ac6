-- 完成值远超指标值，指标值可能定得偏低。只看以多为好的指标。超得较多的提示，超得更多的值得一问。
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
    max(case when name = 'over_attainment_shown' then threshold end) as shown,
    max(case when name = 'over_attainment_asked' then threshold end) as asked
  from staging.stg_thresholds
),

compared as (
  select
    judged.*,
    limits.shown,
    limits.asked,
    100 * judged.actual_value > limits.asked * judged.target_value as is_asked
  from judged
  cross join limits
  where judged.attained
    and judged.target_value > 0
    and 100 * judged.actual_value > limits.shown * judged.target_value
),

findings as (
  select
    compared.form_id,
    cast(compared.seq as varchar) as seq,
    'actual' as field,
    case when compared.is_asked then 'warning' else 'info' end as severity,
    compared.actual as reported,
    compared.target as expected,
    percent(compared.actual_value, compared.target_value) as measured,
    cast(case when compared.is_asked then compared.asked else compared.shown end as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    compared.what || '的指标值 ' || compared.target || '，完成 ' || compared.actual || '，是指标值的 '
      || plain_decimal(round(percent(compared.actual_value, compared.target_value), 2))
      || '%，超过 ' || plain_decimal(case when compared.is_asked then compared.asked else compared.shown end)
      || '%，请问指标值是否定得偏低。' as message,
    compared.line,
    compared.doubtful
  from compared
)

select * from findings

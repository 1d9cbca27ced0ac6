-- 一张表单的定量指标，完成值全都恰好等于指标值。指标值为 100% 的本来就难以超过，不算在内。
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

forms as (
  select * from staging.stg_printed_forms
),

limits as (
  select
    max(case when name = 'exact_targets' then threshold end) as least
  from staging.stg_thresholds
),

counted as (
  select
    form_id,
    count(*) as indicators,
    sum(case when actual_value = target_value then 1 else 0 end) as exact,
    sum(weight) as weight,
    count(case when doubtful then 1 end) > 0 as doubtful
  from judged
  where target_value is not null
    and not (coalesce(unit, '') in ('%', '百分比') and target_value = 100)
  group by form_id
),

findings as (
  select
    counted.form_id,
    '' as seq,
    'actual' as field,
    'warning' as severity,
    cast(counted.exact as varchar) as reported,
    cast(null as varchar) as expected,
    cast(counted.exact as decimal(38, 6)) as measured,
    cast(limits.least as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '除指标值为 100% 的以外，' || counted.indicators || ' 个定量指标的完成值全都恰好等于指标值'
      || coalesce('，分值合计 ' || plain_decimal(counted.weight) || ' 分', '') || '，请问完成值是统计得来，还是照指标值填的。' as message,
    forms.first_line as line,
    counted.doubtful
  from counted
  inner join forms on counted.form_id = forms.form_id
  cross join limits
  where counted.indicators >= limits.least
    and counted.exact = counted.indicators
)

select * from findings

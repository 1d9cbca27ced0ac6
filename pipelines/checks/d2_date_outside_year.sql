-- 指标值或完成值里的日期不在本年度：指标可能沿用了别年的，完成可能拖到了下一年。
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

dates as (
  select form_id, seq, 'target' as field, '指标值' as field_name, target as printed, target_date as on_day
  from judged
  union all
  select form_id, seq, 'actual', '完成值', actual, actual_date
  from judged
),

findings as (
  select
    dates.form_id,
    cast(dates.seq as varchar) as seq,
    dates.field,
    'warning' as severity,
    dates.printed as reported,
    cast(forms.fiscal_year as varchar) as expected,
    cast(year(dates.on_day) as decimal(38, 6)) as measured,
    cast(forms.fiscal_year as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    judged.what || '的' || dates.field_name || '“' || dates.printed || '”在 ' || year(dates.on_day) || ' 年，不在本年度 '
      || forms.fiscal_year || ' 年，请问日期是否有误，或为何不在当年完成。' as message,
    judged.line,
    judged.doubtful
  from dates
  inner join judged on dates.form_id = judged.form_id and dates.seq = judged.seq
  inner join forms on dates.form_id = forms.form_id
  where year(dates.on_day) <> forms.fiscal_year
)

select * from findings

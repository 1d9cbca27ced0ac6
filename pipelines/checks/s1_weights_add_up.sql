-- 各指标分值与预算执行分值之和等于满分。有一个指标没有分值的表单说不清，不查。
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

with forms as (
  select * from staging.stg_printed_forms
),

form_sums as (
  select * from staging.stg_form_sums
),

limits as (
  select
    max(case when name = 'weights_total' then threshold end) as total
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and field = 'weight'
),

findings as (
  select
    form_sums.form_id,
    '' as seq,
    'total_weight' as field,
    'error' as severity,
    plain_decimal(form_sums.weight_sum) as reported,
    plain_decimal(limits.total) as expected,
    cast(form_sums.weight_sum as decimal(38, 6)) as measured,
    cast(limits.total as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    form_sums.indicators || ' 个指标的分值相加为 ' || plain_decimal(form_sums.indicator_weight) || ' 分，'
      || case
        when form_sums.execution_is_indicator then '预算执行已在其中，'
        else '加上预算执行的 ' || plain_decimal(form_sums.execution_weight) || ' 分，合计 '
          || plain_decimal(form_sums.weight_sum) || ' 分，'
      end
      || '不等于 ' || plain_decimal(limits.total) || ' 分，请核对是漏了指标还是分值有误。' as message,
    forms.total_score_line as line,
    doubtful.form_id is not null as doubtful
  from form_sums
  inner join forms on form_sums.form_id = forms.form_id
  cross join limits
  left join doubtful on form_sums.form_id = doubtful.form_id
  where form_sums.weight_sum <> limits.total
)

select * from findings

-- 各指标得分与预算执行得分之和等于总分。有一个指标没有得分的表单说不清，不查。
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

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and field in ('score', 'reported_score', 'total_score')
),

findings as (
  select
    form_sums.form_id,
    '' as seq,
    'total_score' as field,
    'error' as severity,
    plain_decimal(forms.total_score) as reported,
    plain_decimal(form_sums.score_sum) as expected,
    cast(forms.total_score as decimal(38, 6)) as measured,
    cast(form_sums.score_sum as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '总分印作 ' || plain_decimal(forms.total_score) || ' 分，各指标和预算执行的得分相加为 '
      || plain_decimal(form_sums.score_sum) || ' 分，相差 '
      || plain_decimal(abs(forms.total_score - form_sums.score_sum)) || ' 分，请核对。' as message,
    forms.total_score_line as line,
    doubtful.form_id is not null as doubtful
  from form_sums
  inner join forms on form_sums.form_id = forms.form_id
  left join doubtful on form_sums.form_id = doubtful.form_id
  where form_sums.score_sum <> forms.total_score
)

select * from findings

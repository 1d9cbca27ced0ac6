-- 总分够得上优，钱却没有用出去多少。执行只占总分的一小部分，所以执行率低不妨碍高分。
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

funding as (
  select * from staging.stg_funding where source = 'total'
),

limits as (
  select
    max(case when name = 'rating_excellent' then threshold end) as score,
    max(case when name = 'poor_execution_rate' then threshold end) as rate
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and (
      (record = 'form' and field = 'total_score')
      or (record = 'funding' and seq = 'total' and field in ('adjusted_budget', 'executed'))
    )
),

findings as (
  select
    forms.form_id,
    '' as seq,
    'total_score' as field,
    'warning' as severity,
    plain_decimal(forms.total_score) as reported,
    cast(null as varchar) as expected,
    percent(funding.executed, funding.adjusted_budget) as measured,
    cast(limits.rate as decimal(38, 6)) as threshold,
    cast(funding.adjusted_budget - funding.executed as decimal(38, 6)) as amount,
    '总分 ' || plain_decimal(forms.total_score) || ' 分，执行率只有 '
      || plain_decimal(round(percent(funding.executed, funding.adjusted_budget), 2)) || '%，低于 '
      || plain_decimal(limits.rate) || '%，' || amount_text(funding.adjusted_budget - funding.executed)
      || ' 万元没有执行，请问钱没有用，产出和效益怎样达到。' as message,
    forms.total_score_line as line,
    doubtful.form_id is not null as doubtful
  from forms
  inner join funding on forms.form_id = funding.form_id
  cross join limits
  left join doubtful on forms.form_id = doubtful.form_id
  where forms.total_score >= limits.score
    and funding.adjusted_budget > 0
    and 100 * funding.executed < limits.rate * funding.adjusted_budget
)

select * from findings

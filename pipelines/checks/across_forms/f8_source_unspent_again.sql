-- 同一单位同一项目的一种资金，三年里有两年以上没有用出去：一年是意外，两年是习惯。年度资金总额不在此列。
--
-- about: 问的是谁：实施单位、项目、指标或整个年度，同一年里不重
-- fiscal_year: 年度
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- form_id: 表单编号；问的不是一张表单时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号；问的不是一张表单时为空
-- doubtful: 所依据的格是否有要请人看的

with forms as (
  select * from staging.stg_forms where form_type = 'project'
),

funding as (
  select * from staging.stg_funding where source <> 'total'
),

limits as (
  select
    max(case when name = 'poor_execution_rate' then threshold end) as rate,
    max(case when name = 'unspent_years' then threshold end) as years
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and field in ('adjusted_budget', 'executed')
),

years as (
  select
    forms.implementing_unit,
    forms.project_name,
    funding.source,
    max(funding.source_name) as source_name,
    forms.fiscal_year,
    max(forms.form_id) as form_id,
    max(funding.line) as line,
    sum(funding.adjusted_budget) as budget,
    sum(funding.executed) as executed,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from funding
  inner join forms on funding.form_id = forms.form_id
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  where forms.implementing_unit is not null
    and forms.project_name is not null
    and forms.fiscal_year is not null
    and funding.adjusted_budget > 0
    and funding.executed is not null
  group by forms.implementing_unit, forms.project_name, funding.source, forms.fiscal_year
),

judged as (
  select
    years.*,
    case when 100 * years.executed < limits.rate * years.budget then 1 else 0 end as unspent,
    limits.rate,
    limits.years as limit_years
  from years
  cross join limits
),

-- This year and the two before it.
recent as (
  select
    *,
    sum(unspent) over last_three as unspent_years,
    count(*) over last_three as budgeted_years,
    sum(case when unspent = 1 then budget - executed end) over last_three as unspent_money,
    max(doubtful) over last_three as any_doubtful
  from judged
  window last_three as (
    partition by implementing_unit, project_name, source
    order by fiscal_year range between 2 preceding and current row
  )
),

findings as (
  select
    implementing_unit || ' ' || project_name || ' ' || source as about,
    fiscal_year,
    implementing_unit,
    project_name,
    form_id,
    source as seq,
    'executed' as field,
    'warning' as severity,
    cast(cast(executed as decimal(38, 2)) as varchar) as reported,
    cast(null as varchar) as expected,
    cast(unspent_years as decimal(38, 6)) as measured,
    cast(limit_years as decimal(38, 6)) as threshold,
    cast(unspent_money as decimal(38, 6)) as amount,
    source_name || '本年预算 ' || amount_text(budget) || ' 万元，执行 '
      || amount_text(executed) || ' 万元；近三年列了预算的 '
      || cast(budgeted_years as varchar) || ' 年里有 ' || cast(unspent_years as varchar) || ' 年执行率低于 '
      || cast(cast(rate as decimal(38, 2)) as varchar) || '%，共 ' || amount_text(unspent_money)
      || ' 万元没有用出去，请问为何年年列、年年用不完，明年是否压减。' as message,
    line,
    any_doubtful = 1 as doubtful
  from recent
  where unspent = 1
    and unspent_years >= limit_years
)

select * from findings

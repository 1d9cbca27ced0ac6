-- 同一单位同一项目连续两年都有上年结转资金：钱结转了还没有用完，又结转。
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
  select * from staging.stg_funding where source = 'carry_over'
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and seq = 'carry_over'
    and field = 'adjusted_budget'
),

years as (
  select
    forms.implementing_unit,
    forms.project_name,
    forms.fiscal_year,
    max(forms.form_id) as form_id,
    max(funding.line) as line,
    sum(funding.adjusted_budget) as carried,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from funding
  inner join forms on funding.form_id = forms.form_id
  left join doubtful on funding.form_id = doubtful.form_id
  where forms.implementing_unit is not null
    and forms.project_name is not null
    and forms.fiscal_year is not null
  group by forms.implementing_unit, forms.project_name, forms.fiscal_year
),

findings as (
  select
    this_year.implementing_unit || ' ' || this_year.project_name as about,
    this_year.fiscal_year,
    this_year.implementing_unit,
    this_year.project_name,
    this_year.form_id,
    'carry_over' as seq,
    'adjusted_budget' as field,
    'warning' as severity,
    cast(cast(this_year.carried as decimal(38, 2)) as varchar) as reported,
    cast(null as varchar) as expected,
    cast(this_year.carried as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(this_year.carried as decimal(38, 6)) as amount,
    '上年结转资金上年是 ' || amount_text(year_before.carried) || ' 万元，本年又有 '
      || amount_text(this_year.carried)
      || ' 万元，连续两年有结转，请问这些钱是否还需要，为何不收回。' as message,
    this_year.line,
    this_year.doubtful + year_before.doubtful > 0 as doubtful
  from years as this_year
  inner join years as year_before
    on this_year.implementing_unit = year_before.implementing_unit
    and this_year.project_name = year_before.project_name
    and this_year.fiscal_year = year_before.fiscal_year + 1
  where this_year.carried > 0
    and year_before.carried > 0
)

select * from findings

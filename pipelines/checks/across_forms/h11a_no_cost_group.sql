-- 有的表单有成本指标，有的没有：同一年的表单口径不一。一年合在一起说；全都没有的是另一种口径，不算。
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

indicators as (
  select * from staging.stg_indicators
),

limits as (
  select
    max(case when name = 'year_forms' then threshold end) as least
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('level1', 'level2', 'row')
),

by_form as (
  select
    form_id,
    max(case when level1 like '%成本%' or level2 like '%成本%' then 1 else 0 end) as has_cost
  from indicators
  group by form_id
),

by_year as (
  select
    forms.fiscal_year,
    count(*) as forms,
    sum(by_form.has_cost) as with_cost,
    max(case when by_form.has_cost = 0 and doubtful.form_id is not null then 1 else 0 end) as doubtful
  from forms
  inner join by_form on forms.form_id = by_form.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  group by forms.fiscal_year
),

findings as (
  select
    '成本指标' as about,
    by_year.fiscal_year,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'level1' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    cast(by_year.forms - by_year.with_cost as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '当年 ' || cast(by_year.forms as varchar) || ' 张表里有 ' || cast(by_year.with_cost as varchar) || ' 张设了成本指标，另外 '
      || cast(by_year.forms - by_year.with_cost as varchar)
      || ' 张没有，分值在各类之间的分配不可比，请问是否都适用成本指标。' as message,
    cast(null as integer) as line,
    by_year.doubtful = 1 as doubtful
  from by_year
  cross join limits
  where by_year.forms >= limits.least
    and by_year.with_cost > 0
    and by_year.with_cost < by_year.forms
)

select * from findings

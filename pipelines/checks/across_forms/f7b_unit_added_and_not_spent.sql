-- 一个单位当年年中追加的钱合起来执行率偏低，追加的项目不止一个。一个单位一年说一次，逐个项目执行率过低的另见 F7A。
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
  select * from staging.stg_forms where form_type = 'project' and implementing_unit is not null
),

added as (
  select * from staging.stg_funding
  where source = 'total'
    and initial_budget = 0
    and adjusted_budget > 0
    and executed is not null
),

limits as (
  select
    max(case when name = 'low_execution_rate' then threshold end) as rate
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and seq = 'total'
    and field in ('initial_budget', 'adjusted_budget', 'executed')
),

by_unit as (
  select
    forms.fiscal_year,
    forms.implementing_unit,
    count(*) as forms,
    sum(added.adjusted_budget) as budget,
    sum(added.executed) as executed,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from added
  inner join forms on added.form_id = forms.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  group by forms.fiscal_year, forms.implementing_unit
),

findings as (
  select
    by_unit.implementing_unit as about,
    by_unit.fiscal_year,
    by_unit.implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    'total' as seq,
    'executed' as field,
    'info' as severity,
    cast(cast(by_unit.executed as decimal(38, 2)) as varchar) as reported,
    cast(null as varchar) as expected,
    percent(by_unit.executed, by_unit.budget) as measured,
    cast(limits.rate as decimal(38, 6)) as threshold,
    cast(by_unit.budget - by_unit.executed as decimal(38, 6)) as amount,
    '当年有 ' || cast(by_unit.forms as varchar) || ' 个项目年初没有预算，年中共追加 '
      || amount_text(by_unit.budget) || ' 万元，年末还剩 '
      || amount_text(by_unit.budget - by_unit.executed) || ' 万元没有执行，执行率 '
      || cast(cast(percent(by_unit.executed, by_unit.budget) as decimal(38, 2)) as varchar) || '%，低于 '
      || cast(cast(limits.rate as decimal(38, 2)) as varchar)
      || '%，请问追加在何时、为何年初没有编进预算。' as message,
    cast(null as integer) as line,
    by_unit.doubtful = 1 as doubtful
  from by_unit
  cross join limits
  where by_unit.forms >= 2
    and 100 * by_unit.executed < limits.rate * by_unit.budget
)

select * from findings

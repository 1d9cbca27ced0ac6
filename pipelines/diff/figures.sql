-- 两边各级汇总的数，一个数一行：层级、对象、年度、资金来源、度量。

with years as (
  select 'before' as side, * from before.mart.year_execution
  union all
  select 'after', * from after.mart.year_execution
),

departments as (
  select 'before' as side, * from before.mart.department_execution
  union all
  select 'after', * from after.mart.department_execution
),

units as (
  select 'before' as side, * from before.mart.unit_execution
  union all
  select 'after', * from after.mart.unit_execution
),

projects as (
  select 'before' as side, * from before.mart.project_execution
  union all
  select 'after', * from after.mart.project_execution
),

levels as (
  select
    side,
    'year' as level,
    fiscal_year,
    cast(null as varchar) as department,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    source,
    forms, initial_budget, adjusted_budget, executed, unexecuted, execution_rate
  from years
  union all
  select
    side, 'department', fiscal_year, department, null, null, source,
    forms, initial_budget, adjusted_budget, executed, unexecuted, execution_rate
  from departments
  union all
  select
    side, 'unit', fiscal_year, department, implementing_unit, null, source,
    forms, initial_budget, adjusted_budget, executed, unexecuted, execution_rate
  from units
  union all
  select
    side, 'project', fiscal_year, null, null, project_name, source,
    forms, initial_budget, adjusted_budget, executed, unexecuted, execution_rate
  from projects
),

figures as (
  unpivot (
    select * replace (cast(forms as decimal(38, 6)) as forms, cast(execution_rate as decimal(38, 6)) as execution_rate)
    from levels
  )
  on
    forms, cast(initial_budget as decimal(38, 6)) as initial_budget,
    cast(adjusted_budget as decimal(38, 6)) as adjusted_budget, cast(executed as decimal(38, 6)) as executed,
    cast(unexecuted as decimal(38, 6)) as unexecuted, execution_rate
  into name measure value figure
)

select * from figures

-- 连起各年来看的金额，与各张表单相加的相同：每一级都不漏表单、不重复计算

with forms as (
  select * from mart.execution where form_type = 'project' and fiscal_year is not null
),

levels as (
  select 'year' as level, fiscal_year, source, adjusted_budget, executed, added_budget
  from mart.source_years
  union all
  select 'department', fiscal_year, source, adjusted_budget, executed, added_budget
  from mart.department_years
  union all
  select 'unit', fiscal_year, source, adjusted_budget, executed, added_budget
  from mart.unit_years
  union all
  select 'project', fiscal_year, source, adjusted_budget, executed, added_budget
  from mart.project_years
),

-- What each level must come to, to be taken from it.
forms_of_levels as (
  select 'year' as level, * from forms
  union all
  select 'department', * from forms where department is not null
  union all
  select 'unit', * from forms where implementing_unit is not null
  union all
  select 'project', * from forms where implementing_unit is not null and project_name is not null
),

both_sides as (
  select * from levels
  union all
  select
    level, fiscal_year, source, -adjusted_budget, -executed, case when initial_budget = 0 then -adjusted_budget end
  from forms_of_levels
),

differences as (
  select
    level,
    fiscal_year,
    source,
    sum(adjusted_budget) as adjusted_budget,
    sum(executed) as executed,
    sum(added_budget) as added_budget
  from both_sides
  group by level, fiscal_year, source
  having sum(adjusted_budget) <> 0 or sum(executed) <> 0 or sum(added_budget) <> 0
)

select * from differences

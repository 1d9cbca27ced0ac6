-- 连起各年来看的金额，与各张表单相加的相同：每一级都不漏表单、不重复计算

with forms as (
  select * from mart.execution where form_type = 'project' and fiscal_year is not null and implementing_unit is not null
),

levels as (
  select 'unit' as level, fiscal_year, source, adjusted_budget, executed, added_budget
  from mart.unit_years
  union all
  select 'project', fiscal_year, source, adjusted_budget, executed, added_budget
  from mart.project_years
  union all
  select 'unit', fiscal_year, source, -adjusted_budget, -executed, case when initial_budget = 0 then -adjusted_budget end
  from forms
  union all
  select
    'project', fiscal_year, source, -adjusted_budget, -executed, case when initial_budget = 0 then -adjusted_budget end
  from forms
  where project_name is not null
),

differences as (
  select
    level,
    fiscal_year,
    source,
    sum(adjusted_budget) as adjusted_budget,
    sum(executed) as executed,
    sum(added_budget) as added_budget
  from levels
  group by level, fiscal_year, source
  having sum(adjusted_budget) <> 0 or sum(executed) <> 0 or sum(added_budget) <> 0
)

select * from differences

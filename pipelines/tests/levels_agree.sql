-- 项目支出的金额，按表单、实施单位、主管部门、项目、年度各级和相交的各级分别相加，结果相同

with levels as (
  select 'form' as level, fiscal_year, source, initial_budget, adjusted_budget, executed, unexecuted
  from mart.execution
  where form_type = 'project'
  union all
  select 'unit', fiscal_year, source, initial_budget, adjusted_budget, executed, unexecuted
  from mart.unit_execution
  union all
  select 'department', fiscal_year, source, initial_budget, adjusted_budget, executed, unexecuted
  from mart.department_execution
  union all
  select 'project', fiscal_year, source, initial_budget, adjusted_budget, executed, unexecuted
  from mart.project_execution
  union all
  select level, fiscal_year, source, initial_budget, adjusted_budget, executed, unexecuted
  from core.execution_levels
  where level in ('department_project', 'unit_project')
  union all
  select 'year', fiscal_year, source, initial_budget, adjusted_budget, executed, unexecuted
  from mart.year_execution
),

sums as (
  select
    level,
    fiscal_year,
    source,
    sum(initial_budget) as initial_budget,
    sum(adjusted_budget) as adjusted_budget,
    sum(executed) as executed,
    sum(unexecuted) as unexecuted
  from levels
  group by level, fiscal_year, source
),

disagreements as (
  select
    form_level.fiscal_year,
    form_level.source,
    other_level.level,
    form_level.adjusted_budget as adjusted_budget_of_forms,
    other_level.adjusted_budget,
    form_level.executed as executed_of_forms,
    other_level.executed
  from (select * from sums where level = 'form') as form_level
  full outer join (select * from sums where level <> 'form') as other_level
    on form_level.fiscal_year is not distinct from other_level.fiscal_year
    and form_level.source = other_level.source
  where form_level.source is null
    or other_level.source is null
    or form_level.initial_budget is distinct from other_level.initial_budget
    or form_level.adjusted_budget is distinct from other_level.adjusted_budget
    or form_level.executed is distinct from other_level.executed
    or form_level.unexecuted is distinct from other_level.unexecuted
)

select * from disagreements

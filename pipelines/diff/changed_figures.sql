-- 汇总的数里不同的，一个数一行：层级、对象、年度、资金来源、度量，两边的值、增减和原因。只有一边有的，另一边为空；
-- 只有一边有而是 0 的，没有什么可看，不列。
-- 原因取自归到这个数的表单；没有一张表单的钱变了的，是规则变了。

with before_figures as (
  select * exclude (side) from figures where side = 'before'
),

after_figures as (
  select * exclude (side) from figures where side = 'after'
),

keys as (
  select level, fiscal_year, department, implementing_unit, project_name, source, measure from before_figures
  union
  select level, fiscal_year, department, implementing_unit, project_name, source, measure from after_figures
),

different as (
  select
    keys.*,
    before_figures.figure as before,
    after_figures.figure as after
  from keys
  left join before_figures
    on keys.level = before_figures.level
    and keys.fiscal_year is not distinct from before_figures.fiscal_year
    and keys.department is not distinct from before_figures.department
    and keys.implementing_unit is not distinct from before_figures.implementing_unit
    and keys.project_name is not distinct from before_figures.project_name
    and keys.source = before_figures.source
    and keys.measure = before_figures.measure
  left join after_figures
    on keys.level = after_figures.level
    and keys.fiscal_year is not distinct from after_figures.fiscal_year
    and keys.department is not distinct from after_figures.department
    and keys.implementing_unit is not distinct from after_figures.implementing_unit
    and keys.project_name is not distinct from after_figures.project_name
    and keys.source = after_figures.source
    and keys.measure = after_figures.measure
  where before_figures.figure is distinct from after_figures.figure
    and (coalesce(before_figures.figure, 0) <> 0 or coalesce(after_figures.figure, 0) <> 0)
),

causes as (
  select distinct * from form_causes
),

rules as (
  select
    (select rules_version from before.mart.run) is distinct from (select rules_version from after.mart.run) as changed
),

explained as (
  select
    different.level,
    different.fiscal_year,
    different.department,
    different.implementing_unit,
    different.project_name,
    different.source,
    different.measure,
    different.before,
    different.after,
    list_sort(list_distinct(list(causes.cause) filter (causes.cause is not null))) as found
  from different
  left join causes
    on different.fiscal_year is not distinct from causes.fiscal_year
    and different.source = causes.source
    and (different.level not in ('department', 'unit') or different.department is not distinct from causes.department)
    and (different.level <> 'unit' or different.implementing_unit is not distinct from causes.implementing_unit)
    and (different.level <> 'project' or different.project_name is not distinct from causes.project_name)
  group by all
)

select
  explained.level,
  explained.fiscal_year,
  explained.department,
  explained.implementing_unit,
  explained.project_name,
  explained.source,
  explained.measure,
  cast(explained.before as varchar) as before,
  cast(explained.after as varchar) as after,
  cast(explained.after - explained.before as varchar) as change,
  case
    when len(explained.found) > 0 then explained.found
    when rules.changed then ['rule']
    else ['unknown']
  end as causes
from explained
cross join rules
order by
  list_position(['year', 'department', 'unit', 'project'], level), fiscal_year, department, implementing_unit,
  project_name, list_position(['total', 'current_year_appropriation', 'carry_over', 'other_funds'], source), source,
  list_position(['forms', 'initial_budget', 'adjusted_budget', 'executed', 'unexecuted', 'execution_rate'], measure)

-- 一张表单的钱为何使汇总的数不同，一张表单、一边、一种资金来源、一个原因一行：两边各按自己的年度和名称归到汇总里。
-- 表头的格（年度、名称）不同的，各种来源都算。

with executions as (
  select 'before' as side, * from before.mart.execution
  union all by name
  select 'after' as side, * from after.mart.execution
),

sides as (
  select 'before' as side, before_id as form_id, after_id, after_id is null as alone, cause from form_pairs
  where before_id is not null
  union all
  select 'after', after_id, after_id, before_id is null, cause from form_pairs
  where after_id is not null
),

of_whole_forms as (
  select
    executions.side,
    executions.form_id,
    executions.source,
    sides.cause
  from executions
  inner join sides on executions.side = sides.side and executions.form_id = sides.form_id
  where sides.alone
),

of_cells as (
  select distinct
    executions.side,
    executions.form_id,
    executions.source,
    changed_cells.cause
  from executions
  inner join sides on executions.side = sides.side and executions.form_id = sides.form_id
  inner join changed_cells on sides.after_id = changed_cells.form_id
  where changed_cells.record = 'form'
    or (changed_cells.record = 'funding' and changed_cells.seq = executions.source)
),

-- In one of the two warehouses the form is not in the sums: another file's form of the same project is.
of_superseded_forms as (
  select
    executions.side,
    executions.form_id,
    executions.source,
    'superseded' as cause
  from executions
  where (
      executions.side = 'before'
      and executions.form_id in (select form_id from after.mart.superseded_forms)
    )
    or (
      executions.side = 'after'
      and executions.form_id in (select form_id from before.mart.superseded_forms)
    )
),

causes as (
  select * from of_whole_forms
  union all
  select * from of_superseded_forms
  union all
  select * from of_cells
)

select
  causes.cause,
  executions.fiscal_year,
  executions.department,
  executions.implementing_unit,
  executions.project_name,
  executions.source
from causes
inner join executions using (side, form_id, source)

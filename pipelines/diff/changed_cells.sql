-- 两边都有的表单里不同的格，一格一行，和为何不同：更正、文件换过、读取程序不同；算得的数随同一指标的格而变，否则是规则变了。

with pairs as (
  select * from form_pairs where before_id is not null and after_id is not null
),

before_cells as (
  select pairs.after_id as form_id, cells.* exclude (side, form_id)
  from cells
  inner join pairs on cells.form_id = pairs.before_id
  where cells.side = 'before'
),

after_cells as (
  select cells.* exclude (side)
  from cells
  inner join pairs on cells.form_id = pairs.after_id
  where cells.side = 'after'
),

different as (
  select
    form_id,
    record,
    seq,
    field,
    before_cells.value as before,
    after_cells.value as after,
    field in ('attainment', 'attained', 'rule_score') as computed
  from before_cells
  full outer join after_cells using (form_id, record, seq, field)
  where before_cells.value is distinct from after_cells.value
),

changed_corrections as (
  select
    pairs.after_id as form_id,
    coalesce(earlier.record, later.record) as record,
    coalesce(earlier.seq, later.seq) as seq,
    coalesce(earlier.field, later.field) as field
  from (
    select pairs.after_id, corrections.*
    from before.raw.corrections as corrections
    inner join pairs on corrections.form_id = pairs.before_id
  ) as earlier
  full outer join after.raw.corrections as later
    on earlier.after_id = later.form_id
    and earlier.record = later.record
    and earlier.seq = later.seq
    and earlier.field = later.field
  inner join pairs on pairs.after_id = coalesce(earlier.after_id, later.form_id)
  where earlier.value is distinct from later.value
    or earlier.record is null
    or later.record is null
),

read_cells as (
  select
    different.*,
    case
      when changed_corrections.form_id is not null then 'correction'
      else coalesce(pairs.cause, 'unknown')
    end as cause
  from different
  inner join pairs on different.form_id = pairs.after_id
  left join changed_corrections using (form_id, record, seq, field)
  where not different.computed
),

causes_of_rows as (
  select form_id, record, seq, min(cause) as cause
  from read_cells
  group by form_id, record, seq
),

rules as (
  select
    (select rules_version from before.mart.run) is distinct from (select rules_version from after.mart.run) as changed
),

computed_cells as (
  select
    different.*,
    coalesce(causes_of_rows.cause, case when rules.changed then 'rule' else 'unknown' end) as cause
  from different
  cross join rules
  left join causes_of_rows using (form_id, record, seq)
  where different.computed
),

all_cells as (
  select * from read_cells
  union all
  select * from computed_cells
)

select
  all_cells.form_id,
  forms.fiscal_year,
  forms.implementing_unit,
  forms.project_name,
  all_cells.record,
  all_cells.seq,
  all_cells.field,
  all_cells.before,
  all_cells.after,
  all_cells.cause
from all_cells
inner join after.mart.forms as forms using (form_id)
order by forms.fiscal_year, forms.implementing_unit, all_cells.form_id, all_cells.record, all_cells.seq, all_cells.field

-- 每一条更正不是已记在标记里，就是列在没有用上的更正里，不会无声无息

with corrections as (
  select * from raw.corrections
),

applied as (
  select form_id, record, seq, field from mart.cell_flags where status = 'corrected'
),

unapplied as (
  select form_id, record, seq, field from mart.unapplied_corrections
),

accounted_for as (
  select * from applied
  union all
  select * from unapplied
),

lost as (
  select
    corrections.line,
    corrections.form_id,
    corrections.record,
    corrections.seq,
    corrections.field
  from corrections
  left join accounted_for
    on corrections.form_id = accounted_for.form_id
    and corrections.record = accounted_for.record
    and corrections.seq = accounted_for.seq
    and corrections.field = accounted_for.field
  where accounted_for.form_id is null
)

select * from lost

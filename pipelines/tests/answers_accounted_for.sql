-- 每一条答复都写明算不算数，一个问题至多有一条能用的答复

with answers as (
  select * from mart.answers
),

lines as (
  select * from staging.stg_answers
),

lost as (
  select
    lines.line,
    lines.finding_id,
    answers.state
  from lines
  left join answers on lines.line = answers.line
  where answers.state is null
    or (answers.state <> 'in_force' and answers.note is null)
),

twice as (
  select
    max(line) as line,
    finding_id,
    'twice' as state
  from answers
  where state <> 'unusable'
  group by finding_id
  having count(*) > 1
)

select * from lost
union all
select * from twice

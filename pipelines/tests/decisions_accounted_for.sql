-- 每一条决定都写明算不算数，一个问题至多有一条能用的决定

with decisions as (
  select * from mart.decisions
),

lines as (
  select * from staging.stg_decisions
),

lost as (
  select
    lines.line,
    lines.finding_id,
    decisions.state
  from lines
  left join decisions on lines.line = decisions.line
  where decisions.state is null
    or (decisions.state <> 'in_force' and decisions.note is null)
),

twice as (
  select
    max(line) as line,
    finding_id,
    'twice' as state
  from decisions
  where state <> 'unusable'
  group by finding_id
  having count(*) > 1
)

select * from lost
union all
select * from twice

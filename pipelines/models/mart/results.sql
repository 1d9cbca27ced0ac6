-- 这份结果和它与之比较的上一份，一行。问题没有一个新出现、也没有一个消失的，还是同一份结果：再运行一次不改变什么。
--
-- results_at: 这份结果的时间（UTC）：从那次运行起问题就是现在这些
-- base_at: 与之比较的上一份结果的时间（UTC）；没有上一份时为空
-- rules: 规则和界限的代号
-- rules_changed: 两份结果之间规则或界限是否改过

with problems as (
  select * from core.problems
),

known_problems as (
  select * from raw.known_problems where state in ('first', 'new', 'new_form', 'new_rule', 'new_reading', 'repeated')
),

known as (
  select * from raw.known_results
),

run as (
  select run_at from staging.stg_run
),

rules as (
  select rules from staging.stg_rules_in_force
),

appeared as (
  select count(*) as problems
  from problems
  left join known_problems on problems.problem = known_problems.problem
  where known_problems.problem is null
),

vanished as (
  select count(*) as problems
  from known_problems
  left join problems on known_problems.problem = problems.problem
  where problems.problem is null
)

select
  case
    when known.results_at is null or appeared.problems + vanished.problems > 0 then run.run_at
    else known.results_at
  end as results_at,
  case when appeared.problems + vanished.problems > 0 then known.results_at else known.base_at end as base_at,
  rules.rules,
  case
    when known.results_at is null then false
    when appeared.problems + vanished.problems > 0 then known.rules <> rules.rules
    else known.rules_changed
  end as rules_changed
from run
cross join rules
cross join appeared
cross join vanished
left join known on true

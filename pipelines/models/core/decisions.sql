-- 对问题的决定，decisions.csv 一行一条，和它现在算不算数。
--
-- line: 在 decisions.csv 里的行号
-- finding_id: 问题编号
-- decision: 决定：accepted 理由成立，waived 免于追问，confirmed 情况属实
-- reason: 决定的理由
-- until: 有效到哪一天，含当天；空表示一直有效
-- office: 作决定的处室
-- figures: 作决定时问题的数字代号；空表示没有记下，数字变了也看不出
-- state: 算不算数：in_force 有效，stale 数字已变，expired 已过期限，no_finding 这次没有这个问题，unusable 写得不对
-- note: 不算数的原因和该怎么办；有效时为空

with decisions as (
  select * from staging.stg_decisions
),

findings as (
  select * from core.findings
),

run as (
  select * from staging.stg_run
),

judged as (
  select
    decisions.*,
    findings.figures as figures_now,
    case
      when decisions.problem is not null then 'unusable'
      when findings.finding_id is null then 'no_finding'
      when decisions.figures <> findings.figures then 'stale'
      when decisions.until < cast(run.run_at as date) then 'expired'
      else 'in_force'
    end as state
  from decisions
  cross join run
  left join findings on decisions.finding_id = findings.finding_id
),

explained as (
  select
    line,
    finding_id,
    decision,
    reason,
    until,
    office,
    figures,
    state,
    case state
      when 'unusable' then problem
      when 'no_finding' then '这次没有这个问题：可能已经改正，或编号有误；不再需要的请删去这一行'
      when 'stale' then '作决定以后数字变了，请据现在的数字重新决定，并把 figures 改为 ' || figures_now
      when 'expired' then '已过期限 ' || cast(until as varchar) || '，请重新决定'
    end as note
  from judged
)

select * from explained

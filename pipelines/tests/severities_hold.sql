-- 每个问题都有写明的规则，轻重不超过规则写明的一级

with findings as (
  select * from mart.findings
),

rules as (
  select * from mart.rules
),

ranks as (
  select 'error' as severity, 1 as rank
  union all
  select 'warning', 2
  union all
  select 'info', 3
),

graver as (
  select
    findings.finding_id,
    findings.severity,
    rules.severity as severity_of_rule
  from findings
  left join rules on findings.rule = rules.rule
  left join ranks as own on findings.severity = own.severity
  left join ranks as allowed on rules.severity = allowed.severity
  where rules.rule is null
    or own.rank < allowed.rank
)

select * from graver

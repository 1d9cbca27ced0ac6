-- 简报各范围里还要问的问题，按规则计，一个范围一年一条规则一行。只含一张项目支出自评表就能看出的问题。
--
-- level: 范围的级别：year 全年，department 主管部门，unit 实施单位
-- fiscal_year: 年度
-- department: 主管部门；全年为空
-- implementing_unit: 实施单位；全年和主管部门为空
-- rule: 规则编号，名称和出处见 mart.rules
-- severity: 其中最重的轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- findings: 问题个数
-- forms: 有这个问题的表单张数
-- errors: 其中表内自相矛盾的个数
-- amount: 涉及金额，万元
-- doubtful: 其中所依据的格存疑的个数

with scopes as (
  select * from core.scopes
),

findings as (
  select * from core.open_findings where form_id is not null
),

counted as (
  select
    scopes.level,
    scopes.fiscal_year,
    scopes.department,
    scopes.implementing_unit,
    findings.rule,
    case
      when count(case when findings.severity = 'error' then 1 end) > 0 then 'error'
      when count(case when findings.severity = 'warning' then 1 end) > 0 then 'warning'
      else 'info'
    end as severity,
    count(*) as findings,
    count(distinct findings.form_id) as forms,
    count(case when findings.severity = 'error' then 1 end) as errors,
    sum(findings.amount) as amount,
    count(case when findings.doubtful then 1 end) as doubtful
  from scopes
  inner join findings on scopes.form_id = findings.form_id
  group by scopes.level, scopes.fiscal_year, scopes.department, scopes.implementing_unit, findings.rule
)

select * from counted

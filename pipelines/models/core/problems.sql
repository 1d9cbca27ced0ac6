-- 这次结果里的问题（错误和提醒），各有一个不随文件变化的代号，一个问题一行。
-- 表单编号随文件内容而变，所以改过的表单要凭年度、单位、项目和指标认出同一个问题。
--
-- problem: 问题的代号：规则、年度、主管部门、单位、项目、指标和栏目；相同的几个再按先后编号
-- finding_id: 问题编号
-- rule: 规则编号
-- fiscal_year: 年度
-- department: 主管部门；问的不是一张表单时为空
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_id: 表单编号；问的不是一张表单时为空
-- line: 所在行号

with findings as (
  select * from core.findings where severity in ('error', 'warning')
),

forms as (
  select * from core.forms
),

indicators as (
  select * from staging.stg_indicators
),

named as (
  select
    findings.finding_id,
    findings.rule,
    findings.fiscal_year,
    forms.department,
    findings.implementing_unit,
    findings.project_name,
    findings.form_id,
    findings.line,
    case
      when findings.form_id is null then findings.finding_id
      else
        findings.rule || '|' || coalesce(cast(findings.fiscal_year as varchar), '') || '|' || coalesce(forms.department, '')
        || '|' || coalesce(findings.implementing_unit, '') || '|' || coalesce(findings.project_name, '') || '|'
        || coalesce(indicators.name, findings.seq) || '|' || findings.field
    end as subject
  from findings
  left join forms on findings.form_id = forms.form_id
  left join indicators
    on findings.form_id = indicators.form_id and findings.seq = cast(indicators.seq as varchar)
),

numbered as (
  select
    *,
    row_number() over (partition by subject order by form_id, line, finding_id) as place
  from named
)

select
  md5(subject || '|' || cast(place as varchar)) as problem,
  finding_id,
  rule,
  fiscal_year,
  department,
  implementing_unit,
  project_name,
  form_id,
  line
from numbered

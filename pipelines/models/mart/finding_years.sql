-- 同一个项目的同一种问题连起各年来看：一种问题一年一行，是新出现的、上年就有的，还是已经解决的。
-- 同一种问题：规则、主管部门、实施单位、项目相同，问指标的连指标名称也相同。只看错误和提醒、没有决定放过的。
-- 上年没有这个项目的表单，分不出新旧，状态为 first。
--
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- rule: 规则编号，名称和出处见 mart.rules
-- indicator: 指标名称；不问指标的为空字符串
-- state: first 上年没有这个项目，new 新出现，repeated 上年就有，solved 上年有而本年没有
-- since: 从哪一年起连年都有；已解决的为最后一次出现的那一段从哪一年起
-- years: 连年有了几年
-- form_id: 表单编号；已解决的为本年的表单
-- line: 所在行号；已解决的为空
-- amount: 涉及金额，万元；已解决的为空

with findings as (
  select * from core.open_findings where form_id is not null and severity in ('error', 'warning')
),

forms as (
  select * from core.forms
  where form_type = 'project' and fiscal_year is not null and implementing_unit is not null and project_name is not null
),

projects as (
  select
    fiscal_year,
    coalesce(department, '') as department,
    implementing_unit,
    project_name,
    min(form_id) as form_id
  from forms
  group by fiscal_year, coalesce(department, ''), implementing_unit, project_name
),

indicators as (
  select * from staging.stg_indicators
),

places as (
  select * from core.findings
),

problems as (
  select
    forms.fiscal_year,
    coalesce(forms.department, '') as department,
    forms.implementing_unit,
    forms.project_name,
    findings.rule,
    coalesce(indicators.name, '') as indicator,
    min(findings.form_id) as form_id,
    min(places.line) as line,
    sum(findings.amount) as amount
  from findings
  inner join forms on findings.form_id = forms.form_id
  inner join places on findings.finding_id = places.finding_id
  left join indicators
    on findings.form_id = indicators.form_id and findings.seq = cast(indicators.seq as varchar)
  group by
    forms.fiscal_year, coalesce(forms.department, ''), forms.implementing_unit, forms.project_name, findings.rule,
    coalesce(indicators.name, '')
),

numbered as (
  select
    *,
    fiscal_year - row_number() over (
      partition by department, implementing_unit, project_name, rule, indicator order by fiscal_year
    ) as streak
  from problems
),

streaks as (
  select
    *,
    min(fiscal_year) over (
      partition by department, implementing_unit, project_name, rule, indicator, streak
    ) as since
  from numbered
),

present as (
  select
    streaks.fiscal_year,
    streaks.department,
    streaks.implementing_unit,
    streaks.project_name,
    streaks.rule,
    streaks.indicator,
    case
      when streaks.since < streaks.fiscal_year then 'repeated'
      when last_year.form_id is null then 'first'
      else 'new'
    end as state,
    streaks.since,
    streaks.fiscal_year - streaks.since + 1 as years,
    streaks.form_id,
    streaks.line,
    streaks.amount
  from streaks
  left join projects as last_year
    on streaks.fiscal_year = last_year.fiscal_year + 1
    and streaks.department = last_year.department
    and streaks.implementing_unit = last_year.implementing_unit
    and streaks.project_name = last_year.project_name
),

solved as (
  select
    this_year.fiscal_year,
    streaks.department,
    streaks.implementing_unit,
    streaks.project_name,
    streaks.rule,
    streaks.indicator,
    'solved' as state,
    streaks.since,
    streaks.fiscal_year - streaks.since + 1 as years,
    this_year.form_id,
    cast(null as integer) as line,
    cast(null as decimal(38, 6)) as amount
  from streaks
  inner join projects as this_year
    on this_year.fiscal_year = streaks.fiscal_year + 1
    and this_year.department = streaks.department
    and this_year.implementing_unit = streaks.implementing_unit
    and this_year.project_name = streaks.project_name
  left join problems as still
    on still.fiscal_year = this_year.fiscal_year
    and still.department = streaks.department
    and still.implementing_unit = streaks.implementing_unit
    and still.project_name = streaks.project_name
    and still.rule = streaks.rule
    and still.indicator = streaks.indicator
  where still.rule is null
),

final as (
  select * from present
  union all
  select * from solved
)

select * from final

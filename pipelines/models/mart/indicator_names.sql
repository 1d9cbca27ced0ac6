-- 同名的指标合在一起，全年的和各主管部门的：用在多少表单里，达成多少，失分多少。只含项目支出自评表，没有名称的不在其内。
--
-- fiscal_year: 年度
-- scope: 范围：year 全年，department 一个主管部门
-- department: 主管部门；范围为全年时为空
-- name: 三级指标
-- forms: 用它的表单张数
-- units: 用它的实施单位个数
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- lost_indicators: 得分低于分值的指标个数
-- share_of_forms: 占表单的比重，%：用它的表单张数 ÷ 范围内的表单张数

with results as (
  select * from core.indicator_results where form_type = 'project'
),

indicators as (
  select * from staging.stg_indicators where name is not null
),

-- Step by step, a form and a unit once each: to count them apart in every scope would take ten times as long.
by_form as (
  select
    results.fiscal_year,
    results.department,
    results.implementing_unit,
    results.form_id,
    indicators.name,
    count(*) as indicators,
    count(results.attained) as judged_indicators,
    count(case when results.attained then 1 end) as attained_indicators,
    count(case when results.scored < results.scored_weight then 1 end) as lost_indicators
  from results
  inner join indicators on results.form_id = indicators.form_id and results.seq = indicators.seq
  group by
    results.fiscal_year, results.department, results.implementing_unit, results.form_id, indicators.name
),

scoped as (
  select 'year' as scope, cast(null as varchar) as scope_department, * from by_form
  union all
  select 'department', department, * from by_form
),

by_unit as (
  select
    fiscal_year,
    scope,
    scope_department,
    implementing_unit,
    name,
    count(*) as forms,
    sum(indicators) as indicators,
    sum(judged_indicators) as judged_indicators,
    sum(attained_indicators) as attained_indicators,
    sum(lost_indicators) as lost_indicators
  from scoped
  group by fiscal_year, scope, scope_department, implementing_unit, name
),

by_name as (
  select
    fiscal_year,
    scope,
    scope_department as department,
    name,
    cast(sum(forms) as bigint) as forms,
    count(implementing_unit) as units,
    cast(sum(indicators) as bigint) as indicators,
    cast(sum(judged_indicators) as bigint) as judged_indicators,
    cast(sum(attained_indicators) as bigint) as attained_indicators,
    cast(sum(lost_indicators) as bigint) as lost_indicators
  from by_unit
  group by fiscal_year, scope, scope_department, name
),

scope_forms as (
  select
    fiscal_year,
    case when grouping(department) = 1 then 'year' else 'department' end as scope,
    department,
    count(*) as forms
  from core.forms
  where form_type = 'project'
  group by grouping sets ((fiscal_year), (fiscal_year, department))
),

final as (
  select
    by_name.fiscal_year,
    by_name.scope,
    by_name.department,
    by_name.name,
    by_name.forms,
    by_name.units,
    by_name.indicators,
    by_name.judged_indicators,
    by_name.attained_indicators,
    by_name.lost_indicators,
    percent(by_name.forms, scope_forms.forms) as share_of_forms
  from by_name
  inner join scope_forms
    on by_name.fiscal_year is not distinct from scope_forms.fiscal_year
    and by_name.scope = scope_forms.scope
    and by_name.department is not distinct from scope_forms.department
)

select * from final

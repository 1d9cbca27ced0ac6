-- 同名的指标合在一起，全年的、各主管部门的和各实施单位的：用在多少表单里，达成多少，失分多少。只含项目支出自评表，没有名称的不在其内。
--
-- fiscal_year: 年度
-- scope: 范围：year 全年，department 一个主管部门，unit 一个实施单位
-- department: 主管部门；范围不是主管部门时为空
-- name: 三级指标
-- forms: 用它的表单张数
-- units: 用它的实施单位个数
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- lost_indicators: 得分低于分值的指标个数
-- share_of_forms: 占表单的比重，%：用它的表单张数 ÷ 范围内的表单张数
-- implementing_unit: 实施单位；范围不是实施单位时为空

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
  select 'year' as scope, cast(null as varchar) as scope_department, cast(null as varchar) as scope_unit, * from by_form
  union all
  select 'department', department, cast(null as varchar), * from by_form
  union all
  select 'unit', cast(null as varchar), implementing_unit, * from by_form
),

by_unit as (
  select
    fiscal_year,
    scope,
    scope_department,
    scope_unit,
    implementing_unit,
    name,
    count(*) as forms,
    sum(indicators) as indicators,
    sum(judged_indicators) as judged_indicators,
    sum(attained_indicators) as attained_indicators,
    sum(lost_indicators) as lost_indicators
  from scoped
  group by fiscal_year, scope, scope_department, scope_unit, implementing_unit, name
),

by_name as (
  select
    fiscal_year,
    scope,
    scope_department as department,
    scope_unit as implementing_unit,
    name,
    cast(sum(forms) as bigint) as forms,
    count(implementing_unit) as units,
    cast(sum(indicators) as bigint) as indicators,
    cast(sum(judged_indicators) as bigint) as judged_indicators,
    cast(sum(attained_indicators) as bigint) as attained_indicators,
    cast(sum(lost_indicators) as bigint) as lost_indicators
  from by_unit
  group by fiscal_year, scope, scope_department, scope_unit, name
),

scope_forms as (
  select
    fiscal_year,
    case
      when grouping(department) = 0 then 'department'
      when grouping(implementing_unit) = 0 then 'unit'
      else 'year'
    end as scope,
    department,
    implementing_unit,
    count(*) as forms
  from core.forms
  where form_type = 'project'
  group by grouping sets ((fiscal_year), (fiscal_year, department), (fiscal_year, implementing_unit))
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
    percent(by_name.forms, scope_forms.forms) as share_of_forms,
    by_name.implementing_unit
  from by_name
  inner join scope_forms
    on by_name.fiscal_year is not distinct from scope_forms.fiscal_year
    and by_name.scope = scope_forms.scope
    and by_name.department is not distinct from scope_forms.department
    and by_name.implementing_unit is not distinct from scope_forms.implementing_unit
)

select * from final

-- 一年里同一口径的表单，各类分值有多少张与口径不同：口径由表单所印的推得。一种口径一年说一次。
--
-- about: 问的是谁：实施单位、项目、指标或整个年度，同一年里不重
-- fiscal_year: 年度
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- form_id: 表单编号；问的不是一张表单时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号；问的不是一张表单时为空
-- doubtful: 所依据的格是否有要请人看的

with forms as (
  select * from staging.stg_forms where form_type = 'project'
),

form_profiles as (
  select * from staging.stg_form_profiles
),

profiles as (
  select * from staging.stg_profiles
),

limits as (
  select
    max(case when name = 'year_forms' then threshold end) as least
  from staging.stg_thresholds
),

printed as (
  select
    forms.fiscal_year,
    form_profiles.profile,
    form_profiles.departure,
    form_profiles.doubtful,
    form_profiles.cost_weight,
    form_profiles.output_weight,
    form_profiles.benefit_weight,
    form_profiles.satisfaction_weight,
    profiles.cost_weight as cost_due,
    profiles.output_weight as output_due,
    profiles.benefit_weight as benefit_due,
    profiles.satisfaction_weight as satisfaction_due
  from form_profiles
  inner join forms on form_profiles.form_id = forms.form_id
  inner join profiles on form_profiles.profile = profiles.profile
),

by_profile as (
  select
    fiscal_year,
    profile,
    count(*) as forms,
    sum(case when departure > 0 then 1 else 0 end) as departing,
    max(case when departure > 0 and doubtful then 1 else 0 end) as doubtful
  from printed
  group by fiscal_year, profile
),

weights as (
  select fiscal_year, profile, 1 as place, '成本指标' as part, cost_weight as weight, cost_due as due from printed
  union all
  select fiscal_year, profile, 2, '产出指标', output_weight, output_due from printed
  union all
  select fiscal_year, profile, 3, '效益指标', benefit_weight, benefit_due from printed
  union all
  select fiscal_year, profile, 4, '满意度指标', satisfaction_weight, satisfaction_due from printed
),

departing_parts as (
  select
    fiscal_year,
    profile,
    place,
    part || ' ' || amount_text(min(weight))
      || case when min(weight) < max(weight) then ' 至 ' || amount_text(max(weight)) else '' end
      || ' 分（口径为 ' || amount_text(max(due)) || '），' as said
  from weights
  where weight <> due
  group by fiscal_year, profile, place, part
),

departures as (
  select
    fiscal_year,
    profile,
    coalesce(max(case when place = 1 then said end), '') || coalesce(max(case when place = 2 then said end), '')
      || coalesce(max(case when place = 3 then said end), '') || coalesce(max(case when place = 4 then said end), '') as said
  from departing_parts
  group by fiscal_year, profile
),

findings as (
  select
    by_profile.profile as about,
    by_profile.fiscal_year,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'level1' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    cast(by_profile.departing as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '当年 ' || cast(by_profile.forms as varchar) || ' 张表近于' || profiles.source || '的口径，其中 '
      || cast(by_profile.departing as varchar) || ' 张的分值与它不同：' || departures.said
      || '总分相比时请留意，请问当地采用哪种口径。' as message,
    cast(null as integer) as line,
    by_profile.doubtful = 1 as doubtful
  from by_profile
  inner join profiles on by_profile.profile = profiles.profile
  inner join departures on by_profile.fiscal_year = departures.fiscal_year and by_profile.profile = departures.profile
  cross join limits
  where by_profile.forms >= limits.least
    and by_profile.departing > 0
)

select * from findings

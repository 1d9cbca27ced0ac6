-- 同一单位同一项目的指标，指标值比上年已经完成的还低，今年又超过了。一个项目一年合在一起说；只看以多为好的指标。
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

indicators as (
  select * from staging.stg_indicators where name is not null
),

indicator_values as (
  select * from staging.stg_indicator_values where operator in ('≥', '>')
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('name', 'target', 'actual')
),

stated as (
  select
    forms.implementing_unit,
    forms.project_name,
    forms.fiscal_year,
    forms.form_id,
    forms.first_line,
    indicators.name,
    coalesce(indicator_values.unit, '') as unit,
    max(indicator_values.target_value) as target_value,
    max(indicator_values.actual_value) as actual_value,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from indicators
  inner join forms on indicators.form_id = forms.form_id
  inner join indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
  left join doubtful
    on indicators.form_id = doubtful.form_id and cast(indicators.seq as varchar) = doubtful.seq
  -- A survey comes out a little higher or lower each year, and its target is where full marks begin.
  where coalesce(indicators.level1, '') not like '%满意%'
    and coalesce(indicators.level2, '') not like '%满意%'
  group by
    forms.implementing_unit, forms.project_name, forms.fiscal_year, forms.form_id, forms.first_line, indicators.name,
    coalesce(indicator_values.unit, '')
  -- Of two indicators of one name nobody can say which is which.
  having count(*) = 1
),

low_targets as (
  select
    this_year.*,
    year_before.actual_value as achieved_before,
    case when this_year.target_value = year_before.target_value then 1 else 0 end as unchanged,
    this_year.doubtful + year_before.doubtful as doubts
  from stated as this_year
  inner join stated as year_before
    on this_year.implementing_unit = year_before.implementing_unit
    and this_year.project_name = year_before.project_name
    and this_year.name = year_before.name
    and this_year.unit = year_before.unit
    and this_year.fiscal_year = year_before.fiscal_year + 1
  where this_year.target_value < year_before.actual_value
    and this_year.actual_value > this_year.target_value
),

by_form as (
  select
    implementing_unit,
    project_name,
    fiscal_year,
    form_id,
    min(first_line) as first_line,
    count(*) as indicators,
    sum(unchanged) as unchanged,
    min(name) as example,
    sum(doubts) as doubts
  from low_targets
  group by implementing_unit, project_name, fiscal_year, form_id
),

with_example as (
  select
    by_form.*,
    low_targets.target_value,
    low_targets.actual_value,
    low_targets.achieved_before,
    low_targets.unit,
    row_number() over (partition by by_form.form_id order by low_targets.unit) as place
  from by_form
  inner join low_targets on by_form.form_id = low_targets.form_id and by_form.example = low_targets.name
),

findings as (
  select
    implementing_unit || ' ' || project_name || ' ' || form_id as about,
    fiscal_year,
    implementing_unit,
    project_name,
    form_id,
    '' as seq,
    'target' as field,
    'info' as severity,
    cast(cast(target_value as decimal(38, 2)) as varchar) as reported,
    cast(null as varchar) as expected,
    cast(indicators as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    cast(indicators as varchar) || ' 个指标的指标值低于上年的完成值，今年又都超过，'
      || case when unchanged > 0 then '其中 ' || cast(unchanged as varchar) || ' 个指标值两年没有变，' else '' end
      || '如“' || example || '”上年完成 ' || cast(cast(achieved_before as decimal(38, 2)) as varchar) || unit || '，今年只要求 '
      || cast(cast(target_value as decimal(38, 2)) as varchar) || unit || '，完成 '
      || cast(cast(actual_value as decimal(38, 2)) as varchar) || unit
      || '，请问指标值为何不参照上年的实绩。' as message,
    first_line as line,
    doubts > 0 as doubtful
  from with_example
  where place = 1
)

select * from findings

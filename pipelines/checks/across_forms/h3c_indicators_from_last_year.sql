-- 一张表的指标与上年同一项目的逐项相同：名称、指标值和完成值都一样。表里定量指标不少于几个才看，指标值为 100% 的不算。
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
  select * from staging.stg_indicators where name is not null and actual is not null
),

-- 100 % is the same every year, and 达成指标 too.
numbers as (
  select form_id, seq from staging.stg_indicator_values
  where target_value is not null
    and actual_value is not null
    and not (target_value = 100 and unit = '%')
),

limits as (
  select
    max(case when name = 'exact_targets' then threshold end) as least,
    max(case when name = 'copied_share' then threshold end) as share
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
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
    indicators.target,
    indicators.actual
  from indicators
  inner join numbers on indicators.form_id = numbers.form_id and indicators.seq = numbers.seq
  inner join forms on indicators.form_id = forms.form_id
),

-- Two indicators that are the same to the letter count once on either side.
distinct_before as (
  select distinct implementing_unit, project_name, fiscal_year, form_id, name, target, actual from stated
),

compared as (
  select
    this_year.form_id,
    this_year.fiscal_year,
    this_year.implementing_unit,
    this_year.project_name,
    min(this_year.first_line) as first_line,
    count(*) as indicators,
    count(year_before.form_id) as copied,
    max(year_before.form_id) as before_form_id
  from stated as this_year
  left join distinct_before as year_before
    on this_year.implementing_unit = year_before.implementing_unit
    and this_year.project_name = year_before.project_name
    and this_year.fiscal_year = year_before.fiscal_year + 1
    and this_year.name = year_before.name
    and this_year.target = year_before.target
    and this_year.actual = year_before.actual
  group by this_year.form_id, this_year.fiscal_year, this_year.implementing_unit, this_year.project_name
),

findings as (
  select
    compared.implementing_unit || ' ' || compared.project_name || ' ' || compared.form_id as about,
    compared.fiscal_year,
    compared.implementing_unit,
    compared.project_name,
    compared.form_id,
    '' as seq,
    'actual' as field,
    'warning' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    percent(compared.copied, compared.indicators) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    cast(compared.indicators as varchar) || ' 个定量指标里有 ' || cast(compared.copied as varchar)
      || ' 个的名称、指标值和完成值与上年逐字相同，达到 ' || cast(cast(limits.share as decimal(38, 2)) as varchar)
      || '%，可能是照上年的表填的，请问今年的完成值从哪里统计得来。' as message,
    compared.first_line as line,
    doubtful.form_id is not null or doubtful_before.form_id is not null as doubtful
  from compared
  cross join limits
  left join doubtful on compared.form_id = doubtful.form_id
  left join doubtful as doubtful_before on compared.before_form_id = doubtful_before.form_id
  where compared.indicators >= limits.least
    and 100 * compared.copied >= limits.share * compared.indicators
)

select * from findings

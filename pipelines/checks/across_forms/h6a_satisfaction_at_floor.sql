-- 一个单位的满意度，多数恰好等于指标值的下限，不多不少：像是照着下限填的。一个单位一年合在一起说。
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
  select * from staging.stg_indicators
),

indicator_values as (
  select * from staging.stg_indicator_values
),

limits as (
  select
    max(case when name = 'satisfaction_indicators' then threshold end) as least,
    max(case when name = 'share_at_floor' then threshold end) as share
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('level1', 'level2', 'target', 'actual')
),

by_unit as (
  select
    forms.fiscal_year,
    forms.implementing_unit,
    count(*) as indicators,
    sum(case when indicator_values.actual_value = indicator_values.target_value then 1 else 0 end) as at_floor,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from indicators
  inner join forms on indicators.form_id = forms.form_id
  inner join indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
  left join doubtful
    on indicators.form_id = doubtful.form_id and cast(indicators.seq as varchar) = doubtful.seq
  where (indicators.level1 like '%满意%' or indicators.level2 like '%满意%')
    and indicator_values.operator = '≥'
    and indicator_values.actual_value is not null
  group by forms.fiscal_year, forms.implementing_unit
),

findings as (
  select
    by_unit.implementing_unit as about,
    by_unit.fiscal_year,
    by_unit.implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'actual' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    percent(by_unit.at_floor, by_unit.indicators) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    cast(by_unit.indicators as varchar) || ' 个满意度指标里有 ' || cast(by_unit.at_floor as varchar)
      || ' 个的完成值恰好等于指标值的下限，不多不少，调查得来的数很少这样巧，请问做过哪些调查、样本多少。' as message,
    cast(null as integer) as line,
    by_unit.doubtful = 1 as doubtful
  from by_unit
  cross join limits
  where by_unit.implementing_unit is not null
    and by_unit.indicators >= limits.least
    and 100 * by_unit.at_floor > limits.share * by_unit.indicators
)

select * from findings

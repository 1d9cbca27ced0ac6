-- 一个指标出现在当年一半以上的表单里：放在哪个项目都成立的指标，分不出项目的好坏。一个指标一年说一次。
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

limits as (
  select
    max(case when name = 'year_forms' then threshold end) as least,
    max(case when name = 'boilerplate_share' then threshold end) as share
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field = 'name'
),

year_forms as (
  select
    fiscal_year,
    count(*) as forms
  from forms
  group by fiscal_year
),

by_name as (
  select
    forms.fiscal_year,
    indicators.name,
    count(distinct forms.form_id) as forms,
    sum(case when indicators.score < indicators.weight then 1 else 0 end) as deducted,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from indicators
  inner join forms on indicators.form_id = forms.form_id
  left join doubtful
    on indicators.form_id = doubtful.form_id and cast(indicators.seq as varchar) = doubtful.seq
  group by forms.fiscal_year, indicators.name
),

findings as (
  select
    by_name.name as about,
    by_name.fiscal_year,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'name' as field,
    'info' as severity,
    by_name.name as reported,
    cast(null as varchar) as expected,
    percent(by_name.forms, year_forms.forms) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '当年 ' || cast(year_forms.forms as varchar) || ' 张表里有 ' || cast(by_name.forms as varchar) || ' 张用了指标“'
      || by_name.name || '”，其中失过分的 ' || cast(by_name.deducted as varchar)
      || ' 个，放在哪个项目都成立的指标分不出项目的好坏，请问能否换成项目自己的成果。' as message,
    cast(null as integer) as line,
    by_name.doubtful = 1 as doubtful
  from by_name
  inner join year_forms on by_name.fiscal_year is not distinct from year_forms.fiscal_year
  cross join limits
  where by_name.forms >= limits.least
    and 100 * by_name.forms >= limits.share * year_forms.forms
)

select * from findings

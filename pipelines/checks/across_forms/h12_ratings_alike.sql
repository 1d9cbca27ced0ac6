-- 当年的表单等级全都一样：等级分不出高低。一年说一次。
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
  select * from staging.stg_forms where form_type = 'project' and rating is not null
),

funding as (
  select * from staging.stg_funding where source = 'total'
),

limits as (
  select
    max(case when name = 'year_forms' then threshold end) as least
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field in ('rating', 'total_score')
),

by_year as (
  select
    forms.fiscal_year,
    count(*) as forms,
    count(distinct forms.rating) as ratings,
    max(forms.rating) as rating,
    min(forms.total_score) as lowest_score,
    max(forms.total_score) as highest_score,
    min(percent(funding.executed, funding.adjusted_budget)) as lowest_rate,
    max(percent(funding.executed, funding.adjusted_budget)) as highest_rate,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from forms
  left join funding on forms.form_id = funding.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  group by forms.fiscal_year
),

findings as (
  select
    '评分等级' as about,
    by_year.fiscal_year,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'rating' as field,
    'info' as severity,
    by_year.rating as reported,
    cast(null as varchar) as expected,
    cast(by_year.forms as decimal(38, 6)) as measured,
    cast(limits.least as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '当年 ' || cast(by_year.forms as varchar) || ' 张表的等级都是' || by_year.rating
      || coalesce(
        '，总分在 ' || cast(cast(by_year.lowest_score as decimal(38, 2)) as varchar) || ' 至 '
          || cast(cast(by_year.highest_score as decimal(38, 2)) as varchar) || ' 分之间', ''
      )
      || coalesce(
        '，执行率却在 ' || cast(cast(by_year.lowest_rate as decimal(38, 2)) as varchar) || '% 至 '
          || cast(cast(by_year.highest_rate as decimal(38, 2)) as varchar) || '% 之间', ''
      )
      || '，等级分不出高低，请问是否抽几张复核。' as message,
    cast(null as integer) as line,
    by_year.doubtful = 1 as doubtful
  from by_year
  cross join limits
  where by_year.forms >= limits.least
    and by_year.ratings = 1
)

select * from findings

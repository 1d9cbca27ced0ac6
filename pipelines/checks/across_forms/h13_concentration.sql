-- 没有执行的钱集中在少数几张表单：先问这几张，就问到了大部分的钱。一年说一次。
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

funding as (
  select * from staging.stg_funding where source = 'total'
),

limits as (
  select
    max(case when name = 'year_forms' then threshold end) as least,
    max(case when name = 'concentration' then threshold end) as share
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and seq = 'total'
    and field in ('adjusted_budget', 'executed')
),

ranked as (
  select
    forms.fiscal_year,
    coalesce(forms.project_name, '（无名称）') || '（' || coalesce(forms.implementing_unit, '单位不详') || '）' as subject,
    funding.adjusted_budget - funding.executed as unexecuted,
    case when doubtful.form_id is not null then 1 else 0 end as doubtful,
    row_number() over (
      partition by forms.fiscal_year
      order by funding.adjusted_budget - funding.executed desc, forms.form_id
    ) as place
  from forms
  inner join funding on forms.form_id = funding.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  where funding.adjusted_budget >= funding.executed
),

by_year as (
  select
    fiscal_year,
    count(*) as forms,
    sum(unexecuted) as unexecuted,
    sum(case when place <= 1 then unexecuted end) as first_one,
    sum(case when place <= 3 then unexecuted end) as first_three,
    sum(case when place <= 5 then unexecuted end) as first_five,
    max(case when place = 1 then subject end) as subject_one,
    max(case when place = 2 then subject end) as subject_two,
    max(case when place = 3 then subject end) as subject_three,
    max(case when place <= 3 then doubtful else 0 end) as doubtful
  from ranked
  group by fiscal_year
),

findings as (
  select
    '未执行数' as about,
    by_year.fiscal_year,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'executed' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    percent(by_year.first_three, by_year.unexecuted) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(by_year.first_three as decimal(38, 6)) as amount,
    '当年 ' || cast(by_year.forms as varchar) || ' 张表共有 ' || amount_text(by_year.unexecuted)
      || ' 万元没有执行，最多的一张占 ' || cast(cast(percent(by_year.first_one, by_year.unexecuted) as decimal(38, 2)) as varchar) || '%，前三张占 '
      || cast(cast(percent(by_year.first_three, by_year.unexecuted) as decimal(38, 2)) as varchar) || '%，前五张占 '
      || cast(cast(percent(by_year.first_five, by_year.unexecuted) as decimal(38, 2)) as varchar) || '%，请先问'
      || by_year.subject_one || '、'
      || by_year.subject_two || '和' || by_year.subject_three || '。' as message,
    cast(null as integer) as line,
    by_year.doubtful = 1 as doubtful
  from by_year
  cross join limits
  where by_year.forms > limits.least
    and 100 * by_year.first_three >= limits.share * by_year.unexecuted
    and by_year.unexecuted > 0
)

select * from findings

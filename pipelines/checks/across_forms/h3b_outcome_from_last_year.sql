-- 实际完成情况与上年同一项目的几乎逐字相同。完全相同的见 H3A；两段文字的相似度见 stg_outcomes_alike。
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
  select * from staging.stg_forms
),

alike as (
  select * from staging.stg_outcomes_alike
),

limits as (
  select
    max(case when name = 'text_alike_asked' then threshold end) as alike
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field = 'actual_outcome'
),

findings as (
  select
    forms.implementing_unit || ' ' || forms.project_name || ' ' || forms.form_id as about,
    forms.fiscal_year,
    forms.implementing_unit,
    forms.project_name,
    forms.form_id,
    '' as seq,
    'actual_outcome' as field,
    'warning' as severity,
    forms.actual_outcome as reported,
    cast(null as varchar) as expected,
    cast(100 * alike.similarity as decimal(38, 6)) as measured,
    cast(limits.alike as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '实际完成情况与上年的相似度为 ' || cast(cast(100 * alike.similarity as decimal(38, 2)) as varchar) || '%，不低于 '
      || cast(cast(limits.alike as decimal(38, 2)) as varchar)
      || '%，可能只改了几个字，请问今年做了哪些工作、数量多少。' as message,
    forms.actual_outcome_line as line,
    doubtful.form_id is not null or doubtful_before.form_id is not null as doubtful
  from alike
  inner join forms on alike.form_id = forms.form_id
  cross join limits
  left join doubtful on alike.form_id = doubtful.form_id
  left join doubtful as doubtful_before on alike.before_form_id = doubtful_before.form_id
  where 100 * alike.similarity >= limits.alike
)

select * from findings

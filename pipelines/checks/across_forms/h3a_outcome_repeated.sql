-- 几张表单的实际完成情况逐字相同：今年照抄去年，或一个项目照抄另一个。太短的文字不比；指给最后的一张看。
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
  select * from staging.stg_forms where actual_outcome is not null
),

limits as (
  select
    max(case when name = 'text_length' then threshold end) as text_length
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field = 'actual_outcome'
),

ranked as (
  select
    forms.*,
    case when doubtful.form_id is not null then 1 else 0 end as doubtful,
    count(*) over (partition by forms.actual_outcome) as times,
    row_number() over (
      partition by forms.actual_outcome
      order by forms.fiscal_year desc, forms.implementing_unit desc, forms.project_name desc, forms.form_id desc
    ) as place
  from forms
  cross join limits
  left join doubtful on forms.form_id = doubtful.form_id
  where length(forms.actual_outcome) >= limits.text_length
),

repeated as (
  select
    actual_outcome,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year,
    count(distinct implementing_unit) as units,
    count(distinct project_name) as projects,
    max(doubtful) as doubtful
  from ranked
  where times > 1
  group by actual_outcome
),

findings as (
  select
    coalesce(ranked.implementing_unit, '') || ' ' || coalesce(ranked.project_name, '') || ' ' || ranked.form_id as about,
    ranked.fiscal_year,
    ranked.implementing_unit,
    ranked.project_name,
    ranked.form_id,
    '' as seq,
    'actual_outcome' as field,
    'warning' as severity,
    ranked.actual_outcome as reported,
    cast(null as varchar) as expected,
    cast(ranked.times as decimal(38, 6)) as measured,
    cast(1 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '实际完成情况与另外 ' || cast(ranked.times - 1 as varchar) || ' 张表逐字相同，涉及 '
      || cast(repeated.units as varchar) || ' 个单位、' || cast(repeated.projects as varchar) || ' 个项目名称，'
      || case
        when repeated.first_year < repeated.last_year
          then cast(repeated.first_year as varchar) || ' 至 ' || cast(repeated.last_year as varchar) || ' 年，'
        else ''
      end || '看不出各自做了什么，请问哪一张写的是实情。' as message,
    ranked.actual_outcome_line as line,
    repeated.doubtful = 1 as doubtful
  from ranked
  inner join repeated on ranked.actual_outcome = repeated.actual_outcome
  where ranked.place = 1
)

select * from findings

-- 总分挤在一个等级的下限之上，紧挨着下限之下却很少，再往上一段也少：像是凑够了分。一年合在一起说。
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
  select * from staging.stg_forms where form_type = 'project' and total_score is not null
),

limits as (
  select
    max(case when name = 'heap_width' then threshold end) as width,
    max(case when name = 'heap_forms' then threshold end) as least,
    max(case when name = 'heap_times' then threshold end) as times
  from staging.stg_thresholds
),

bands as (
  select name, threshold as lower_limit
  from staging.stg_thresholds
  where name in ('rating_excellent', 'rating_good', 'rating_fair')
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field = 'total_score'
),

counted as (
  select
    forms.fiscal_year,
    bands.name,
    bands.lower_limit,
    limits.width,
    limits.times,
    limits.least,
    sum(
      case
        when forms.total_score >= bands.lower_limit and forms.total_score < bands.lower_limit + limits.width then 1
        else 0
      end
    ) as above,
    sum(case when forms.total_score >= bands.lower_limit + limits.width then 1 else 0 end) as further_above,
    sum(case when forms.total_score < bands.lower_limit then 1 else 0 end) as below,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from forms
  cross join bands
  cross join limits
  left join doubtful on forms.form_id = doubtful.form_id
  where forms.total_score >= bands.lower_limit - limits.width
    and forms.total_score < bands.lower_limit + 2 * limits.width
  group by forms.fiscal_year, bands.name, bands.lower_limit, limits.width, limits.times, limits.least
),

findings as (
  select
    name as about,
    fiscal_year,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'total_score' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    cast(above as decimal(38, 6)) as measured,
    cast(times * below as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '总分在 ' || cast(cast(lower_limit as decimal(38, 2)) as varchar) || ' 分以上不到 '
      || cast(cast(width as decimal(38, 2)) as varchar) || ' 分之内的有 ' || cast(above as varchar)
      || ' 张表，在它以下同样宽的一段里只有 ' || cast(below as varchar) || ' 张，再往上同样宽的一段里有 '
      || cast(further_above as varchar) || ' 张，等级线上的分可能是凑出来的，请抽几张复核得分的依据。' as message,
    cast(null as integer) as line,
    doubtful = 1 as doubtful
  from counted
  where above >= least
    and above > times * below
    -- Scores grow more frequent towards the top: a heap stands out from both its neighbours.
    and 2 * above > times * (below + further_above)
)

select * from findings

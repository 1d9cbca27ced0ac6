-- 一个单位的总分多是整数：预算执行的得分随执行率带小数，总分恰为整数的不会多，与当年别的单位比。
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
  select
    *,
    total_score = cast(total_score as decimal(12, 0)) as is_whole
  from staging.stg_forms
  where form_type = 'project'
    and implementing_unit is not null
    and total_score is not null
),

limits as (
  select
    max(case when name = 'unit_forms' then threshold end) as least,
    max(case when name = 'round_share' then threshold end) as share,
    max(case when name = 'heap_times' then threshold end) as times
  from staging.stg_thresholds
),

-- Nothing spent or all of it gives a whole number of points by itself.
execution as (
  select form_id from staging.stg_funding
  where source = 'total'
    and executed > 0
    and executed < adjusted_budget
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field = 'total_score'
),

by_unit as (
  select
    forms.fiscal_year,
    forms.implementing_unit,
    count(*) as forms,
    sum(case when forms.is_whole then 1 else 0 end) as heaped,
    max(case when forms.is_whole and doubtful.form_id is not null then 1 else 0 end) as doubtful
  from forms
  inner join execution on forms.form_id = execution.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  group by forms.fiscal_year, forms.implementing_unit
),

with_peers as (
  select
    *,
    sum(forms) over (partition by fiscal_year) - forms as other_forms,
    sum(heaped) over (partition by fiscal_year) - heaped as other_heaped
  from by_unit
),

findings as (
  select
    with_peers.implementing_unit as about,
    with_peers.fiscal_year,
    with_peers.implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'total_score' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    percent(with_peers.heaped, with_peers.forms) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '没有执行完的 ' || cast(with_peers.forms as varchar) || ' 个项目里有 ' || cast(with_peers.heaped as varchar)
      || ' 个的总分恰为整数，当年别的单位是 ' || cast(with_peers.other_forms as varchar) || ' 个里 '
      || cast(with_peers.other_heaped as varchar) || ' 个，分数可能是先定后填的，请问各项得分的依据。' as message,
    cast(null as integer) as line,
    with_peers.doubtful = 1 as doubtful
  from with_peers
  cross join limits
  where with_peers.forms >= limits.least
    and with_peers.other_forms >= limits.least
    and 100 * with_peers.heaped >= limits.share * with_peers.forms
    and with_peers.heaped * with_peers.other_forms >= limits.times * with_peers.other_heaped * with_peers.forms
)

select * from findings

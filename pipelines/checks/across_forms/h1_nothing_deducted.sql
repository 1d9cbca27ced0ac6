-- 一个单位的表单，指标全都得满分，而同年别的单位有失分的。表单太少、有指标没有得分的不算。
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

limits as (
  select
    max(case when name = 'unit_forms' then threshold end) as least
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('weight', 'score')
),

by_form as (
  select
    form_id,
    count(*) as indicators,
    max(case when score < weight then 1 else 0 end) as deducted
  from indicators
  group by form_id
  having count(score) = count(*) and count(weight) = count(*)
),

by_unit as (
  select
    forms.fiscal_year,
    forms.implementing_unit,
    count(*) as forms,
    sum(by_form.indicators) as indicators,
    sum(by_form.deducted) as deducted,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from forms
  inner join by_form on forms.form_id = by_form.form_id
  left join doubtful on forms.form_id = doubtful.form_id
  group by forms.fiscal_year, forms.implementing_unit
),

with_peers as (
  select
    *,
    sum(forms) over (partition by fiscal_year) - forms as peer_forms,
    sum(deducted) over (partition by fiscal_year) - deducted as peer_deducted
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
    'score' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    cast(with_peers.forms as decimal(38, 6)) as measured,
    cast(limits.least as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    cast(with_peers.forms as varchar) || ' 张表的 ' || cast(with_peers.indicators as varchar)
      || ' 个指标全部得满分，同年其他单位的 ' || cast(with_peers.peer_forms as varchar) || ' 张表里有 '
      || cast(with_peers.peer_deducted as varchar) || ' 张失过分，请问各项得分是否逐项核实过。' as message,
    cast(null as integer) as line,
    with_peers.doubtful = 1 as doubtful
  from with_peers
  cross join limits
  where with_peers.implementing_unit is not null
    and with_peers.forms >= limits.least
    and with_peers.deducted = 0
    and with_peers.peer_deducted > 0
)

select * from findings

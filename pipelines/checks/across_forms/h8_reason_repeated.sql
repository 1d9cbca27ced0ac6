-- 同一单位的几张表单写着逐字相同的偏差原因：同一个原因说了几年或几个项目，就不再是原因。一种原因说一次。
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
  select * from staging.stg_indicators where deviation_reason is not null
),

limits as (
  select
    max(case when name = 'reason_length' then threshold end) as text_length,
    max(case when name = 'reason_forms' then threshold end) as least
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field = 'deviation_reason'
),

reasons as (
  select
    forms.implementing_unit,
    indicators.deviation_reason,
    min(forms.fiscal_year) as first_year,
    max(forms.fiscal_year) as last_year,
    count(distinct forms.form_id) as forms,
    count(distinct forms.project_name) as projects,
    sum(indicators.weight - indicators.score) as lost,
    max(case when doubtful.form_id is not null then 1 else 0 end) as doubtful
  from indicators
  inner join forms on indicators.form_id = forms.form_id
  cross join limits
  left join doubtful
    on indicators.form_id = doubtful.form_id and cast(indicators.seq as varchar) = doubtful.seq
  where length(indicators.deviation_reason) >= limits.text_length
    and forms.implementing_unit is not null
  group by forms.implementing_unit, indicators.deviation_reason
),

findings as (
  select
    reasons.implementing_unit || ' ' || md5(reasons.deviation_reason) as about,
    reasons.last_year as fiscal_year,
    reasons.implementing_unit,
    cast(null as varchar) as project_name,
    cast(null as varchar) as form_id,
    '' as seq,
    'deviation_reason' as field,
    'info' as severity,
    reasons.deviation_reason as reported,
    cast(null as varchar) as expected,
    cast(reasons.forms as decimal(38, 6)) as measured,
    cast(limits.least as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '偏差原因“' || reasons.deviation_reason || '”逐字写在 ' || cast(reasons.forms as varchar) || ' 张表里，涉及 '
      || cast(reasons.projects as varchar) || ' 个项目名称'
      || case
        when reasons.first_year < reasons.last_year
          then '，' || cast(reasons.first_year as varchar) || ' 至 ' || cast(reasons.last_year as varchar) || ' 年'
        else ''
      end || coalesce('，共失 ' || cast(cast(reasons.lost as decimal(38, 2)) as varchar) || ' 分', '') || '，请问上次写的改进措施落实了没有。' as message,
    cast(null as integer) as line,
    reasons.doubtful = 1 as doubtful
  from reasons
  cross join limits
  where reasons.forms >= limits.least
)

select * from findings

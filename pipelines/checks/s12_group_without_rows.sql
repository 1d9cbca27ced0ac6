-- 表里没有产出指标，或没有效益指标。没有满意度指标的见 H11，没有成本指标的见 H11A；有指标看不出类别的不查。
--
-- form_id: 表单编号
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号
-- doubtful: 所依据的格是否有要请人看的

with indicators as (
  select * from staging.stg_indicators
),

forms as (
  select * from staging.stg_printed_forms where form_type = 'project'
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('level1', 'row')
),

counted as (
  select
    form_id,
    count(*) as indicators,
    count(case when level1 like '%产出%' then 1 end) as outputs,
    count(case when level1 like '%效益%' or level1 like '%效果%' then 1 end) as benefits
  from indicators
  group by form_id
  having count(*) = count(level1)
),

missing as (
  select form_id, indicators, '产出指标' as part from counted where outputs = 0
  union all
  select form_id, indicators, '效益指标' from counted where benefits = 0
),

by_form as (
  select
    form_id,
    max(indicators) as indicators,
    string_agg(part, '、' order by part) as parts,
    count(*) as absent
  from missing
  group by form_id
),

findings as (
  select
    by_form.form_id,
    '' as seq,
    'level1' as field,
    'warning' as severity,
    cast(null as varchar) as reported,
    by_form.parts as expected,
    cast(by_form.absent as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    by_form.indicators || ' 个指标里没有' || by_form.parts || '，财预〔2020〕10号的指标分类里有这'
      || case when by_form.absent = 1 then '一' else '两' end || '类，请问花的钱办成了什么、有什么效果。' as message,
    forms.first_line as line,
    doubtful.form_id is not null as doubtful
  from by_form
  inner join forms on by_form.form_id = forms.form_id
  left join doubtful on by_form.form_id = doubtful.form_id
)

select * from findings

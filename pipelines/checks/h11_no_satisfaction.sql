-- 表单里没有满意度指标。有一个指标没有类别的表单说不清，不查。
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
  select * from staging.stg_printed_forms
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('level1', 'level2', 'row')
),

counted as (
  select
    form_id,
    count(*) as indicators,
    count(coalesce(level1, level2)) as placed,
    count(case when level1 like '%满意%' or level2 like '%满意%' then 1 end) as about_satisfaction
  from indicators
  group by form_id
),

findings as (
  select
    counted.form_id,
    '' as seq,
    'level1' as field,
    'info' as severity,
    cast(null as varchar) as reported,
    '满意度指标' as expected,
    cast(counted.about_satisfaction as decimal(38, 6)) as measured,
    cast(1 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    counted.indicators || ' 个指标里没有满意度指标，财预〔2020〕10号的指标分类里有这一类，请问服务对象是谁，为何不问他们。' as message,
    forms.first_line as line,
    doubtful.form_id is not null as doubtful
  from counted
  inner join forms on counted.form_id = forms.form_id
  left join doubtful on counted.form_id = doubtful.form_id
  where counted.placed = counted.indicators
    and counted.about_satisfaction = 0
)

select * from findings

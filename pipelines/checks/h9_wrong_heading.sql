-- 满意度的指标放在别的类别下，或满意度类别下放了别的指标。
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

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('name', 'level1', 'level2')
),

placed as (
  select
    form_id,
    seq,
    name,
    coalesce(level2, level1) as heading,
    weight,
    line,
    coalesce(level1, '') like '%满意%' or coalesce(level2, '') like '%满意%' as under_satisfaction,
    name like '%满意%' as is_satisfaction,
    -- Other words for what people think of a service.
    regexp_matches(name, '认可|好评|评价|投诉|获得感') as is_opinion
  from indicators
  where name is not null
    and coalesce(level1, level2) is not null
),

findings as (
  select
    placed.form_id,
    cast(placed.seq as varchar) as seq,
    'level2' as field,
    'info' as severity,
    placed.heading as reported,
    case when placed.is_satisfaction then '满意度指标' end as expected,
    cast(placed.weight as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '指标“' || placed.name || '”放在“' || placed.heading || '”之下，'
      || coalesce('分值 ' || plain_decimal(placed.weight) || ' 分，', '') || case
        when placed.is_satisfaction then '它量的是满意度，计入别的类别会使两类的分值都不准'
        else '从名称看不出是满意度，满意度的分值就有一部分没有调查'
      end || '，请问是否放错了类别。' as message,
    placed.line,
    doubtful.form_id is not null as doubtful
  from placed
  left join doubtful
    on placed.form_id = doubtful.form_id and cast(placed.seq as varchar) = doubtful.seq
  where placed.is_satisfaction <> placed.under_satisfaction
    and not (placed.under_satisfaction and placed.is_opinion)
)

select * from findings

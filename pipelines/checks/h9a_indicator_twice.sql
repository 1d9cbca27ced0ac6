-- 同一张表单里同名的指标出现两次或更多，同一件事计了几次分。
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
  select * from staging.stg_indicators where name is not null
),

doubtful as (
  select distinct flags.form_id, indicators.name
  from staging.stg_cell_flags as flags
  inner join indicators
    on flags.form_id = indicators.form_id and flags.seq = cast(indicators.seq as varchar)
  where flags.asks_person
    and flags.record = 'indicator'
    and flags.field = 'name'
),

repeated as (
  select
    form_id,
    name,
    count(*) as times,
    sum(weight) as weight,
    max(seq) as last_seq,
    max(line) as last_line
  from indicators
  group by form_id, name
  having count(*) > 1
),

findings as (
  select
    repeated.form_id,
    cast(repeated.last_seq as varchar) as seq,
    'name' as field,
    'warning' as severity,
    repeated.name as reported,
    cast(null as varchar) as expected,
    cast(repeated.times as decimal(38, 6)) as measured,
    cast(1 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '指标“' || repeated.name || '”在表里出现 ' || repeated.times || ' 次，'
      || coalesce('分值合计 ' || plain_decimal(repeated.weight) || ' 分，', '') || '同一件事可能计了几次分，请问是否应当合并。' as message,
    repeated.last_line as line,
    doubtful.form_id is not null as doubtful
  from repeated
  left join doubtful on repeated.form_id = doubtful.form_id and repeated.name = doubtful.name
)

select * from findings

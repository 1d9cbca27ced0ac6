-- 指标失了分，而偏差原因一栏空着或只写“无”。
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
    and field in ('weight', 'score', 'deviation_reason')
),

findings as (
  select
    indicators.form_id,
    cast(indicators.seq as varchar) as seq,
    'deviation_reason' as field,
    'warning' as severity,
    indicators.deviation_reason as reported,
    cast(null as varchar) as expected,
    cast(indicators.weight - indicators.score as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    coalesce('指标“' || indicators.name || '”', '第 ' || indicators.seq || ' 个指标')
      || '分值 ' || plain_decimal(indicators.weight) || ' 分，得 ' || plain_decimal(indicators.score) || ' 分，失 '
      || plain_decimal(indicators.weight - indicators.score)
      || ' 分，没有写明原因，请问为何没有达成。' as message,
    indicators.line,
    doubtful.form_id is not null as doubtful
  from indicators
  left join doubtful
    on indicators.form_id = doubtful.form_id and cast(indicators.seq as varchar) = doubtful.seq
  where indicators.score < indicators.weight
    and coalesce(trim(indicators.deviation_reason), '') in ('', '无', '—', '-', '/')
)

select * from findings

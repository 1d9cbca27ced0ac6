-- 得分不为负，也不超过分值：各指标和预算执行都查。
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

with funding as (
  select * from staging.stg_funding
),

indicators as (
  select * from staging.stg_indicators
),

doubtful as (
  select distinct form_id, record, seq
  from staging.stg_cell_flags
  where asks_person
    and field in ('weight', 'score', 'reported_score')
),

scored as (
  select
    form_id,
    'indicator' as record,
    cast(seq as varchar) as seq,
    'score' as field,
    coalesce('指标“' || indicators.name || '”', '第 ' || indicators.seq || ' 个指标') as what,
    weight,
    score,
    line
  from indicators
  union all
  select
    form_id,
    'funding',
    source,
    'reported_score',
    source_name || '的预算执行',
    weight,
    reported_score,
    line
  from funding
),

findings as (
  select
    scored.form_id,
    scored.seq,
    scored.field,
    'error' as severity,
    plain_decimal(scored.score) as reported,
    '0～' || coalesce(plain_decimal(scored.weight), '') as expected,
    cast(scored.score as decimal(38, 6)) as measured,
    cast(scored.weight as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    scored.what || '得 ' || plain_decimal(scored.score) || ' 分，分值是 '
      || coalesce(plain_decimal(scored.weight) || ' 分', '空的') || '，得分应在 0 和分值之间，请核对两个数。' as message,
    scored.line,
    doubtful.form_id is not null as doubtful
  from scored
  left join doubtful
    on scored.form_id = doubtful.form_id
    and scored.record = doubtful.record
    and scored.seq = doubtful.seq
  where scored.score < 0
    or scored.score > scored.weight
)

select * from findings

-- 预算执行得分等于分值 × 执行率，至多得满分。执行率和得分各有取整或截断，只查出落在所容许区间以外的。
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

printed_places as (
  select * from staging.stg_printed_places
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and field in ('weight', 'reported_execution_rate', 'reported_score')
),

-- Wide enough for figures that make no sense.
rated as (
  select
    funding.form_id,
    funding.source,
    funding.source_name,
    cast(funding.weight as decimal(24, 6)) as weight,
    funding.reported_execution_rate,
    funding.reported_score,
    funding.line,
    printed_places.rate_place,
    cast(printed_places.rate_place / 2 as decimal(12, 6)) as half_rate_place,
    printed_places.score_place,
    cast(printed_places.score_place / 2 as decimal(12, 6)) as half_score_place
  from funding
  inner join printed_places on funding.form_id = printed_places.form_id
  -- A form that prints no rate says nothing to measure its score by.
  where funding.weight is not null and funding.reported_execution_rate is not null
),

allowed as (
  select
    *,
    least(weight, cast(weight * (reported_execution_rate - half_rate_place) / 100 as decimal(38, 6)))
      - score_place as low,
    least(weight, cast(weight * (reported_execution_rate + rate_place) / 100 as decimal(38, 6)))
      + half_score_place as high,
    least(weight, cast(weight * reported_execution_rate / 100 as decimal(38, 6))) as expected
  from rated
),

findings as (
  select
    allowed.form_id,
    allowed.source as seq,
    'reported_score' as field,
    'error' as severity,
    plain_decimal(allowed.reported_score) as reported,
    plain_decimal(allowed.expected) as expected,
    cast(allowed.reported_score as decimal(38, 6)) as measured,
    cast(allowed.expected as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    allowed.source_name || '的预算执行得 ' || plain_decimal(allowed.reported_score) || ' 分，而分值 '
      || plain_decimal(allowed.weight) || ' 分乘以执行率 ' || plain_decimal(allowed.reported_execution_rate)
      || '% 应为 ' || plain_decimal(allowed.expected) || ' 分，请核对得分。' as message,
    allowed.line,
    doubtful.form_id is not null as doubtful
  from allowed
  left join doubtful on allowed.form_id = doubtful.form_id and allowed.source = doubtful.seq
  where allowed.reported_score <= allowed.low
    or allowed.reported_score > allowed.high
)

select * from findings

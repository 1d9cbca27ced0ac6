-- 执行率低于界限，而全表没有写明任何偏差原因。原因也可能写在表外的自评报告里。
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

limits as (
  select
    max(case when name = 'low_execution_rate' then threshold end) as rate
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and field in ('adjusted_budget', 'executed')
),

reasons as (
  select distinct form_id
  from indicators
  where coalesce(trim(deviation_reason), '') not in ('', '无', '—', '-', '/')
),

findings as (
  select
    funding.form_id,
    funding.source as seq,
    'executed' as field,
    'warning' as severity,
    plain_decimal(funding.executed) as reported,
    cast(null as varchar) as expected,
    percent(funding.executed, funding.adjusted_budget) as measured,
    cast(limits.rate as decimal(38, 6)) as threshold,
    cast(funding.adjusted_budget - funding.executed as decimal(38, 6)) as amount,
    '全年预算 ' || amount_text(funding.adjusted_budget) || ' 万元只执行了 ' || amount_text(funding.executed)
      || ' 万元，执行率 ' || plain_decimal(round(percent(funding.executed, funding.adjusted_budget), 2)) || '%，低于 '
      || plain_decimal(limits.rate) || '%，表上没有写明任何原因，请问 '
      || amount_text(funding.adjusted_budget - funding.executed) || ' 万元为何没有用出去。' as message,
    funding.line,
    doubtful.form_id is not null as doubtful
  from funding
  cross join limits
  left join reasons on funding.form_id = reasons.form_id
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  where funding.source = 'total'
    and funding.adjusted_budget > 0
    and 100 * funding.executed < limits.rate * funding.adjusted_budget
    and reasons.form_id is null
)

select * from findings

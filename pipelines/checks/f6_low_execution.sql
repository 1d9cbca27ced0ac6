-- 执行率低于界限，虽然年初有预算，也写了原因。没有写原因的见 F5，年中追加的见 F7A。
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

limits as (
  select
    max(case when name = 'poor_execution_rate' then threshold end) as rate
  from staging.stg_thresholds
),

asked_already as (
  select form_id from checks.f5_low_rate_without_reason
  union
  select form_id from checks.f7a_added_and_not_spent
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and field in ('adjusted_budget', 'executed')
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
    '全年预算 ' || amount_text(funding.adjusted_budget) || ' 万元执行了 ' || amount_text(funding.executed)
      || ' 万元，执行率 ' || plain_decimal(round(percent(funding.executed, funding.adjusted_budget), 2)) || '%，低于 '
      || plain_decimal(limits.rate) || '%，余下 '
      || amount_text(funding.adjusted_budget - funding.executed)
      || ' 万元，请问表上所写的原因能否解释这么多钱，以及余款怎样安排。' as message,
    funding.line,
    doubtful.form_id is not null as doubtful
  from funding
  cross join limits
  left join asked_already on funding.form_id = asked_already.form_id
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  where funding.source = 'total'
    and funding.adjusted_budget > 0
    and 100 * funding.executed < limits.rate * funding.adjusted_budget
    and asked_already.form_id is null
)

select * from findings

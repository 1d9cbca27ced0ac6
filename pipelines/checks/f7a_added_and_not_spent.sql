-- 年初没有预算，年中追加，而没有用出去多少：执行率过低，界限与 F6 相同。一个单位合起来的见 F7B。
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

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and field in ('initial_budget', 'adjusted_budget', 'executed')
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
    '年初没有预算，年中追加到 ' || amount_text(funding.adjusted_budget) || ' 万元，年末还剩 '
      || amount_text(funding.adjusted_budget - funding.executed) || ' 万元没有执行，执行率低于 '
      || plain_decimal(limits.rate) || '%，请问追加时的用途和进度是否落实。' as message,
    funding.line,
    doubtful.form_id is not null as doubtful
  from funding
  cross join limits
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  where funding.source = 'total'
    and funding.initial_budget = 0
    and funding.adjusted_budget > 0
    and 100 * funding.executed < limits.rate * funding.adjusted_budget
)

select * from findings

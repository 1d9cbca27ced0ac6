-- 年中调整超过年初预算数的一定比例。年初预算数为 0 的见 F7A。
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
    max(case when name = 'budget_change' then threshold end) as change
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
    and field in ('initial_budget', 'adjusted_budget')
),

findings as (
  select
    funding.form_id,
    funding.source as seq,
    'adjusted_budget' as field,
    'info' as severity,
    plain_decimal(funding.adjusted_budget) as reported,
    cast(null as varchar) as expected,
    percent(funding.adjusted_budget - funding.initial_budget, funding.initial_budget) as measured,
    cast(limits.change as decimal(38, 6)) as threshold,
    cast(abs(funding.adjusted_budget - funding.initial_budget) as decimal(38, 6)) as amount,
    '全年预算数 ' || amount_text(funding.adjusted_budget) || ' 万元比年初预算数 '
      || amount_text(funding.initial_budget) || ' 万元'
      || case when funding.adjusted_budget > funding.initial_budget then '多 ' else '少 ' end
      || amount_text(abs(funding.adjusted_budget - funding.initial_budget))
      || ' 万元，超过年初的 ' || plain_decimal(limits.change) || '%，请问年初预算是否编得准。' as message,
    funding.line,
    doubtful.form_id is not null as doubtful
  from funding
  cross join limits
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  where funding.source = 'total'
    and funding.initial_budget > 0
    and 100 * abs(funding.adjusted_budget - funding.initial_budget) > limits.change * funding.initial_budget
)

select * from findings

-- 其他资金在年中增加到年初的几倍。年初为 0 的不算：没有可比的数。
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
    max(case when name = 'other_funds_growth' then threshold end) as growth
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
    percent(funding.adjusted_budget, 100 * funding.initial_budget) as measured,
    cast(limits.growth as decimal(38, 6)) as threshold,
    cast(funding.adjusted_budget - funding.initial_budget as decimal(38, 6)) as amount,
    '其他资金从年初的 ' || amount_text(funding.initial_budget) || ' 万元增加到 '
      || amount_text(funding.adjusted_budget) || ' 万元，是年初的 '
      || plain_decimal(round(percent(funding.adjusted_budget, 100 * funding.initial_budget), 2)) || ' 倍，不少于 '
      || plain_decimal(limits.growth) || ' 倍，'
      || coalesce('已执行 ' || amount_text(funding.executed) || ' 万元，', '') || '请问这笔钱来自哪里、何时到位，年初为何没有编进预算。' as message,
    funding.line,
    doubtful.form_id is not null as doubtful
  from funding
  cross join limits
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  where funding.source = 'other_funds'
    and funding.initial_budget > 0
    and funding.adjusted_budget >= limits.growth * funding.initial_budget
)

select * from findings

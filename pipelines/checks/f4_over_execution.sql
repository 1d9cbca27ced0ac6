-- 全年执行数不超过全年预算数。
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

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where record = 'funding'
    and asks_person
    and field in ('adjusted_budget', 'executed')
),

-- Where a source is overspent, the total says nothing more.
sources_over as (
  select distinct form_id
  from funding
  where source <> 'total'
    and executed > adjusted_budget
),

findings as (
  select
    funding.form_id,
    funding.source as seq,
    'executed' as field,
    'error' as severity,
    plain_decimal(funding.executed) as reported,
    '≤' || plain_decimal(funding.adjusted_budget) as expected,
    cast(funding.executed as decimal(38, 6)) as measured,
    cast(funding.adjusted_budget as decimal(38, 6)) as threshold,
    cast(funding.executed - funding.adjusted_budget as decimal(38, 6)) as amount,
    funding.source_name || '的全年执行数 ' || amount_text(funding.executed) || ' 万元超过全年预算数 '
      || amount_text(funding.adjusted_budget) || ' 万元，超出 '
      || amount_text(funding.executed - funding.adjusted_budget) || ' 万元，请问超出的钱从何而来，或哪一个数有误。' as message,
    funding.line,
    doubtful.form_id is not null as doubtful
  from funding
  left join doubtful on funding.form_id = doubtful.form_id and funding.source = doubtful.seq
  left join sources_over on funding.form_id = sources_over.form_id
  where funding.executed > funding.adjusted_budget
    and (funding.source <> 'total' or sources_over.form_id is null)
)

select * from findings

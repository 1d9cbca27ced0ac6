-- 金额大得不合情理，多半是把元当作万元，或多印了几位。不计入涉及金额：这个数本身不可信。
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

with funding_amounts as (
  select * from staging.stg_funding_amounts
),

limits as (
  select
    max(case when name = 'largest_amount' then threshold end) as largest
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id, seq, field
  from staging.stg_cell_flags
  where asks_person
    and record = 'funding'
),

findings as (
  select
    funding_amounts.form_id,
    funding_amounts.source as seq,
    funding_amounts.field,
    'warning' as severity,
    plain_decimal(funding_amounts.amount) as reported,
    cast(null as varchar) as expected,
    cast(funding_amounts.amount as decimal(38, 6)) as measured,
    cast(10000 * limits.largest as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    funding_amounts.source_name || '的' || funding_amounts.field_name || '为 '
      || amount_text(funding_amounts.amount) || ' 万元，超过 ' || amount_text(limits.largest)
      || ' 亿元，多半是单位或位数有误，请核对原件。' as message,
    funding_amounts.line,
    doubtful.form_id is not null as doubtful
  from funding_amounts
  cross join limits
  left join doubtful
    on funding_amounts.form_id = doubtful.form_id
    and funding_amounts.source = doubtful.seq
    and funding_amounts.field = doubtful.field
  where abs(funding_amounts.amount) > 10000 * limits.largest
)

select * from findings

-- 钱没有到齐：到位数小于全年预算数，差额超出两个数取整所容许的。只看印有到位数的表单；有来源没有到齐的，不再说总额。
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
    and field in ('adjusted_budget', 'received')
),

short as (
  select
    funding.*,
    funding.adjusted_budget - funding.received as missing,
    max(case when funding.source <> 'total' then 1 else 0 end) over (partition by funding.form_id) as has_source
  from funding
  inner join printed_places on funding.form_id = printed_places.form_id
  where funding.adjusted_budget - funding.received > 2 * printed_places.amount_half
),

findings as (
  select
    short.form_id,
    short.source as seq,
    'received' as field,
    'info' as severity,
    plain_decimal(short.received) as reported,
    plain_decimal(short.adjusted_budget) as expected,
    percent(short.received, short.adjusted_budget) as measured,
    cast(100 as decimal(38, 6)) as threshold,
    cast(short.missing as decimal(38, 6)) as amount,
    short.source_name || '全年预算 ' || amount_text(short.adjusted_budget) || ' 万元，到位 ' || amount_text(short.received)
      || ' 万元，差 ' || amount_text(short.missing) || ' 万元没有到位'
      || case
        when short.executed > short.received then '，执行 ' || amount_text(short.executed) || ' 万元，比到位的还多'
        when short.executed is not null then '，执行 ' || amount_text(short.executed) || ' 万元'
        else ''
      end || '，没有用出去的不都是单位的责任，请问钱在何时、为何没有到齐。' as message,
    short.line,
    doubtful.form_id is not null as doubtful
  from short
  left join doubtful on short.form_id = doubtful.form_id and short.source = doubtful.seq
  where short.source <> 'total' or short.has_source = 0
)

select * from findings

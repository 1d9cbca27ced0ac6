-- 所印执行率以年初预算数为分母：用全年预算数算不出，用年初预算数算得出。口径随地方而异，不是错误，但与别的表单不可比。
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

with rates as (
  select * from staging.stg_printed_rates
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where record = 'funding'
    and asks_person
    and field in ('initial_budget', 'adjusted_budget', 'executed', 'reported_execution_rate')
),

findings as (
  select
    rates.form_id,
    rates.source as seq,
    'reported_execution_rate' as field,
    'info' as severity,
    plain_decimal(rates.reported_execution_rate) as reported,
    plain_decimal(rates.exact_rate) as expected,
    cast(rates.reported_execution_rate as decimal(38, 6)) as measured,
    rates.exact_rate as threshold,
    cast(null as decimal(38, 6)) as amount,
    rates.source_name || '的执行率 ' || plain_decimal(rates.reported_execution_rate) || '% 是以年初预算数 '
      || amount_text(rates.initial_budget) || ' 万元为分母算出的，不是全年预算数 '
      || amount_text(rates.adjusted_budget) || ' 万元，比较时请留意口径。' as message,
    rates.line,
    doubtful.form_id is not null as doubtful
  from rates
  left join doubtful on rates.form_id = doubtful.form_id and rates.source = doubtful.seq
  where not rates.fits_adjusted
    and rates.fits_initial
)

select * from findings

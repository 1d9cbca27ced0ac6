-- 所印的执行率，一个资金来源一行，并判断它与金额合不合：金额和执行率各有取整或截断，落在所容许的区间内就算合。
-- 缺执行率、全年预算数或全年执行数的不列。判断用乘不用除，没有取整误差。
--
-- @table
-- form_id: 表单编号
-- source: 资金来源
-- source_name: 资金来源的中文名称
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- reported_execution_rate: 所印执行率，%
-- line: 所在行号
-- exact_rate: 全年执行数 ÷ 全年预算数，%；全年预算数为 0 时为空
-- fits_adjusted: 以全年预算数为分母是否合；全年预算数为 0 时，0 ÷ 0 印作 0 或 100 为合，有支出的不判断，作合
-- fits_initial: 以年初预算数为分母是否合；没有年初预算数时为否

with funding as (
  select * from staging.stg_funding
),

printed_places as (
  select * from staging.stg_printed_places
),

intervals as (
  select
    funding.*,
    -- Rounding may have raised the rate by half a place, cutting off may have lowered it by a whole one.
    funding.reported_execution_rate - cast(printed_places.rate_place / 2 as decimal(12, 6)) as least_rate,
    funding.reported_execution_rate + printed_places.rate_place as rate_bound,
    100 * (funding.executed - printed_places.amount_half) as least_executed,
    100 * (funding.executed + printed_places.amount_half) as most_executed,
    printed_places.amount_half
  from funding
  inner join printed_places on funding.form_id = printed_places.form_id
  where funding.reported_execution_rate is not null
    and funding.adjusted_budget is not null
    and funding.executed is not null
),

judged as (
  select
    form_id,
    source,
    source_name,
    initial_budget,
    adjusted_budget,
    executed,
    reported_execution_rate,
    line,
    percent(executed, adjusted_budget) as exact_rate,
    case
      when adjusted_budget = 0 then executed <> 0 or reported_execution_rate in (0, 100)
      else rate_bound * (abs(adjusted_budget) + amount_half) > least_executed
        and least_rate * (abs(adjusted_budget) - amount_half) <= most_executed
    end as fits_adjusted,
    coalesce(
      initial_budget <> 0
      and rate_bound * (abs(initial_budget) + amount_half) > least_executed
      and least_rate * (abs(initial_budget) - amount_half) <= most_executed,
      false
    ) as fits_initial
  from intervals
)

select * from judged

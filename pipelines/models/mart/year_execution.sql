-- 项目支出的预算执行，按年度和资金来源汇总。金额以万元计，比率以 % 计，比率一律为合计之比。
-- 只含项目支出自评表：部门整体支出和转移支付的表单与项目支出会重复计算，不在其内。
--
-- @view
-- fiscal_year: 年度
-- source: 资金来源；total 为年度资金总额，不在四种之内的为原表所印名称
-- forms: 印有全年预算数的表单张数，含 0
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元：全年预算数减全年执行数，缺其一的表单不计
-- execution_rate: 执行率，%：全年执行数之和 ÷ 全年预算数之和，缺其一的表单不计；全年预算数为 0 时为空
-- share_of_budget: 占预算的比重，%：全年预算数 ÷ 当年年度资金总额的全年预算数合计
-- share_of_unexecuted: 占未执行数的比重，%：未执行数 ÷ 当年年度资金总额的未执行数合计
-- doubtful_forms: 金额存疑的表单张数
-- funded_forms: 有资金的表单张数：年初预算数、全年预算数、全年执行数不全为 0
-- funded_units: 有资金的表单的实施单位个数
-- doubtful_budget: 其中存疑的金额，万元：金额存疑的表单的全年预算数之和；没有这样的表单时为空
-- adjustment_rate: 调整率，%：（全年预算数之和 − 年初预算数之和）÷ 年初预算数之和，含年中追加，缺其一的表单不计；年初预算数为 0 时为空
-- added_budget: 年中追加，万元：年初预算数为 0 的表单的全年预算数
-- added_unexecuted: 年中追加而没有执行，万元：年初预算数为 0 的表单的未执行数
-- doubtful_initial_budget: 其中存疑的年初预算数，万元：金额存疑的表单的年初预算数之和；没有这样的表单时为空
-- doubtful_executed: 其中存疑的全年执行数，万元：金额存疑的表单的全年执行数之和；没有这样的表单时为空

with levels as (
  select * from core.execution_levels where level = 'year'
),

final as (
  select
    fiscal_year,
    source,
    forms,
    initial_budget,
    adjusted_budget,
    executed,
    unexecuted,
    execution_rate,
    share_of_budget,
    share_of_unexecuted,
    doubtful_forms,
    funded_forms,
    funded_units,
    doubtful_budget,
    adjustment_rate,
    added_budget,
    added_unexecuted,
    doubtful_initial_budget,
    doubtful_executed
  from levels
)

select * from final

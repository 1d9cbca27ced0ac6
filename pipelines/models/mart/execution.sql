-- 预算执行，一张表单的一个资金来源一行。金额以万元计，比率以 % 计。
-- 含各种类型的表单：相加之前请按 form_type 取一种，部门整体支出和转移支付与项目支出会重复计算。
--
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_id: 表单编号
-- source: 资金来源；total 为年度资金总额，不在四种之内的为原表所印名称
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元：全年预算数减全年执行数；缺其一时为空
-- execution_rate: 执行率，%：全年执行数 ÷ 全年预算数；全年预算数为 0 或缺数时为空
-- adjustment_rate: 调整率，%：（全年预算数 − 年初预算数）÷ 年初预算数；年初预算数为 0（年中追加）或缺数时为空
-- line: 所在行号
-- doubtful: 三项金额是否存疑：有要请人看的，或有规则说它不可信（见规则 F11、F14、F14A）
-- share_of_budget: 占预算的比重，%：全年预算数 ÷ 当年同类表单年度资金总额的全年预算数合计
-- share_of_unexecuted: 占未执行数的比重，%：未执行数 ÷ 当年同类表单年度资金总额的未执行数合计
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出

with execution as (
  select * from core.execution
),

with_year_totals as (
  select
    *,
    sum(case when source = 'total' then adjusted_budget end) over (partition by form_type, fiscal_year) as year_budget,
    sum(case when source = 'total' then unexecuted end) over (partition by form_type, fiscal_year) as year_unexecuted
  from execution
),

final as (
  select
    fiscal_year,
    department,
    implementing_unit,
    project_name,
    form_id,
    source,
    initial_budget,
    adjusted_budget,
    executed,
    unexecuted,
    percent(executed, adjusted_budget) as execution_rate,
    percent(adjusted_budget - initial_budget, initial_budget) as adjustment_rate,
    line,
    doubtful,
    percent(adjusted_budget, year_budget) as share_of_budget,
    percent(unexecuted, year_unexecuted) as share_of_unexecuted,
    form_type
  from with_year_totals
)

select * from final

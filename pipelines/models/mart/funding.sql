-- 项目资金，一张表单的一个资金来源一行，同原表所印，已用上更正。金额以万元计。
--
-- @view
-- form_id: 表单编号
-- source: 资金来源：total 年度资金总额，current_year_appropriation 当年财政拨款，carry_over 上年结转资金，other_funds 其他资金；此外为所印名称
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- weight: 分值，分；只有年度资金总额一行有
-- reported_execution_rate: 原表所印执行率，%
-- reported_score: 原表所印得分，分
-- line: 所在行号
-- label: 原表所印的来源名称
-- position: 在表里的次序
-- received: 到位数，万元；原表没有这一列的为空

with funding as (
  select * from staging.stg_funding
),

final as (
  select
    form_id,
    source,
    initial_budget,
    adjusted_budget,
    executed,
    weight,
    reported_execution_rate,
    reported_score,
    line,
    label,
    position,
    received
  from funding
)

select * from final

-- 预算执行，按年度、表单类型和资金来源的类别汇总。金额以万元计，比率以 % 计，比率一律为合计之比。
-- 三种类型的表单各自汇总：部门整体支出和转移支付的与项目支出会重复计算，不可相加。
--
-- fiscal_year: 年度
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- source_group: 来源的类别：total 合计，appropriation 财政拨款，carry_over 上年结转，special_account 财政专户，own_funds 单位资金，other 其他
-- group_name: 类别的中文名称
-- forms: 印有这类来源的表单张数
-- funded_forms: 其中有资金的表单张数
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元：全年预算数减全年执行数，缺其一的表单不计
-- execution_rate: 执行率，%：全年执行数之和 ÷ 全年预算数之和，缺其一的表单不计；全年预算数为 0 时为空
-- doubtful_forms: 金额存疑的表单张数
-- doubtful_budget: 其中存疑的金额，万元：金额存疑的表单的全年预算数之和；没有这样的表单时为空
-- doubtful_initial_budget: 其中存疑的年初预算数，万元：金额存疑的表单的年初预算数之和；没有这样的表单时为空
-- doubtful_executed: 其中存疑的全年执行数，万元：金额存疑的表单的全年执行数之和；没有这样的表单时为空

with execution as (
  select * from core.execution
),

source_groups as (
  select * from core.source_groups
),

summed as (
  select
    execution.fiscal_year,
    execution.form_type,
    source_groups.source_group,
    max(source_groups.group_name) as group_name,
    count(distinct execution.form_id) as forms,
    count(distinct case when execution.funded then execution.form_id end) as funded_forms,
    sum(execution.initial_budget) as initial_budget,
    sum(execution.adjusted_budget) as adjusted_budget,
    sum(execution.executed) as executed,
    sum(execution.unexecuted) as unexecuted,
    percent(sum(execution.rated_executed), sum(execution.rated_budget)) as execution_rate,
    count(distinct case when execution.doubtful then execution.form_id end) as doubtful_forms,
    sum(case when execution.doubtful then execution.adjusted_budget end) as doubtful_budget,
    sum(case when execution.doubtful then execution.initial_budget end) as doubtful_initial_budget,
    sum(case when execution.doubtful then execution.executed end) as doubtful_executed
  from execution
  inner join source_groups on execution.source = source_groups.source
  group by execution.fiscal_year, execution.form_type, source_groups.source_group
)

select * from summed

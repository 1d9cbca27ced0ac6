-- 项目支出的预算执行，按年度、主管部门、项目名称和资金来源汇总。金额以万元计，比率以 % 计，比率一律为合计之比。
-- 只含项目支出自评表；没有读到部门的表单不在其内。
--
-- fiscal_year: 年度
-- department: 主管部门
-- project_name: 项目名称；各实施单位同名的项目合在一起
-- source: 资金来源；total 为年度资金总额，不在四种之内的为原表所印名称
-- forms: 印有全年预算数的表单张数，含 0
-- units: 这些表单的实施单位个数
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元：全年预算数减全年执行数，缺其一的表单不计
-- execution_rate: 执行率，%：全年执行数之和 ÷ 全年预算数之和，缺其一的表单不计；全年预算数为 0 时为空
-- share_of_budget: 占预算的比重，%：全年预算数 ÷ 当年年度资金总额的全年预算数合计
-- share_of_unexecuted: 占未执行数的比重，%：未执行数 ÷ 当年年度资金总额的未执行数合计
-- doubtful_forms: 金额有待请人看的表单张数
-- funded_forms: 有资金的表单张数：年初预算数、全年预算数、全年执行数不全为 0
-- doubtful_budget: 其中存疑的金额，万元：金额有待请人看的表单的全年预算数之和；没有这样的表单时为空

with execution as (
  select * from core.execution where form_type = 'project'
),

year_totals as (
  select
    fiscal_year,
    sum(adjusted_budget) as budget,
    sum(unexecuted) as unexecuted
  from execution
  where source = 'total'
  group by fiscal_year
),

summed as (
  select
    fiscal_year,
    department,
    project_name,
    source,
    count(adjusted_budget) as forms,
    count(distinct case when adjusted_budget is not null then implementing_unit end) as units,
    sum(initial_budget) as initial_budget,
    sum(adjusted_budget) as adjusted_budget,
    sum(executed) as executed,
    sum(unexecuted) as unexecuted,
    sum(rated_budget) as rated_budget,
    sum(rated_executed) as rated_executed,
    count(case when doubtful then 1 end) as doubtful_forms,
    count(case when funded then 1 end) as funded_forms,
    sum(case when doubtful then adjusted_budget end) as doubtful_budget
  from execution
  where department is not null
  group by fiscal_year, department, project_name, source
),

final as (
  select
    summed.fiscal_year,
    summed.department,
    summed.project_name,
    summed.source,
    summed.forms,
    summed.units,
    summed.initial_budget,
    summed.adjusted_budget,
    summed.executed,
    summed.unexecuted,
    percent(summed.rated_executed, summed.rated_budget) as execution_rate,
    percent(summed.adjusted_budget, year_totals.budget) as share_of_budget,
    percent(summed.unexecuted, year_totals.unexecuted) as share_of_unexecuted,
    summed.doubtful_forms,
    summed.funded_forms,
    summed.doubtful_budget
  from summed
  left join year_totals on summed.fiscal_year is not distinct from year_totals.fiscal_year
)

select * from final

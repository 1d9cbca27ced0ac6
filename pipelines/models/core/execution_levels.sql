-- 项目支出的预算执行，按年度、主管部门、实施单位、项目名称和它们相交的各级汇总，一级的一个对象的一种资金来源一行，供各级的表取用。
-- 只含项目支出自评表：部门整体支出和转移支付的表单与项目支出会重复计算，不在其内。
--
-- level: 汇总到哪一级：year 年度，department 主管部门，unit 实施单位，project 项目名称，
--   department_project 主管部门的一个项目名称，unit_project 实施单位的一个项目名称
-- fiscal_year: 年度
-- department: 主管部门；不汇总到它时为空
-- implementing_unit: 实施单位；不汇总到它时为空
-- project_name: 项目名称；不汇总到它时为空
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
-- doubtful_forms: 金额存疑的表单张数
-- funded_forms: 有资金的表单张数：年初预算数、全年预算数、全年执行数不全为 0
-- funded_units: 有资金的表单的实施单位个数
-- doubtful_budget: 其中存疑的金额，万元：金额存疑的表单的全年预算数之和；没有这样的表单时为空
-- adjustment_rate: 调整率，%：（全年预算数之和 − 年初预算数之和）÷ 年初预算数之和，含年中追加，缺其一的表单不计；年初预算数为 0 时为空
-- added_budget: 年中追加，万元：年初预算数为 0 的表单的全年预算数
-- added_unexecuted: 年中追加而没有执行，万元：年初预算数为 0 的表单的未执行数
-- doubtful_initial_budget: 其中存疑的年初预算数，万元：金额存疑的表单的年初预算数之和；没有这样的表单时为空
-- doubtful_executed: 其中存疑的全年执行数，万元：金额存疑的表单的全年执行数之和；没有这样的表单时为空

with execution as (
  select * from core.execution where form_type = 'project'
),

summed as (
  select
    case
      when grouping(project_name) = 0 and grouping(department) = 0 then 'department_project'
      when grouping(project_name) = 0 and grouping(implementing_unit) = 0 then 'unit_project'
      when grouping(project_name) = 0 then 'project'
      when grouping(implementing_unit) = 0 then 'unit'
      when grouping(department) = 0 then 'department'
      else 'year'
    end as level,
    fiscal_year,
    department,
    implementing_unit,
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
    count(distinct case when funded then implementing_unit end) as funded_units,
    sum(case when doubtful then adjusted_budget end) as doubtful_budget,
    sum(case when initial_budget is not null then adjusted_budget end) as budget_after_adjustment,
    sum(case when adjusted_budget is not null then initial_budget end) as budget_before_adjustment,
    sum(case when initial_budget = 0 then adjusted_budget end) as added_budget,
    sum(case when initial_budget = 0 then unexecuted end) as added_unexecuted,
    sum(case when doubtful then initial_budget end) as doubtful_initial_budget,
    sum(case when doubtful then executed end) as doubtful_executed
  from execution
  group by grouping sets (
    (fiscal_year, source),
    (fiscal_year, department, source),
    (fiscal_year, department, implementing_unit, source),
    (fiscal_year, project_name, source),
    (fiscal_year, department, project_name, source),
    (fiscal_year, implementing_unit, project_name, source)
  )
),

with_year_totals as (
  select
    *,
    sum(case when source = 'total' then adjusted_budget end) over (partition by level, fiscal_year) as year_budget,
    sum(case when source = 'total' then unexecuted end) over (partition by level, fiscal_year) as year_unexecuted
  from summed
),

final as (
  select
    level,
    fiscal_year,
    department,
    implementing_unit,
    project_name,
    source,
    forms,
    units,
    initial_budget,
    adjusted_budget,
    executed,
    unexecuted,
    percent(rated_executed, rated_budget) as execution_rate,
    percent(adjusted_budget, year_budget) as share_of_budget,
    percent(unexecuted, year_unexecuted) as share_of_unexecuted,
    doubtful_forms,
    funded_forms,
    funded_units,
    doubtful_budget,
    percent(budget_after_adjustment - budget_before_adjustment, budget_before_adjustment) as adjustment_rate,
    added_budget,
    added_unexecuted,
    doubtful_initial_budget,
    doubtful_executed
  from with_year_totals
)

select * from final

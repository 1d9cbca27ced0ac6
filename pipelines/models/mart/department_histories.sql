-- 主管部门的单位和项目的预算执行连起各年来看，一个单位或一个项目的一种资金来源一年一行：增减、连续偏低、年中追加。
-- 与 mart.unit_years、mart.project_years 的差别：两个主管部门下同名的单位在这里是两个；单位换了主管部门，也成了两个。
-- 只含项目支出自评表；没有年度或名称的表单不在其内。
--
-- @view
-- level: 级别：unit 单位，project 单位的一个项目
-- department: 主管部门；表单没有主管部门时为空
-- implementing_unit: 实施单位
-- project_name: 项目名称；级别是单位时为空
-- source: 资金来源；total 为年度资金总额
-- fiscal_year: 年度
-- forms: 表单张数
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- unexecuted: 未执行数，万元
-- execution_rate: 执行率，%
-- budget_change: 预算比上年增减，万元：本年全年预算数 − 上年全年预算数；没有上年的表单时为空
-- budget_change_rate: 预算比上年增减的比率，%：预算比上年增减 ÷ 上年全年预算数
-- execution_rate_change: 执行率比上年增减，百分点
-- years_present: 有表单的年数，到本年为止
-- low_years_of_three: 三年里偏低的年数：本年和前两年里，执行率低于界限的年数
-- streak_years: 连续偏低的年数：到本年为止，执行率连续低于界限的年数；本年不低时为 0，中间缺一年就断
-- streak_lowest_rate: 连续偏低时最低的执行率，%；本年不低时为空
-- streak_unexecuted: 连续偏低时未执行的钱，万元：这些年的未执行数之和；本年不低时为空
-- added_budget: 年中追加，万元：年初预算数为 0 的表单的全年预算数
-- added_unexecuted: 年中追加而没有执行，万元：年初预算数为 0 的表单的未执行数
-- doubtful_forms: 金额存疑的表单张数
-- doubtful_budget: 其中存疑的金额，万元：金额存疑的表单的全年预算数之和；没有这样的表单时为空
-- doubtful_initial_budget: 其中存疑的年初预算数，万元：金额存疑的表单的年初预算数之和；没有这样的表单时为空
-- doubtful_executed: 其中存疑的全年执行数，万元：金额存疑的表单的全年执行数之和；没有这样的表单时为空

with execution_years as (
  select * from core.execution_years where level in ('department_unit', 'department_project')
),

final as (
  select
    case level when 'department_unit' then 'unit' else 'project' end as level,
    department,
    implementing_unit,
    project_name,
    source,
    fiscal_year,
    forms,
    initial_budget,
    adjusted_budget,
    executed,
    unexecuted,
    execution_rate,
    budget_change,
    budget_change_rate,
    execution_rate_change,
    years_present,
    low_years_of_three,
    streak_years,
    streak_lowest_rate,
    streak_unexecuted,
    added_budget,
    added_unexecuted,
    doubtful_forms,
    doubtful_budget,
    doubtful_initial_budget,
    doubtful_executed
  from execution_years
)

select * from final

-- 结转的钱连起各年来看，一个对象有结转的一年一行：上年剩多少、结转来多少、又剩多少、连续几年。
-- 只含项目支出自评表；对象有四级：全部表单，主管部门，实施单位，和实施单位的一个项目。没有年度或名称的表单不在其内。
--
-- level: 对象的级别：year 全部表单，department 主管部门，unit 实施单位，project 实施单位的一个项目
-- implementing_unit: 实施单位；级别是全部表单、主管部门时为空
-- project_name: 项目名称；级别不是项目时为空
-- fiscal_year: 年度
-- carried_budget: 上年结转资金的全年预算数，万元
-- carried_executed: 上年结转资金的全年执行数，万元
-- carried_unexecuted: 结转来又没有执行，万元：上年结转资金的未执行数
-- unexecuted_before: 上年年度资金总额的未执行数，万元；没有上年的表单时为空
-- carried_share: 上年剩下的钱结转来多少，%：上年结转资金的全年预算数 ÷ 上年的未执行数；上年没有剩或没有表单时为空
-- carried_years: 连续有结转的年数，到本年为止；中间缺一年就断
-- doubtful_forms: 金额存疑的表单张数
-- department: 主管部门；级别不是主管部门时为空
-- doubtful_budget: 其中存疑的全年预算数，万元：金额存疑的表单的上年结转资金；没有这样的表单时为空
-- doubtful_executed: 其中存疑的全年执行数，万元：金额存疑的表单的上年结转资金；没有这样的表单时为空

with execution_years as (
  select * from core.execution_years where level in ('year', 'department', 'unit', 'project')
),

carried as (
  select
    *,
    fiscal_year - row_number() over (
      partition by level, department, implementing_unit, project_name
      order by fiscal_year
    ) as streak
  from execution_years
  where source = 'carry_over'
    and adjusted_budget > 0
),

counted as (
  select
    *,
    count(*) over (
      partition by level, department, implementing_unit, project_name, streak
      order by fiscal_year
    ) as carried_years
  from carried
),

final as (
  select
    counted.level,
    counted.implementing_unit,
    counted.project_name,
    counted.fiscal_year,
    counted.adjusted_budget as carried_budget,
    counted.executed as carried_executed,
    counted.unexecuted as carried_unexecuted,
    year_before.unexecuted as unexecuted_before,
    percent(counted.adjusted_budget, year_before.unexecuted) as carried_share,
    counted.carried_years,
    counted.doubtful_forms,
    counted.department,
    counted.doubtful_budget,
    counted.doubtful_executed
  from counted
  left join execution_years as year_before
    on year_before.source = 'total'
    and counted.level = year_before.level
    and counted.department is not distinct from year_before.department
    and counted.implementing_unit is not distinct from year_before.implementing_unit
    and counted.project_name is not distinct from year_before.project_name
    and counted.fiscal_year = year_before.fiscal_year + 1
)

select * from final

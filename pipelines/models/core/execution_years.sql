-- 项目支出的预算执行连起各年来看，一个对象的一种资金来源一年一行。对象有六级：全部表单，主管部门，实施单位，实施单位的一个项目，
-- 和后两种再按主管部门分开：两个主管部门下同名的单位是两个。
-- 没有年度或名称的表单接不上别的年，不在其内；同名项目改了名就成了两个。
--
-- level: 对象的级别：year 全部表单，department 主管部门，unit 实施单位，project 实施单位的一个项目，
--   department_unit 主管部门的一个实施单位，department_project 主管部门的实施单位的一个项目
-- department: 主管部门；级别不按主管部门分时为空，表单没有主管部门时也为空
-- implementing_unit: 实施单位；级别是全部表单、主管部门时为空
-- project_name: 项目名称；级别不是项目时为空
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

with execution as (
  select * from core.execution where form_type = 'project'
),

limits as (
  select
    max(case when name = 'low_execution_rate' then threshold end) as rate
  from staging.stg_thresholds
),

subjects as (
  select
    'year' as level,
    cast(null as varchar) as department,
    cast(null as varchar) as implementing_unit,
    cast(null as varchar) as project_name,
    source,
    fiscal_year,
    form_id
  from execution
  where fiscal_year is not null
  union all
  select 'department', department, cast(null as varchar), cast(null as varchar), source, fiscal_year, form_id
  from execution
  where department is not null
    and fiscal_year is not null
  union all
  select 'unit', cast(null as varchar), implementing_unit, cast(null as varchar), source, fiscal_year, form_id
  from execution
  where implementing_unit is not null
    and fiscal_year is not null
  union all
  select 'project', cast(null as varchar), implementing_unit, project_name, source, fiscal_year, form_id
  from execution
  where implementing_unit is not null
    and project_name is not null
    and fiscal_year is not null
  union all
  select 'department_unit', department, implementing_unit, cast(null as varchar), source, fiscal_year, form_id
  from execution
  where implementing_unit is not null
    and fiscal_year is not null
  union all
  select 'department_project', department, implementing_unit, project_name, source, fiscal_year, form_id
  from execution
  where implementing_unit is not null
    and project_name is not null
    and fiscal_year is not null
),

summed as (
  select
    subjects.level,
    subjects.department,
    subjects.implementing_unit,
    subjects.project_name,
    subjects.source,
    subjects.fiscal_year,
    count(*) as forms,
    sum(execution.initial_budget) as initial_budget,
    sum(execution.adjusted_budget) as adjusted_budget,
    sum(execution.executed) as executed,
    sum(execution.unexecuted) as unexecuted,
    percent(sum(execution.rated_executed), sum(execution.rated_budget)) as execution_rate,
    sum(case when execution.initial_budget = 0 then execution.adjusted_budget end) as added_budget,
    sum(case when execution.initial_budget = 0 then execution.unexecuted end) as added_unexecuted,
    count(case when execution.doubtful then 1 end) as doubtful_forms,
    sum(case when execution.doubtful then execution.adjusted_budget end) as doubtful_budget,
    sum(case when execution.doubtful then execution.initial_budget end) as doubtful_initial_budget,
    sum(case when execution.doubtful then execution.executed end) as doubtful_executed
  from subjects
  inner join execution on subjects.form_id = execution.form_id and subjects.source = execution.source
  group by
    subjects.level, subjects.department, subjects.implementing_unit, subjects.project_name, subjects.source,
    subjects.fiscal_year
),

judged as (
  select
    summed.*,
    case when summed.execution_rate < limits.rate then 1 else 0 end as low
  from summed
  cross join limits
),

-- Low years that follow each other without a gap have the same difference between the year and their number.
numbered as (
  select
    *,
    count(*) over (
      partition by level, department, implementing_unit, project_name, source
      order by fiscal_year
    ) as years_present,
    sum(low) over (
      partition by level, department, implementing_unit, project_name, source
      order by fiscal_year range between 2 preceding and current row
    ) as low_years_of_three,
    fiscal_year - row_number() over (
      partition by level, department, implementing_unit, project_name, source, low
      order by fiscal_year
    ) as streak
  from judged
),

with_year_before as (
  select
    this_year.*,
    this_year.adjusted_budget - year_before.adjusted_budget as budget_change,
    percent(this_year.adjusted_budget - year_before.adjusted_budget, year_before.adjusted_budget)
      as budget_change_rate,
    this_year.execution_rate - year_before.execution_rate as execution_rate_change
  from numbered as this_year
  left join numbered as year_before
    on this_year.level = year_before.level
    and this_year.department is not distinct from year_before.department
    and this_year.implementing_unit is not distinct from year_before.implementing_unit
    and this_year.project_name is not distinct from year_before.project_name
    and this_year.source = year_before.source
    and this_year.fiscal_year = year_before.fiscal_year + 1
),

final as (
  select
    level,
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
    cast(low_years_of_three as bigint) as low_years_of_three,
    case when low = 1 then count(*) over streak_so_far else 0 end as streak_years,
    case when low = 1 then min(execution_rate) over streak_so_far end as streak_lowest_rate,
    case when low = 1 then sum(unexecuted) over streak_so_far end as streak_unexecuted,
    added_budget,
    added_unexecuted,
    doubtful_forms,
    doubtful_budget,
    doubtful_initial_budget,
    doubtful_executed
  from with_year_before
  window streak_so_far as (
    partition by level, department, implementing_unit, project_name, source, low, streak
    order by fiscal_year
  )
)

select * from final

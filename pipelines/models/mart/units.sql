-- 实施单位名录，一个单位一行，只含项目支出自评表；没有读到单位的表单不在其内。
--
-- implementing_unit: 实施单位
-- unit_no: 实施单位的序号，按名称排列，从 1 起；只在一次运行之内有效
-- department: 主管部门，以最近一年的表单为准；各表不同时取表单最多的
-- forms: 表单张数，各年相加
-- projects: 项目名称个数
-- first_year: 最早的年度
-- last_year: 最近的年度

with forms as (
  select * from core.forms where form_type = 'project' and implementing_unit is not null
),

counted as (
  select
    implementing_unit,
    count(*) as forms,
    count(distinct project_name) as projects,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year
  from forms
  group by implementing_unit
),

by_department as (
  select
    implementing_unit,
    department,
    fiscal_year,
    count(*) as forms
  from forms
  where department is not null
  group by implementing_unit, department, fiscal_year
),

ranked_departments as (
  select
    implementing_unit,
    department,
    row_number() over (
      partition by implementing_unit
      order by coalesce(fiscal_year, 0) desc, forms desc, department
    ) as place
  from by_department
),

final as (
  select
    counted.implementing_unit,
    row_number() over (order by counted.implementing_unit) as unit_no,
    ranked_departments.department,
    counted.forms,
    counted.projects,
    counted.first_year,
    counted.last_year
  from counted
  left join ranked_departments
    on counted.implementing_unit = ranked_departments.implementing_unit and ranked_departments.place = 1
)

select * from final

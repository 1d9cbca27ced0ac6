-- 主管部门名录，一个部门一年一行，只含项目支出自评表；没有读到部门的表单不在其内。
--
-- department: 主管部门
-- department_no: 主管部门的序号，按名称排列，从 1 起；只在一次运行之内有效
-- fiscal_year: 年度
-- forms: 表单张数
-- units: 实施单位个数

with forms as (
  select * from core.forms where form_type = 'project' and department is not null
),

names as (
  select distinct department from forms
),

numbered as (
  select
    department,
    row_number() over (order by department) as department_no
  from names
),

counted as (
  select
    department,
    fiscal_year,
    count(*) as forms,
    count(distinct implementing_unit) as units
  from forms
  group by department, fiscal_year
),

final as (
  select
    numbered.department,
    numbered.department_no,
    counted.fiscal_year,
    counted.forms,
    counted.units
  from numbered
  inner join counted on numbered.department = counted.department
)

select * from final

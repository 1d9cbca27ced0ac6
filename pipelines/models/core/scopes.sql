-- 简报的范围：每张项目支出自评表属于哪些范围，一张表单在一个范围里一行。范围有三级：全年、主管部门、实施单位。
-- 没有年度的表单不在其内；没有主管部门或实施单位名称的，不在那一级。
--
-- level: 范围的级别：year 全年，department 主管部门，unit 实施单位
-- fiscal_year: 年度
-- department: 主管部门；全年为空，单位的表单没有主管部门时也为空
-- implementing_unit: 实施单位；全年和主管部门为空
-- form_id: 表单编号

with forms as (
  select * from core.forms where form_type = 'project' and fiscal_year is not null
),

levels as (
  select 'year' as level, fiscal_year, cast(null as varchar) as department, cast(null as varchar) as implementing_unit, form_id
  from forms
  union all
  select 'department', fiscal_year, department, cast(null as varchar), form_id
  from forms
  where department is not null
  union all
  select 'unit', fiscal_year, department, implementing_unit, form_id
  from forms
  where implementing_unit is not null
)

select * from levels

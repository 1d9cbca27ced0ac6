-- 简报的范围：每张项目支出自评表属于哪些范围，一张表单在一个范围里一行。范围有三级：全年、主管部门、实施单位。
--
-- @view
-- level: 范围的级别：year 全年，department 主管部门，unit 实施单位
-- fiscal_year: 年度
-- department: 主管部门；全年为空，单位的表单没有主管部门时也为空
-- implementing_unit: 实施单位；全年和主管部门为空
-- form_id: 表单编号

with scopes as (
  select * from core.scopes
)

select * from scopes

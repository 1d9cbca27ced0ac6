-- 勾稽检查和审核规则发现的问题，一个问题一行。本版尚无检查规则，没有行。
--
-- finding_id: 问题编号
-- rule: 规则编号
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- fiscal_year: 年度
-- form_id: 表单编号
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- field: 栏目名
-- reported: 原表所印
-- expected: 按规则应为
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号

with forms as (
  select * from core.forms
),

no_rules_yet as (
  select
    cast(null as varchar) as finding_id,
    cast(null as varchar) as rule,
    cast(null as varchar) as severity,
    fiscal_year,
    form_id,
    implementing_unit,
    project_name,
    cast(null as varchar) as field,
    cast(null as varchar) as reported,
    cast(null as varchar) as expected,
    cast(null as decimal(24, 6)) as amount,
    cast(null as varchar) as message,
    cast(null as integer) as line
  from forms
  where 1 = 0
)

select * from no_rules_yet

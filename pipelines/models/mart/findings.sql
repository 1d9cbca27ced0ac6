-- 勾稽检查和审核规则发现的问题，一个问题一行。
--
-- finding_id: 问题编号：规则、表单、所在行和栏目相连，几张表单合在一起的为规则、年度、对象和栏目；同一处的同一问题每次运行编号相同
-- rule: 规则编号，名称和出处见 mart.rules
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示；所依据的格存疑时减一等
-- fiscal_year: 年度
-- form_id: 表单编号；问的不是一张表单时为空
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- field: 栏目名
-- reported: 原表所印
-- expected: 按规则应为
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号；问的不是一张表单时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- doubtful: 所依据的格是否有要请人看的

with findings as (
  select * from core.findings
)

select * from findings

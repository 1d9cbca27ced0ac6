-- 还要问的问题，一个问题一行：去掉已有有效决定为理由成立或免于追问的。
--
-- finding_id: 问题编号
-- rule: 规则编号
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- fiscal_year: 年度
-- form_id: 表单编号；问的不是一张表单时为空
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- amount: 涉及金额，万元
-- doubtful: 所依据的格是否有要请人看的

with findings as (
  select * from core.findings
),

settled as (
  select finding_id
  from core.decisions
  where state = 'in_force' and decision in ('accepted', 'waived')
),

left_open as (
  select
    findings.finding_id,
    findings.rule,
    findings.severity,
    findings.fiscal_year,
    findings.form_id,
    findings.implementing_unit,
    findings.project_name,
    findings.seq,
    findings.amount,
    findings.doubtful
  from findings
  left join settled on findings.finding_id = settled.finding_id
  where settled.finding_id is null
)

select * from left_open

-- 检查的规则，一条一行：名称、出处、看不出什么、该问什么，以及这次发现了多少问题。
--
-- rule: 规则编号
-- name: 规则名称
-- source: 出处
-- cannot_tell: 规则看不出什么
-- question: 该问什么
-- findings: 发现的问题个数
-- doubtful_findings: 其中所依据的格存疑的个数
-- amount: 涉及金额合计，万元

with rules as (
  select * from core.rules
)

select * from rules

-- 检查的规则，一条一行：名称、出处、看不出什么、该问什么，以及这次发现了多少问题。
--
-- @view
-- rule: 规则编号
-- name: 规则名称
-- source: 出处
-- cannot_tell: 规则看不出什么
-- question: 该问什么
-- findings: 发现的问题个数
-- doubtful_findings: 其中所依据的格存疑的个数
-- amount: 涉及金额合计，万元
-- accepted: 决定为理由成立的个数，只算有效的决定，下同
-- waived: 决定为免于追问的个数
-- confirmed: 决定为情况属实的个数
-- undecided: 没有有效决定的个数
-- version: 规则的版本：规则的写法有一处改动，版本就变
-- position: 次序，查同类事情的规则在一起
-- severity: 这条规则的问题最重到哪一级：error 表内自相矛盾，warning 值得一问，info 提示

with rules as (
  select * from core.rules
)

select * from rules

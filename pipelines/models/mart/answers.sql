-- 单位对问题的答复，answers.csv 一行一条，和它现在算不算数。
--
-- @view
-- line: 在 answers.csv 里的行号
-- finding_id: 问题编号
-- answer: 答复：explained 已说明，corrected 已更正
-- text: 答复的内容
-- answered_by: 答复人
-- figures: 答复时问题的数字代号；空表示没有记下，数字变了也看不出
-- state: 算不算数：in_force 有效，stale 答复以后数字已变，no_finding 这次没有这个问题，unusable 写得不对
-- note: 不算数的原因和该怎么办；有效时为空，称已更正而仍读出原数的写明

with answers as (
  select * from core.answers
)

select * from answers

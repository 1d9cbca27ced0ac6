-- 对问题的决定，decisions.csv 一行一条，和它现在算不算数。
--
-- @view
-- line: 在 decisions.csv 里的行号
-- finding_id: 问题编号
-- decision: 决定：accepted 理由成立，waived 免于追问，confirmed 情况属实
-- reason: 决定的理由
-- until: 有效到哪一天，含当天；空表示一直有效
-- office: 作决定的处室
-- figures: 作决定时问题的数字代号；空表示没有记下，数字变了也看不出
-- state: 算不算数：in_force 有效，stale 数字已变，expired 已过期限，no_finding 这次没有这个问题，unusable 写得不对
-- note: 不算数的原因和该怎么办；有效时为空

with decisions as (
  select * from core.decisions
)

select * from decisions

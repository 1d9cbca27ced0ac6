-- 绩效指标，一个指标一行，同原表所印，已用上更正。
--
-- @view
-- form_id: 表单编号
-- seq: 指标序号，按表里的次序从 1 起
-- level1: 一级指标
-- level2: 二级指标
-- name: 三级指标
-- target: 年度指标值
-- actual: 实际完成值
-- weight: 分值，分
-- score: 得分，分
-- deviation_reason: 偏差原因分析及改进措施
-- line: 所在行号
-- last_line: 这一行的末行行号

with indicators as (
  select * from staging.stg_indicators
)

select * from indicators

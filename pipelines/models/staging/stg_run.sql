-- 本次运行的时间、程序版本和规则版本，由运行程序交来。
--
-- @table
-- run_at: 运行开始的时间（UTC）
-- version: 程序版本
-- rules_version: 规则版本：模型和所用函数有一处改动，版本就变

select
  cast(getvariable('run_at') as timestamp) as run_at,
  cast(getvariable('run_version') as varchar) as version,
  cast(getvariable('rules_version') as varchar) as rules_version

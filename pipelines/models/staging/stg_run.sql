-- 本次运行的时间和程序版本，由运行程序交来。
--
-- @table
-- run_at: 运行开始的时间（UTC）
-- version: 程序版本

select
  cast(getvariable('run_at') as timestamp) as run_at,
  cast(getvariable('run_version') as varchar) as version

-- 检查规则的界限，一条一行，写明出处。百分数以 % 计，分数以分计。要改界限，改这里。
--
-- @table
-- name: 界限的名称，规则以此取用
-- threshold: 界限
-- unit: 界限的单位：% 或分
-- source: 出处
-- meaning: 用来判断什么

select
  name,
  cast(threshold as decimal(12, 6)) as threshold,
  unit,
  source,
  meaning
from (
  values
    ('over_attainment_asked', 130, '%', '审核实践：县级细则以完成值超过指标值 130% 为偏离过大', '完成程度高过它，问指标值是否偏低')
) as thresholds (name, threshold, unit, source, meaning)

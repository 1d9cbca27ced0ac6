-- 随软件来的分值口径：文件规定的预算执行和各类指标的分值，一种一行。工作区可以用 profiles.csv 加上自己的，见 stg_profiles。
--
-- @table
-- position: 次序
-- profile: 口径的代号
-- name: 口径的名称
-- source: 规定它的文件
-- execution_weight: 预算执行的分值，分
-- cost_weight: 成本指标的分值，分；0 为没有这一类
-- output_weight: 产出指标的分值，分
-- benefit_weight: 效益指标的分值，分
-- satisfaction_weight: 满意度指标的分值，分；0 为没有这一类

select
  row_number() over () as position,
  profile,
  name,
  source,
  cast(execution_weight as decimal(12, 6)) as execution_weight,
  cast(cost_weight as decimal(12, 6)) as cost_weight,
  cast(output_weight as decimal(12, 6)) as output_weight,
  cast(benefit_weight as decimal(12, 6)) as benefit_weight,
  cast(satisfaction_weight as decimal(12, 6)) as satisfaction_weight
from (
  values
    ('mof_2020', '财政部 2020 年口径', '财预〔2020〕10号', 10, 0, 50, 30, 10),
    ('mof_2021', '财政部 2021 年口径，另设成本指标', '财预〔2021〕101号', 10, 20, 40, 20, 10),
    ('huanggang_2020', '执行 20 分的口径', '黄冈市项目支出绩效自评表（2020 年）', 20, 0, 40, 40, 0)
) as profiles (
  profile, name, source, execution_weight, cost_weight, output_weight, benefit_weight, satisfaction_weight
)

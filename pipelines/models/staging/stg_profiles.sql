-- 这次所用的分值口径：文件规定的预算执行和各类指标的分值，一种一行。各地各年的口径不同，所以是数据，不写在规则里。
-- 工作区的 profiles.csv 里的在前，与随软件来的代号相同的取代它。
--
-- @table
-- position: 次序；与几种口径相差一样的表单，归次序在前的
-- profile: 口径的代号
-- name: 口径的名称
-- source: 规定它的文件
-- execution_weight: 预算执行的分值，分
-- cost_weight: 成本指标的分值，分；0 为没有这一类
-- output_weight: 产出指标的分值，分
-- benefit_weight: 效益指标的分值，分
-- satisfaction_weight: 满意度指标的分值，分；0 为没有这一类
-- line: 在 profiles.csv 里的行号；随软件来的为空

with defaults as (
  select * from staging.stg_default_profiles
),

lines as (
  select
    unnest(
      from_json(
        getvariable('profiles'),
        '[{"line": "INTEGER", "profile": "VARCHAR", "name": "VARCHAR", "source": "VARCHAR", "execution": "DECIMAL(12, 6)",
           "cost": "DECIMAL(12, 6)", "output": "DECIMAL(12, 6)", "benefit": "DECIMAL(12, 6)",
           "satisfaction": "DECIMAL(12, 6)"}]'
      ),
      recursive := true
    )
),

profiles as (
  select
    profile,
    name,
    source,
    execution as execution_weight,
    cost as cost_weight,
    output as output_weight,
    benefit as benefit_weight,
    satisfaction as satisfaction_weight,
    line,
    cast(line as bigint) as place
  from lines
  union all
  select
    profile,
    name,
    source,
    execution_weight,
    cost_weight,
    output_weight,
    benefit_weight,
    satisfaction_weight,
    cast(null as integer),
    -- Behind every line that a file may have.
    10000000000 + position
  from defaults
  where profile not in (select profile from lines)
),

numbered as (
  select
    row_number() over (order by place) as position,
    * exclude (place)
  from profiles
)

select * from numbered

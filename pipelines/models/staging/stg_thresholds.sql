-- 检查规则这次所用的界限，一条一行：工作区的 thresholds.csv 改了的用改后的，其余用默认的。
--
-- @table
-- name: 界限的名称，规则以此取用
-- threshold: 这次所用的界限
-- default_value: 默认的界限
-- unit: 界限的单位：%、分、年、字、张、个或倍
-- source: 默认的界限的出处
-- meaning: 用来判断什么
-- overridden_by: 改它的文件或理由；没有改时为空
-- line: 在 thresholds.csv 里的行号；没有改时为空
-- position: 次序，判断同类事情的界限在一起

with defaults as (
  select * from staging.stg_default_thresholds
),

overrides as (
  select
    unnest(
      from_json(
        getvariable('thresholds'),
        '[{"line": "INTEGER", "name": "VARCHAR", "value": "DECIMAL(12, 6)", "reason": "VARCHAR"}]'
      ),
      recursive := true
    )
),

in_use as (
  select
    defaults.name,
    coalesce(overrides.value, defaults.threshold) as threshold,
    defaults.threshold as default_value,
    defaults.unit,
    defaults.source,
    defaults.meaning,
    overrides.reason as overridden_by,
    overrides.line,
    defaults.position
  from defaults
  left join overrides on defaults.name = overrides.name
)

select * from in_use

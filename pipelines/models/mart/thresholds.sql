-- 检查规则这次所用的界限，一条一行，和它的默认值、出处；工作区用 thresholds.csv 改过的，写明是谁改的。
--
-- name: 界限的名称，规则以此取用
-- value: 这次所用的界限
-- default_value: 默认的界限
-- unit: 界限的单位：%、分、年、字、张、个或倍
-- meaning: 用来判断什么
-- source: 默认的界限的出处
-- overridden_by: 改它的文件或理由；没有改时为空
-- line: 在 thresholds.csv 里的行号；没有改时为空
-- position: 次序，判断同类事情的界限在一起

with thresholds as (
  select * from staging.stg_thresholds
),

final as (
  select
    name,
    threshold as value,
    default_value,
    unit,
    meaning,
    source,
    overridden_by,
    line,
    position
  from thresholds
)

select * from final

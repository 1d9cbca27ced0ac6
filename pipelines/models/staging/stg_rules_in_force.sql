-- 现行规则和界限的代号，一行：规则的写法或界限有一处改动，代号就变。
--
-- @table
-- rules: 代号

with thresholds as (
  select string_agg(name || '=' || cast(threshold as varchar), ' ' order by name) as limits from staging.stg_thresholds
),

run as (
  select rules_version from staging.stg_run
)

select md5(run.rules_version || ' ' || coalesce(thresholds.limits, '')) as rules
from run
cross join thresholds

-- 现行规则和界限的代号，一行：规则所据的写法、函数、界限或口径有一处改动，代号就变。
--
-- @table
-- rules: 代号

with rules as (
  select * from staging.stg_rule_codes
)

select md5(coalesce(string_agg(rule || '=' || code, ' ' order by rule), '')) as rules
from rules

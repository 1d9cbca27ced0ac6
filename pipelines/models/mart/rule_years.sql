-- 一条规则在一年里问到多少张表单，一条规则一年一行。问到的表单太多时，多半是当地的做法如此，或规则不合当地的口径：应当合在一起问一次，不必逐张问。
-- 只算落在一张表单上的问题；没有年度的表单合作一行。
--
-- rule: 规则编号
-- fiscal_year: 年度
-- severity: 其中最重的一级：error 表内自相矛盾，warning 值得一问，info 提示
-- findings: 问题个数
-- asked_forms: 有这个问题的表单张数
-- forms: 当年的表单张数
-- share_of_forms: 占表单的比重，%：有这个问题的表单张数 ÷ 当年的表单张数
-- amount: 涉及金额合计，万元
-- widespread: 是否太多：占比超过界限，当年的表单也不太少；表内自相矛盾的一律逐张列出，不算太多

with findings as (
  select * from core.findings where form_id is not null
),

limits as (
  select
    max(case when name = 'year_forms' then threshold end) as least,
    max(case when name = 'widespread_share' then threshold end) as share
  from staging.stg_thresholds
),

year_forms as (
  select fiscal_year, count(*) as forms
  from core.forms
  group by fiscal_year
),

counted as (
  select
    rule,
    fiscal_year,
    min(case severity when 'error' then 1 when 'warning' then 2 else 3 end) as gravity,
    count(*) as findings,
    count(distinct form_id) as asked_forms,
    sum(amount) as amount
  from findings
  group by rule, fiscal_year
),

final as (
  select
    counted.rule,
    counted.fiscal_year,
    case counted.gravity when 1 then 'error' when 2 then 'warning' else 'info' end as severity,
    counted.findings,
    counted.asked_forms,
    year_forms.forms,
    percent(counted.asked_forms, year_forms.forms) as share_of_forms,
    counted.amount,
    counted.gravity > 1
      and year_forms.forms >= limits.least
      and 100 * counted.asked_forms > limits.share * year_forms.forms as widespread
  from counted
  inner join year_forms on counted.fiscal_year is not distinct from year_forms.fiscal_year
  cross join limits
)

select * from final

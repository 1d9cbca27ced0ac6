-- 分值口径，一种一行：文件规定的分值，和有多少张表单最近它、多少张与它完全相同。
--
-- profile: 口径的代号
-- name: 口径的名称
-- source: 规定它的文件
-- execution_weight: 预算执行的分值，分
-- cost_weight: 成本指标的分值，分；0 为没有这一类
-- output_weight: 产出指标的分值，分
-- benefit_weight: 效益指标的分值，分
-- satisfaction_weight: 满意度指标的分值，分；0 为没有这一类
-- forms: 最近这种口径的表单张数
-- following_forms: 其中各类分值完全相同的张数
-- largest_departure: 相差最大的一类相差多少，分；没有表单时为空
-- position: 次序
-- line: 在 profiles.csv 里的行号；随软件来的为空

with profiles as (
  select * from staging.stg_profiles
),

forms as (
  select * from staging.stg_form_profiles
),

counted as (
  select
    profile,
    count(*) as forms,
    count(case when departure = 0 then 1 end) as following_forms,
    max(departure) as largest_departure
  from forms
  group by profile
),

final as (
  select
    profiles.profile,
    profiles.name,
    profiles.source,
    profiles.execution_weight,
    profiles.cost_weight,
    profiles.output_weight,
    profiles.benefit_weight,
    profiles.satisfaction_weight,
    coalesce(counted.forms, 0) as forms,
    coalesce(counted.following_forms, 0) as following_forms,
    counted.largest_departure,
    profiles.position,
    profiles.line
  from profiles
  left join counted on profiles.profile = counted.profile
)

select * from final

-- 同一单位同一项目相邻两年的实际完成情况有多相像，一张表单一行；完全相同的不列，太短的不比。
--
-- @table
-- form_id: 表单编号
-- before_form_id: 上年的表单编号；上年有几张的，取最像的一张
-- similarity: 相似度，0 至 1

with forms as (
  select * from staging.stg_forms
  where actual_outcome is not null
    and implementing_unit is not null
    and project_name is not null
),

limits as (
  select
    max(case when name = 'text_length' then threshold end) as text_length
  from staging.stg_thresholds
),

compared as (
  select
    this_year.form_id,
    year_before.form_id as before_form_id,
    text_similarity(this_year.actual_outcome, year_before.actual_outcome) as similarity
  from forms as this_year
  inner join forms as year_before
    on this_year.implementing_unit = year_before.implementing_unit
    and this_year.project_name = year_before.project_name
    and this_year.form_type = year_before.form_type
    and this_year.fiscal_year = year_before.fiscal_year + 1
    and this_year.actual_outcome <> year_before.actual_outcome
  cross join limits
  where length(this_year.actual_outcome) >= limits.text_length
    and length(year_before.actual_outcome) >= limits.text_length
),

most_alike as (
  select *
  from compared
  qualify row_number() over (partition by form_id order by similarity desc, before_form_id) = 1
)

select * from most_alike

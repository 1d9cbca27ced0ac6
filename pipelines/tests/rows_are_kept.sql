-- 从读取到数据集市不丢行、不多行：表单、资金、指标的行数前后相同；汇总只少了另有一张计入的表单

with superseded as (
  select form_id from mart.superseded_forms
),

counts as (
  select
    'forms' as table_name,
    (select count(*) from raw.forms) as rows_read,
    (select count(*) from mart.forms) as rows_served
  union all
  select 'funding', (select count(*) from raw.funding), (select count(*) from mart.funding)
  union all
  select
    'execution',
    (select count(*) from raw.funding where form_id not in (select form_id from superseded)),
    (select count(*) from mart.execution)
  union all
  select 'indicators', (select count(*) from raw.indicators), (select count(*) from mart.indicators)
  union all
  select
    'indicator_results',
    (select count(*) from raw.indicators where form_id not in (select form_id from superseded)),
    (select count(*) from core.indicator_results)
),

changed as (
  select * from counts where rows_read <> rows_served
)

select * from changed

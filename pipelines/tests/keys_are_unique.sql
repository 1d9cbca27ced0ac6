-- 各表的键不重复：一张表单、一个资金来源、一个指标、一格标记、一个对象的一年各只有一行

with keys as (
  select 'documents' as table_name, document_id as row_key from mart.documents
  union all
  select 'forms', form_id from mart.forms
  union all
  select 'funding', form_id || ' ' || source from mart.funding
  union all
  select 'execution', form_id || ' ' || source from mart.execution
  union all
  select 'indicators', form_id || ' ' || cast(seq as varchar) from mart.indicators
  union all
  select 'indicator_values', form_id || ' ' || cast(seq as varchar) from mart.indicator_values
  union all
  select 'cell_flags', form_id || ' ' || record || ' ' || seq || ' ' || field from mart.cell_flags
  union all
  select 'findings', finding_id from mart.findings
  union all
  select 'form_scores', form_id from mart.form_scores
  union all
  select 'unit_years', implementing_unit || ' ' || source || ' ' || cast(fiscal_year as varchar) from mart.unit_years
  union all
  select
    'project_years',
    implementing_unit || ' ' || project_name || ' ' || source || ' ' || cast(fiscal_year as varchar)
  from mart.project_years
  union all
  select 'department_years', department || ' ' || source || ' ' || cast(fiscal_year as varchar)
  from mart.department_years
  union all
  select 'source_years', source || ' ' || cast(fiscal_year as varchar) from mart.source_years
  union all
  select
    'score_levels',
    level || ' ' || coalesce(cast(fiscal_year as varchar), '') || ' ' || coalesce(department, '') || '/'
    || coalesce(implementing_unit, '') || '/' || coalesce(project_name, '')
  from mart.score_levels
),

repeated as (
  select
    table_name,
    row_key,
    count(*) as row_count
  from keys
  group by table_name, row_key
  having count(*) > 1 or row_key is null
)

select * from repeated

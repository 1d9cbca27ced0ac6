-- 每一行所属的表单、来源文件都在：资金、指标、标记属于读入的表单，表单属于读入的文件

with owners as (
  select 'documents' as owner, document_id as id from mart.documents
  union all
  select 'forms', form_id from mart.forms
),

references_made as (
  select 'forms' as table_name, 'documents' as owner, document_id as id from mart.forms
  union all
  select 'funding', 'forms', form_id from staging.stg_funding
  union all
  select 'indicators', 'forms', form_id from staging.stg_indicators
  union all
  select 'cell_flags', 'forms', form_id from mart.cell_flags
  union all
  select 'findings', 'forms', form_id from mart.findings where form_id is not null
),

orphans as (
  select distinct
    references_made.table_name,
    references_made.owner,
    references_made.id
  from references_made
  left join owners on references_made.owner = owners.owner and references_made.id = owners.id
  where owners.id is null
)

select * from orphans

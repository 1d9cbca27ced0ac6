-- 各来源文件的读法，一份一行：读取程序的版本，或对它的表单用上的更正，有一处不同，代号就变。
--
-- @table
-- document_id: 文件编号
-- reading: 代号

with documents as (
  select * from staging.stg_documents
),

corrections as (
  select
    substr(form_id, 1, 12) as document_id,
    string_agg(
      form_id || '.' || record || '.' || seq || '.' || field || '=' || coalesce(value, ''), ' '
      order by form_id, record, seq, field
    ) as cells
  from staging.stg_corrections
  where problem is null
  group by substr(form_id, 1, 12)
),

coded as (
  select
    documents.document_id,
    md5(documents.reader_version || ' ' || coalesce(corrections.cells, '')) as reading
  from documents
  left join corrections on documents.document_id = corrections.document_id
)

select * from coded

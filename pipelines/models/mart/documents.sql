-- 已读入的来源文件，一份一行。
--
-- document_id: 文件编号，即文件 SHA-256 的前 12 位
-- path: 文件在 sources 文件夹里的路径
-- sha256: 文件的 SHA-256
-- bytes: 文件大小，字节
-- format: 文件格式
-- encoding: 文字编码
-- forms: 读出的自评表张数
-- ingested_at: 读入时间（UTC）

with documents as (
  select * from staging.stg_documents
),

final as (
  select
    document_id,
    path,
    sha256,
    bytes,
    format,
    encoding,
    forms,
    ingested_at
  from documents
)

select * from final

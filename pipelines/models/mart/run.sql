-- 本次运行，一行。
--
-- run_at: 运行开始的时间（UTC）
-- version: 程序版本
-- documents: 读入的来源文件份数
-- forms: 读出的自评表张数
-- rejected: 不能读取的来源文件份数
-- rules_version: 规则版本：模型和所用函数有一处改动，版本就变

with run as (
  select * from staging.stg_run
),

document_counts as (
  select count(*) as documents from staging.stg_documents
),

form_counts as (
  select count(*) as forms from staging.stg_forms
),

rejected_counts as (
  select count(*) as rejected from raw.rejected
),

final as (
  select
    run.run_at,
    run.version,
    document_counts.documents,
    form_counts.forms,
    rejected_counts.rejected,
    run.rules_version
  from run
  cross join document_counts
  cross join form_counts
  cross join rejected_counts
)

select * from final

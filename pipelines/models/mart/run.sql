-- 本次运行，一行。
--
-- run_at: 运行开始的时间（UTC）
-- version: 程序版本
-- documents: 读入的来源文件份数
-- forms: 读出的自评表张数
-- rejected: 不能读取的来源文件份数
-- rules_version: 规则版本：模型和所用函数有一处改动，版本就变
-- synthetic: 是否合成数据：由 jixiao demo 编造，不是真实的表单；据以做的页面、简报和导出都要说明

with run as (
  select * from staging.stg_run
),

document_counts as (
  select count(*) as documents from staging.stg_documents
),

form_counts as (
  select count(*) as forms from staging.stg_printed_forms
),

rejected_counts as (
  select count(*) as rejected from raw.rejected
),

workspaces as (
  select count(*) as synthetic from raw.workspace where synthetic
),

final as (
  select
    run.run_at,
    run.version,
    document_counts.documents,
    form_counts.forms,
    rejected_counts.rejected,
    run.rules_version,
    workspaces.synthetic > 0 as synthetic
  from run
  cross join document_counts
  cross join form_counts
  cross join rejected_counts
  cross join workspaces
)

select * from final

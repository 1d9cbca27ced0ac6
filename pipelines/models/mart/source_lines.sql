-- 来源文件的原文，一行一行，同收到时一样。
--
-- @view
-- document_id: 文件编号
-- line: 行号，从 1 起
-- text: 这一行的原文

with source_lines as (
  select * from raw.source_lines
),

final as (
  select
    document_id,
    line,
    text
  from source_lines
)

select * from final

-- 来源文件的原文，一行一行，同收到时一样。
--
-- @view
-- document_id: 文件编号
-- line: 行号，从 1 起
-- text: 这一行的原文；表格的一行，各栏之间为制表符
-- sheet: 在工作簿的第几张工作表，从 1 起；其他文件为 1
-- place: 在文件里的位置：工作表、页或表格；文本文件为空

with source_lines as (
  select * from raw.source_lines
),

final as (
  select
    document_id,
    line,
    text,
    sheet,
    place
  from source_lines
)

select * from final

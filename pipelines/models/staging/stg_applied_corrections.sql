-- 用上的更正，一行记录一条，该行各栏的更正收在一起，供各表取用。
--
-- @table
-- form_id: 表单编号
-- record: 所在：form 表头，funding 资金，indicator 指标
-- seq: 指标序号或资金来源；表头为空字符串
-- cells: 栏目名到更正内容的对照

with corrections as (
  select * from staging.stg_corrections where problem is null
),

by_record as (
  select
    form_id,
    record,
    seq,
    map_from_entries(list((field, value))) as cells
  from corrections
  group by form_id, record, seq
)

select * from by_record

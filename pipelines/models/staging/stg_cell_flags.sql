-- 读取时存疑、修补过的格，和复核人更正的格，一格一行。更正过的格不再存疑，改记更正。
-- 一格有几种标记时，取最该请人看的一种，理由合在一起。
--
-- @table
-- form_id: 表单编号
-- record: 所在：form 表头，funding 资金，indicator 指标
-- seq: 指标序号或资金来源；表头为空字符串
-- field: 栏目名
-- status: repaired 已修补，uncertain 不能确定，truncated 残缺，missing 缺失，ghost 读到又舍去，corrected 复核人已更正
-- as_read: 读到的原文，各格以 ⇥ 相连
-- value: 现在的取值
-- reason: 标记的理由，或更正的理由
-- line: 所在行号；无处可读时为空
-- asks_person: 是否要请人看：已修补的有表内规则或别处佐证，已更正的有人看过，其余都要

with flags as (
  select * from raw.cell_flags
),

corrections as (
  select * from staging.stg_corrections where problem is null
),

ranked_flags as (
  select
    *,
    case status
      when 'missing' then 1
      when 'truncated' then 2
      when 'uncertain' then 3
      when 'ghost' then 4
      else 5
    end as gravity
  from flags
),

one_flag_a_cell as (
  select
    form_id,
    record,
    seq,
    field,
    min_by(status, gravity) as status,
    min_by(as_read, gravity) as as_read,
    min_by({'value': value}, gravity).value as value,
    string_agg(reason, '；' order by gravity) as reason,
    min_by({'line': line}, gravity).line as line
  from ranked_flags
  group by form_id, record, seq, field
),

flags_left as (
  select * from one_flag_a_cell
  anti join corrections using (form_id, record, seq, field)
),

flags_of_corrections as (
  select
    corrections.form_id,
    corrections.record,
    corrections.seq,
    corrections.field,
    'corrected' as status,
    coalesce(one_flag_a_cell.as_read, corrections.as_read, '') as as_read,
    corrections.value,
    corrections.reason,
    coalesce(one_flag_a_cell.line, corrections.cell_line) as line
  from corrections
  left join one_flag_a_cell using (form_id, record, seq, field)
),

all_flags as (
  select * from flags_left
  union all
  select * from flags_of_corrections
),

with_attention as (
  select
    *,
    status not in ('repaired', 'corrected') as asks_person
  from all_flags
)

select * from with_attention

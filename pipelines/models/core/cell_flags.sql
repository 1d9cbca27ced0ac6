-- 读取时存疑、修补过或经复核人更正的格，一格一行，并写明是否要请人看。
--
-- @view
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
  select * from staging.stg_cell_flags
)

select * from flags

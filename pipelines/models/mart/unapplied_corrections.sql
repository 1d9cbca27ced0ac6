-- corrections.csv 里没有用上的更正，一条一行，写明原因和该怎么改。没有行表示全部用上了。
--
-- line: 在 corrections.csv 里的行号
-- form_id: 表单编号
-- record: 所在：form 表头，funding 资金，indicator 指标
-- seq: 指标序号或资金来源；表头为空字符串
-- field: 栏目名
-- value: 更正为
-- reason: 更正的理由
-- reviewer: 复核人
-- problem: 没有用上的原因
-- advice: 该怎么改

with corrections as (
  select * from staging.stg_corrections
),

unapplied as (
  select
    line,
    form_id,
    record,
    seq,
    field,
    value,
    reason,
    reviewer,
    problem,
    advice
  from corrections
  where problem is not null
)

select * from unapplied

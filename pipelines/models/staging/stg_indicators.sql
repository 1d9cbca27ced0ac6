-- 绩效指标，一个指标一行，已用上复核人的更正。
--
-- @table
-- form_id: 表单编号
-- seq: 指标序号，按表里的次序从 1 起
-- level1: 一级指标
-- level2: 二级指标
-- name: 三级指标
-- target: 年度指标值
-- actual: 实际完成值
-- weight: 分值，分
-- score: 得分，分
-- deviation_reason: 偏差原因分析及改进措施
-- line: 所在行号
-- last_line: 这一行的末行行号

with indicators as (
  select * from raw.indicators
),

corrections as (
  select form_id, cast(seq as integer) as seq, cells from staging.stg_applied_corrections where record = 'indicator'
),

corrected as (
  select
    form_id,
    seq,
    case when map_contains(cells, 'level1') then cells['level1'] else level1 end as level1,
    case when map_contains(cells, 'level2') then cells['level2'] else level2 end as level2,
    case when map_contains(cells, 'name') then cells['name'] else name end as name,
    case when map_contains(cells, 'target') then cells['target'] else target end as target,
    case when map_contains(cells, 'actual') then cells['actual'] else actual end as actual,
    case
      when map_contains(cells, 'weight') then cast(cells['weight'] as decimal(12, 6))
      else weight
    end as weight,
    case
      when map_contains(cells, 'score') then cast(cells['score'] as decimal(12, 6))
      else score
    end as score,
    case
      when map_contains(cells, 'deviation_reason') then cells['deviation_reason']
      else deviation_reason
    end as deviation_reason,
    line,
    last_line
  from indicators
  left join corrections using (form_id, seq)
)

select * from corrected

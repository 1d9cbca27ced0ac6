-- 项目资金，一张表单的一个资金来源一行，已用上复核人的更正。金额以万元计。
--
-- @table
-- form_id: 表单编号
-- position: 在表里的次序
-- source: 资金来源；total 为年度资金总额，不在四种之内的为原表所印名称
-- label: 原表所印名称
-- source_name: 资金来源的中文名称
-- initial_budget: 年初预算数，万元
-- adjusted_budget: 全年预算数，万元
-- executed: 全年执行数，万元
-- weight: 分值，分
-- reported_execution_rate: 原表所印执行率，%
-- reported_score: 原表所印得分，分
-- line: 所在行号
-- received: 到位数，万元；原表没有这一列的为空

with funding as (
  select * from raw.funding
),

corrections as (
  select form_id, seq as source, cells from staging.stg_applied_corrections where record = 'funding'
),

corrected as (
  select
    form_id,
    position,
    source,
    label,
    case source
      when 'total' then '年度资金总额'
      when 'current_year_appropriation' then '当年财政拨款'
      when 'carry_over' then '上年结转资金'
      when 'other_funds' then '其他资金'
      else source
    end as source_name,
    case
      when map_contains(cells, 'initial_budget') then cast(cells['initial_budget'] as decimal(24, 6))
      else initial_budget
    end as initial_budget,
    case
      when map_contains(cells, 'adjusted_budget') then cast(cells['adjusted_budget'] as decimal(24, 6))
      else adjusted_budget
    end as adjusted_budget,
    case
      when map_contains(cells, 'executed') then cast(cells['executed'] as decimal(24, 6))
      else executed
    end as executed,
    case
      when map_contains(cells, 'weight') then cast(cells['weight'] as decimal(12, 6))
      else weight
    end as weight,
    case
      when map_contains(cells, 'reported_execution_rate')
        then cast(cells['reported_execution_rate'] as decimal(12, 6))
      else reported_execution_rate
    end as reported_execution_rate,
    case
      when map_contains(cells, 'reported_score') then cast(cells['reported_score'] as decimal(12, 6))
      else reported_score
    end as reported_score,
    line,
    case
      when map_contains(cells, 'received') then cast(cells['received'] as decimal(24, 6))
      else received
    end as received
  from funding
  left join corrections using (form_id, source)
)

select * from corrected

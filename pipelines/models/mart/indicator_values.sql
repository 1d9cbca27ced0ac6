-- 由年度指标值和实际完成值的文字得出的数、单位和完成程度，一个指标一行。本版尚未解析文字，各项为空。
--
-- form_id: 表单编号
-- seq: 指标序号
-- operator: 指标值的符号：≥、≤、=、＞、＜
-- target_value: 指标值里的数
-- actual_value: 完成值里的数
-- unit: 计量单位
-- verdict: 定性指标的结论：attained 达成，partly_attained 部分达成，not_attained 未达成
-- attainment: 完成程度：完成值与指标值之比，≤ 的指标为指标值与完成值之比；说不清时为空
-- attained: 是否达成
-- rule_score: 按评分规则应得的分

with indicators as (
  select * from staging.stg_indicators
),

final as (
  select
    form_id,
    seq,
    cast(null as varchar) as operator,
    cast(null as decimal(24, 6)) as target_value,
    cast(null as decimal(24, 6)) as actual_value,
    cast(null as varchar) as unit,
    cast(null as varchar) as verdict,
    cast(null as decimal(24, 6)) as attainment,
    cast(null as boolean) as attained,
    cast(null as decimal(12, 6)) as rule_score
  from indicators
)

select * from final

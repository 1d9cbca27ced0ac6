-- 资金来源归到哪一类，一种来源一行；原表所印的名称不变，只在 mart.group_execution 里按类相加。
--
-- source: 资金来源；不在四种之内的为原表所印名称
-- source_group: 类别：total 合计，appropriation 财政拨款，carry_over 上年结转，special_account 财政专户，own_funds 单位资金，other 其他
-- group_name: 类别的中文名称
-- forms: 印有这种来源的表单张数
-- funded_forms: 其中有资金的表单张数

with source_groups as (
  select * from core.source_groups
),

counted as (
  select
    source,
    count(*) as forms,
    count(case when funded then 1 end) as funded_forms
  from core.execution
  group by source
),

final as (
  select
    source_groups.source,
    source_groups.source_group,
    source_groups.group_name,
    coalesce(counted.forms, 0) as forms,
    coalesce(counted.funded_forms, 0) as funded_forms
  from source_groups
  left join counted on source_groups.source = counted.source
)

select * from final

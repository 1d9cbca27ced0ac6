-- 资金来源归到哪一类，一种来源一行。各地的来源名称不同，按名称里的字归类，先后如下：
-- 财政专户；结转、结余；财政拨款（财政拨款、财政资金、公共预算、政府性基金、国有资本，各级政府的）；单位资金（单位、事业、经营、自有、自筹）；其余为其他。
--
-- source: 资金来源；不在四种之内的为原表所印名称
-- source_group: 类别：total 合计，appropriation 财政拨款，carry_over 上年结转，special_account 财政专户，own_funds 单位资金，other 其他
-- group_name: 类别的中文名称

with sources as (
  select distinct source from staging.stg_funding
),

grouped as (
  select
    source,
    case
      when source = 'total' then 'total'
      when source like '%财政专户%' then 'special_account'
      when source = 'carry_over' or source like '%结转%' or source like '%结余%' then 'carry_over'
      when source = 'current_year_appropriation' then 'appropriation'
      when source like '%财政%' or source like '%拨款%' or source like '%公共预算%' or source like '%政府性基金%'
        or source like '%国有资本%' or source like '%中央%' or source like '%省级%' or source like '%市级%'
        or source like '%县级%' or source like '%区级%' or source like '%地方%' or source like '%上级%'
        then 'appropriation'
      when source like '%单位%' or source like '%事业%' or source like '%经营%' or source like '%自有%'
        or source like '%自筹%' then 'own_funds'
      else 'other'
    end as source_group
  from sources
),

named as (
  select
    source,
    source_group,
    case source_group
      when 'total' then '年度资金总额'
      when 'special_account' then '财政专户'
      when 'carry_over' then '上年结转'
      when 'appropriation' then '财政拨款'
      when 'own_funds' then '单位资金'
      else '其他'
    end as group_name
  from grouped
)

select * from named

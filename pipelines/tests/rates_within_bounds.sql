-- 比率在界内：按个数算的占比在 0 和 100% 之间；除以 0 或空的比率为空，不作 0 也不作 100

with shares as (
  select 'indicator_scopes' as table_name, scope || ' ' || coalesce(level1, '') as row_name, attained_share as share
  from mart.indicator_scopes
  union all
  select 'indicator_groups', coalesce(implementing_unit, ''), attained_share from mart.indicator_groups
  union all
  select 'score_levels', level, attained_share from mart.score_levels
  union all
  select 'score_levels', level, attained_weight_share from mart.score_levels
  union all
  select 'indicator_names', name, share_of_forms from mart.indicator_names
  union all
  select 'rule_years', rule, share_of_forms from mart.rule_years
),

out_of_bounds as (
  select table_name, row_name, share
  from shares
  where share < 0
    or share > 100
),

over_nothing as (
  select 'execution' as table_name, form_id || ' ' || source as row_name, execution_rate as share
  from mart.execution
  where execution_rate is not null
    and (adjusted_budget is null or adjusted_budget = 0 or executed is null)
  union all
  select 'execution', form_id || ' ' || source, adjustment_rate
  from mart.execution
  where adjustment_rate is not null
    and (initial_budget is null or initial_budget = 0 or adjusted_budget is null)
  union all
  select 'execution_levels', level || ' ' || source, adjustment_rate
  from core.execution_levels
  where adjustment_rate is not null
    and (initial_budget is null or initial_budget = 0 or adjusted_budget is null)
),

broken as (
  select * from out_of_bounds
  union all
  select * from over_nothing
)

select * from broken

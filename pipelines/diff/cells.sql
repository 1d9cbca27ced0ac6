-- 两边每张表单的每一格，连同由指标的文字算得的完成程度和应得的分，一格一行，作文字看待。

with forms as (
  select 'before' as side, * from before.mart.forms
  union all
  select 'after', * from after.mart.forms
),

funding as (
  select 'before' as side, * from before.mart.funding
  union all
  select 'after', * from after.mart.funding
),

indicators as (
  select 'before' as side, * from before.mart.indicators
  union all
  select 'after', * from after.mart.indicators
),

indicator_values as (
  select 'before' as side, * from before.mart.indicator_values
  union all
  select 'after', * from after.mart.indicator_values
),

cells as (
  select side, form_id, 'form' as record, '' as seq, unnest([
    {'field': 'form_type', 'value': form_type},
    {'field': 'fiscal_year', 'value': cast(fiscal_year as varchar)},
    {'field': 'project_name', 'value': project_name},
    {'field': 'department', 'value': department},
    {'field': 'implementing_unit', 'value': implementing_unit},
    {'field': 'expected_goal', 'value': expected_goal},
    {'field': 'actual_outcome', 'value': actual_outcome},
    {'field': 'total_score', 'value': cast(total_score as varchar)},
    {'field': 'rating', 'value': rating}
  ], recursive := true)
  from forms
  union all
  select side, form_id, 'funding', source, unnest([
    {'field': 'initial_budget', 'value': cast(initial_budget as varchar)},
    {'field': 'adjusted_budget', 'value': cast(adjusted_budget as varchar)},
    {'field': 'received', 'value': cast(received as varchar)},
    {'field': 'executed', 'value': cast(executed as varchar)},
    {'field': 'weight', 'value': cast(weight as varchar)},
    {'field': 'reported_execution_rate', 'value': cast(reported_execution_rate as varchar)},
    {'field': 'reported_score', 'value': cast(reported_score as varchar)}
  ], recursive := true)
  from funding
  union all
  select side, form_id, 'indicator', cast(seq as varchar), unnest([
    {'field': 'level1', 'value': level1},
    {'field': 'level2', 'value': level2},
    {'field': 'name', 'value': name},
    {'field': 'target', 'value': target},
    {'field': 'actual', 'value': actual},
    {'field': 'weight', 'value': cast(weight as varchar)},
    {'field': 'score', 'value': cast(score as varchar)},
    {'field': 'deviation_reason', 'value': deviation_reason}
  ], recursive := true)
  from indicators
  union all
  select side, form_id, 'indicator', cast(seq as varchar), unnest([
    {'field': 'attainment', 'value': cast(attainment as varchar)},
    {'field': 'attained', 'value': cast(attained as varchar)},
    {'field': 'rule_score', 'value': cast(rule_score as varchar)}
  ], recursive := true)
  from indicator_values
)

select
  side,
  form_id,
  record,
  seq,
  field,
  -- A column writes 1250.050000; people write 1250.05.
  case
    when regexp_full_match(value, '-?\d+\.\d{6}') then regexp_replace(value, '(\.\d{2}\d*?)0+$', '\1')
    else value
  end as value
from cells
where value is not null

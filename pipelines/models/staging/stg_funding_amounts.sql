-- 项目资金的金额，一格一行。
--
-- @table
-- form_id: 表单编号
-- source: 资金来源
-- source_name: 资金来源的中文名称
-- field: 栏目名：initial_budget、adjusted_budget 或 executed
-- field_name: 栏目的中文名称
-- amount: 金额，万元
-- line: 所在行号

with funding as (
  select * from staging.stg_funding
),

amounts as (
  select
    form_id,
    source,
    source_name,
    unnest([
      {'field': 'initial_budget', 'field_name': '年初预算数', 'amount': initial_budget},
      {'field': 'adjusted_budget', 'field_name': '全年预算数', 'amount': adjusted_budget},
      {'field': 'executed', 'field_name': '全年执行数', 'amount': executed}
    ], recursive := true),
    line
  from funding
)

select * from amounts

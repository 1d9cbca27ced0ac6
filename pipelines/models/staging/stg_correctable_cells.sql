-- 有更正的表单里可以更正的每一格，一格一行，读到的内容作文字看待：更正按格进行，先要知道这一格在不在、读到了什么。
--
-- form_id: 表单编号
-- record: 所在：form 表头，funding 资金，indicator 指标
-- seq: 指标序号或资金来源；表头为空字符串
-- field: 栏目名
-- as_read: 读到的内容，数以不带千分位的小数书写
-- line: 所在行号；无处可读时为空

with corrected_forms as (
  select distinct form_id from raw.corrections
),

forms as (
  select * from raw.forms where form_id in (select form_id from corrected_forms)
),

funding as (
  select * from raw.funding where form_id in (select form_id from corrected_forms)
),

indicators as (
  select * from raw.indicators where form_id in (select form_id from corrected_forms)
),

form_cells as (
  select
    form_id,
    'form' as record,
    '' as seq,
    unnest([
      {'field': 'form_type', 'as_read': form_type, 'line': first_line},
      {'field': 'fiscal_year', 'as_read': cast(fiscal_year as varchar), 'line': fiscal_year_line},
      {'field': 'project_name', 'as_read': project_name, 'line': project_name_line},
      {'field': 'department', 'as_read': department, 'line': department_line},
      {'field': 'implementing_unit', 'as_read': implementing_unit, 'line': implementing_unit_line},
      {'field': 'expected_goal', 'as_read': expected_goal, 'line': expected_goal_line},
      {'field': 'actual_outcome', 'as_read': actual_outcome, 'line': actual_outcome_line},
      {'field': 'total_weight', 'as_read': cast(total_weight as varchar), 'line': total_score_line},
      {'field': 'total_score', 'as_read': cast(total_score as varchar), 'line': total_score_line},
      {'field': 'rating', 'as_read': rating, 'line': rating_line}
    ]) as cell
  from forms
),

funding_cells as (
  select
    form_id,
    'funding' as record,
    source as seq,
    unnest([
      {'field': 'initial_budget', 'as_read': cast(initial_budget as varchar), 'line': line},
      {'field': 'adjusted_budget', 'as_read': cast(adjusted_budget as varchar), 'line': line},
      {'field': 'received', 'as_read': cast(received as varchar), 'line': line},
      {'field': 'executed', 'as_read': cast(executed as varchar), 'line': line},
      {'field': 'weight', 'as_read': cast(weight as varchar), 'line': line},
      {'field': 'reported_execution_rate', 'as_read': cast(reported_execution_rate as varchar), 'line': line},
      {'field': 'reported_score', 'as_read': cast(reported_score as varchar), 'line': line}
    ]) as cell
  from funding
),

indicator_cells as (
  select
    form_id,
    'indicator' as record,
    cast(seq as varchar) as seq,
    unnest([
      {'field': 'level1', 'as_read': level1, 'line': line},
      {'field': 'level2', 'as_read': level2, 'line': line},
      {'field': 'name', 'as_read': name, 'line': line},
      {'field': 'target', 'as_read': target, 'line': line},
      {'field': 'actual', 'as_read': actual, 'line': line},
      {'field': 'weight', 'as_read': cast(weight as varchar), 'line': line},
      {'field': 'score', 'as_read': cast(score as varchar), 'line': line},
      {'field': 'deviation_reason', 'as_read': deviation_reason, 'line': line}
    ]) as cell
  from indicators
),

cells as (
  select * from form_cells
  union all
  select * from funding_cells
  union all
  select * from indicator_cells
),

-- A column writes 1250.050000; people write 1250.05, and 208.00.
plainly_written as (
  select
    cells.form_id,
    cells.record,
    cells.seq,
    fields.field,
    case
      when fields.kind in ('amount', 'points') then regexp_replace(cells.cell.as_read, '(\.\d{2}\d*?)0+$', '\1')
      else cells.cell.as_read
    end as as_read,
    cells.cell.line as line
  from cells
  inner join staging.stg_correctable_fields as fields
    on cells.record = fields.record and cells.cell.field = fields.field
)

select * from plainly_written

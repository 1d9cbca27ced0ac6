-- 自评表的表头和总分，一张一行，同原表所印，已用上复核人的更正。名称合并、重复的去掉以后的见 stg_forms。
--
-- @table
-- form_id: 表单编号：文件编号、连字符和表单在文件里的两位序号
-- document_id: 文件编号
-- ordinal: 表单在文件里的序号，从 1 起
-- first_line: 首行行号
-- last_line: 末行行号
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- fiscal_year: 年度
-- project_name: 项目名称
-- department: 主管部门
-- implementing_unit: 实施单位
-- amount_unit: 原表金额的单位
-- expected_goal: 年度总体目标的预期目标
-- actual_outcome: 年度总体目标的实际完成情况
-- total_weight: 总分一行的分值，分
-- total_score: 总分，分
-- rating: 评分等级
-- weights_sum_ok_as_read: 读取时分值合计是否相符
-- scores_sum_ok_as_read: 读取时得分合计是否相符
-- fiscal_year_line: 年度所在行号
-- project_name_line: 项目名称所在行号
-- department_line: 主管部门所在行号
-- implementing_unit_line: 实施单位所在行号
-- expected_goal_line: 预期目标所在行号
-- actual_outcome_line: 实际完成情况所在行号
-- total_score_line: 总分所在行号
-- rating_line: 评分等级所在行号
-- sheet: 在工作簿的第几张工作表，从 1 起；其他文件为 1

with forms as (
  select * from raw.forms
),

corrections as (
  select form_id, cells from staging.stg_applied_corrections where record = 'form'
),

corrected as (
  select
    form_id,
    document_id,
    ordinal,
    first_line,
    last_line,
    case when map_contains(cells, 'form_type') then cells['form_type'] else form_type end as form_type,
    case
      when map_contains(cells, 'fiscal_year') then cast(cells['fiscal_year'] as integer)
      else fiscal_year
    end as fiscal_year,
    case when map_contains(cells, 'project_name') then cells['project_name'] else project_name end as project_name,
    case when map_contains(cells, 'department') then cells['department'] else department end as department,
    case
      when map_contains(cells, 'implementing_unit') then cells['implementing_unit']
      else implementing_unit
    end as implementing_unit,
    amount_unit,
    case when map_contains(cells, 'expected_goal') then cells['expected_goal'] else expected_goal end as expected_goal,
    case
      when map_contains(cells, 'actual_outcome') then cells['actual_outcome']
      else actual_outcome
    end as actual_outcome,
    case
      when map_contains(cells, 'total_weight') then cast(cells['total_weight'] as decimal(12, 6))
      else total_weight
    end as total_weight,
    case
      when map_contains(cells, 'total_score') then cast(cells['total_score'] as decimal(12, 6))
      else total_score
    end as total_score,
    case when map_contains(cells, 'rating') then cells['rating'] else rating end as rating,
    weights_sum_ok as weights_sum_ok_as_read,
    scores_sum_ok as scores_sum_ok_as_read,
    fiscal_year_line,
    project_name_line,
    department_line,
    implementing_unit_line,
    expected_goal_line,
    actual_outcome_line,
    total_score_line,
    rating_line,
    sheet
  from forms
  left join corrections using (form_id)
)

select * from corrected

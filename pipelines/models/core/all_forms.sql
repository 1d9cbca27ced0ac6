-- 自评表，一张一行，同一项目重复的也在内：表头、总分，以及与指标、标记合在一起才知道的几项。
--
-- form_id: 表单编号：文件编号、连字符和表单在文件里的两位序号
-- document_id: 文件编号
-- ordinal: 表单在文件里的序号，从 1 起
-- first_line: 首行行号
-- last_line: 末行行号
-- fiscal_year: 年度
-- project_name: 项目名称，各种写法合为一种
-- department: 主管部门，各种写法合为一种
-- implementing_unit: 实施单位，各种写法合为一种
-- total_score: 总分，分
-- rating: 评分等级
-- expected_goal: 年度总体目标的预期目标
-- actual_outcome: 年度总体目标的实际完成情况
-- weights_sum_ok: 各指标分值与预算执行分值之和是否等于所印总分值；说不清时为空
-- scores_sum_ok: 各指标得分与预算执行得分之和是否等于所印总分；说不清时为空
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- amount_unit: 原表金额的单位；各表金额一律已折为万元
-- fiscal_year_line: 年度所在行号
-- project_name_line: 项目名称所在行号
-- department_line: 主管部门所在行号
-- implementing_unit_line: 实施单位所在行号
-- expected_goal_line: 预期目标所在行号
-- actual_outcome_line: 实际完成情况所在行号
-- total_score_line: 总分所在行号
-- rating_line: 评分等级所在行号
-- flagged_cells: 要请人看的格数
-- indicator_count: 指标个数
-- sheet: 在工作簿的第几张工作表，从 1 起；其他文件为 1
-- printed_project_name: 所印的项目名称
-- printed_department: 所印的主管部门
-- printed_implementing_unit: 所印的实施单位
-- superseded_by: 同一项目另有一张计入汇总的，为它的表单编号；本张计入时为空

with forms as (
  select * from staging.stg_named_forms
),

printed as (
  select form_id, project_name, department, implementing_unit from staging.stg_printed_forms
),

superseded as (
  select form_id, kept_form_id from staging.stg_superseded_forms
),

form_sums as (
  select * from staging.stg_form_sums
),

flags as (
  select * from core.cell_flags
),

flag_counts as (
  select
    form_id,
    sum(case when asks_person then 1 else 0 end) as flagged_cells,
    max(case when status = 'corrected' and field in ('weight', 'total_weight') then 1 else 0 end) as corrected_weights,
    max(case when status = 'corrected' and field in ('score', 'reported_score', 'total_score') then 1 else 0 end)
      as corrected_scores
  from flags
  group by form_id
),

final as (
  select
    forms.form_id,
    forms.document_id,
    forms.ordinal,
    forms.first_line,
    forms.last_line,
    forms.fiscal_year,
    forms.project_name,
    forms.department,
    forms.implementing_unit,
    forms.total_score,
    forms.rating,
    forms.expected_goal,
    forms.actual_outcome,
    case
      when flag_counts.corrected_weights = 1 then form_sums.weight_sum = forms.total_weight
      else forms.weights_sum_ok_as_read
    end as weights_sum_ok,
    case
      when flag_counts.corrected_scores = 1 then form_sums.score_sum = forms.total_score
      else forms.scores_sum_ok_as_read
    end as scores_sum_ok,
    forms.form_type,
    forms.amount_unit,
    forms.fiscal_year_line,
    forms.project_name_line,
    forms.department_line,
    forms.implementing_unit_line,
    forms.expected_goal_line,
    forms.actual_outcome_line,
    forms.total_score_line,
    forms.rating_line,
    cast(coalesce(flag_counts.flagged_cells, 0) as integer) as flagged_cells,
    cast(form_sums.indicators as integer) as indicator_count,
    forms.sheet,
    printed.project_name as printed_project_name,
    printed.department as printed_department,
    printed.implementing_unit as printed_implementing_unit,
    superseded.kept_form_id as superseded_by
  from forms
  inner join printed on forms.form_id = printed.form_id
  left join superseded on forms.form_id = superseded.form_id
  inner join form_sums on forms.form_id = form_sums.form_id
  left join flag_counts on forms.form_id = flag_counts.form_id
)

select * from final

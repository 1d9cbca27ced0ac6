-- 计入各种汇总的自评表，一张一行：表头、总分，以及与指标、标记合在一起才知道的几项。同一项目在几份文件里的只取一张，见 mart.superseded_forms。
--
-- @view
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
-- superseded_by: 在这里都为空：另有一张计入的不在其内

with forms as (
  select * from core.all_forms
),

-- A project that stands in two files counts once.
in_force as (
  select * from forms
  where superseded_by is null
)

select * from in_force

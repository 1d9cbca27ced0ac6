-- 计入各种汇总和检查的自评表，一张一行：单位、部门和项目的各种写法各合为一种；同一项目在几份文件里的只取一张，见 stg_superseded_forms。
--
-- form_id: 表单编号：文件编号、连字符和表单在文件里的两位序号
-- document_id: 文件编号
-- ordinal: 表单在文件里的序号，从 1 起
-- first_line: 首行行号
-- last_line: 末行行号
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- fiscal_year: 年度
-- project_name: 项目名称，各种写法合为一种
-- department: 主管部门，各种写法合为一种
-- implementing_unit: 实施单位，各种写法合为一种
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
  select * from staging.stg_named_forms
),

superseded as (
  select * from staging.stg_superseded_forms
),

in_force as (
  select * from forms
  where form_id not in (select form_id from superseded)
)

select * from in_force

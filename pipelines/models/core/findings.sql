-- 各项检查发现的问题，一个问题一行。所依据的格存疑时，问题可能出在读取而不在原表，轻重减一等，并在说明里讲明。
--
-- finding_id: 问题编号：规则、表单、所在行和栏目相连；同一处的同一问题每次运行编号相同
-- rule: 规则编号，名称和出处见 mart.rules
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示；所依据的格存疑时减一等
-- fiscal_year: 年度
-- form_id: 表单编号
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- field: 栏目名
-- reported: 原表所印
-- expected: 按规则应为
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号
-- seq: 资金来源或指标序号；整张表单为空字符串
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- doubtful: 所依据的格是否有要请人看的

with forms as (
  select * from staging.stg_forms
),

checked as (
  select 'F1' as rule, * from checks.f1_sources_add_up
  union all
  select 'F2', * from checks.f2_execution_rate
  union all
  select 'F3', * from checks.f3_rate_over_initial_budget
  union all
  select 'F4', * from checks.f4_over_execution
  union all
  select 'F5', * from checks.f5_low_rate_without_reason
  union all
  select 'F7', * from checks.f7_budget_change
  union all
  select 'F7A', * from checks.f7a_added_and_not_spent
  union all
  select 'F11', * from checks.f11_negative_amount
  union all
  select 'D1', * from checks.d1_fiscal_year
  union all
  select 'D2', * from checks.d2_date_outside_year
  union all
  select 'S1', * from checks.s1_weights_add_up
  union all
  select 'S2', * from checks.s2_score_within_weight
  union all
  select 'S3', * from checks.s3_lost_without_reason
  union all
  select 'S4', * from checks.s4_execution_score
  union all
  select 'S5', * from checks.s5_own_score_against_rule
  union all
  select 'S6', * from checks.s6_over_attained
  union all
  select 'S7', * from checks.s7_full_marks_below_target
  union all
  select 'S8', * from checks.s8_score_outside_band
  union all
  select 'S9', * from checks.s9_satisfaction_bands
  union all
  select 'S10', * from checks.s10_rating
  union all
  select 'S10A', * from checks.s10a_total_score
),

with_form as (
  select
    checked.rule || ':' || checked.form_id || ':' || checked.seq || ':' || checked.field as finding_id,
    checked.rule,
    case
      when not checked.doubtful then checked.severity
      when checked.severity = 'error' then 'warning'
      else 'info'
    end as severity,
    forms.fiscal_year,
    checked.form_id,
    forms.implementing_unit,
    forms.project_name,
    checked.field,
    checked.reported,
    checked.expected,
    checked.amount,
    case
      when checked.doubtful then checked.message || '所依据的格读取存疑，请先与原件核对。'
      else checked.message
    end as message,
    checked.line,
    checked.seq,
    checked.measured,
    checked.threshold,
    checked.doubtful
  from checked
  inner join forms on checked.form_id = forms.form_id
)

select * from with_form

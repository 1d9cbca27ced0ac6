-- 各项检查发现的问题，一个问题一行。所依据的格存疑时，问题可能出在读取而不在原表，轻重减一等，并在说明里讲明。
--
-- finding_id: 问题编号：规则、表单、所在行和栏目相连，几张表单合在一起的为规则、年度、对象和栏目；同一处的同一问题每次运行编号相同
-- rule: 规则编号，名称和出处见 mart.rules
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示；所依据的格存疑时减一等
-- fiscal_year: 年度
-- form_id: 表单编号；问的不是一张表单时为空
-- implementing_unit: 实施单位；问整个年度时为空
-- project_name: 项目名称；不问一个项目时为空
-- field: 栏目名
-- reported: 原表所印
-- expected: 按规则应为
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号；问的不是一张表单时为空
-- seq: 资金来源或指标序号；整张表单为空字符串
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- doubtful: 所依据的格是否有要请人看的
-- figures: 问题的数字代号：原表所印、应为、量出的数、界限和金额有一个变了，代号就变

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
  select 'F9', * from checks.f9_money_not_received
  union all
  select 'F11', * from checks.f11_negative_amount
  union all
  select 'F14', * from checks.f14_amount_too_large
  union all
  select 'D4', * from checks.d4_year_unreadable
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
  union all
  select 'S11', * from checks.s11_weights_depart
  union all
  select 'S12', * from checks.s12_group_without_rows
  union all
  select 'F6', * from checks.f6_low_execution
  union all
  select 'F12', * from checks.f12_cut_and_not_spent
  union all
  select 'F13', * from checks.f13_other_funds_grew
  union all
  select 'H2', * from checks.h2_high_score_low_execution
  union all
  select 'H3', * from checks.h3_outcome_copied
  union all
  select 'H5', * from checks.h5_targets_in_words
  union all
  select 'H6', * from checks.h6_exactly_at_target
  union all
  select 'H9', * from checks.h9_wrong_heading
  union all
  select 'H9A', * from checks.h9a_indicator_twice
  union all
  select 'H10', * from checks.h10_weight_of_failed
  union all
  select 'H14', * from checks.h14_answers_otherwise
  union all
  select 'H11', * from checks.h11_no_satisfaction
),

-- What one form shows has the form's year and names; what several show together brings its own.
compared as (
  select 'F8' as rule, * from patterns.f8_source_unspent_again
  union all
  select 'F14A', * from patterns.f14a_amount_unlike_others
  union all
  select 'D3', * from patterns.d3_read_twice_otherwise
  union all
  select 'S11A', * from patterns.s11a_weights_unlike_profile
  union all
  select 'F7B', * from patterns.f7b_unit_added_and_not_spent
  union all
  select 'F10', * from patterns.f10_carried_over_again
  union all
  select 'H1', * from patterns.h1_nothing_deducted
  union all
  select 'H3A', * from patterns.h3a_outcome_repeated
  union all
  select 'H3B', * from patterns.h3b_outcome_from_last_year
  union all
  select 'H3C', * from patterns.h3c_indicators_from_last_year
  union all
  select 'H4', * from patterns.h4_target_below_last_year
  union all
  select 'H6A', * from patterns.h6a_satisfaction_at_floor
  union all
  select 'H7', * from patterns.h7_scores_above_band
  union all
  select 'H7A', * from patterns.h7a_scores_heaped
  union all
  select 'H8', * from patterns.h8_reason_repeated
  union all
  select 'H9B', * from patterns.h9b_boilerplate_indicator
  union all
  select 'H11A', * from patterns.h11a_no_cost_group
  union all
  select 'H12', * from patterns.h12_ratings_alike
  union all
  select 'H13', * from patterns.h13_concentration
),

found as (
  select
    checked.rule || ':' || checked.form_id || ':' || checked.seq || ':' || checked.field as finding_id,
    checked.rule,
    checked.severity,
    forms.fiscal_year,
    checked.form_id,
    forms.implementing_unit,
    forms.project_name,
    checked.field,
    checked.reported,
    checked.expected,
    checked.amount,
    checked.message,
    checked.line,
    checked.seq,
    checked.measured,
    checked.threshold,
    checked.doubtful
  from checked
  inner join forms on checked.form_id = forms.form_id
  union all
  select
    rule || ':' || coalesce(cast(fiscal_year as varchar), '') || ':' || about || ':' || field,
    rule,
    severity,
    fiscal_year,
    form_id,
    implementing_unit,
    project_name,
    field,
    reported,
    expected,
    amount,
    message,
    line,
    seq,
    measured,
    threshold,
    doubtful
  from compared
),

softened as (
  select
    finding_id,
    rule,
    case
      when not doubtful then severity
      when severity = 'error' then 'warning'
      else 'info'
    end as severity,
    fiscal_year,
    form_id,
    implementing_unit,
    project_name,
    field,
    reported,
    expected,
    amount,
    case
      when doubtful then message || '所依据的格读取存疑，请先与原件核对。'
      else message
    end as message,
    line,
    seq,
    measured,
    threshold,
    doubtful,
    substr(
      md5(
        coalesce(reported, '') || ' ' || coalesce(expected, '') || ' ' || coalesce(cast(measured as varchar), '') || ' '
        || coalesce(cast(threshold as varchar), '') || ' ' || coalesce(cast(amount as varchar), '')
      ),
      1,
      8
    ) as figures
  from found
)

select * from softened

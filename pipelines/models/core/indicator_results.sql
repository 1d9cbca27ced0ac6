-- 指标的得分和完成，一个指标一行，连同它所属的表单，供各种汇总取用。
--
-- form_id: 表单编号
-- seq: 指标序号
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- level1: 一级指标
-- level2: 二级指标
-- scored_weight: 参与计算得分率的分值，分；缺分值或得分时为空
-- scored: 参与计算得分率的得分，分；缺分值或得分时为空
-- judged_weight: 说得清是否达成的分值，分；说不清时为空
-- attained_weight: 已达成的分值，分；没有达成时为 0，说不清时为空
-- rule_gap: 自评得分 − 按评分规则应得的分，分；缺其一时为空
-- ruled_weight: 规则说得出应得多少的分值，分；说不出或缺得分时为空
-- attained: 是否达成；说不清时为空
-- doubtful: 所依据的指标值、完成值、分值、得分或指标类别中是否有要请人看的

with forms as (
  select * from core.forms
),

indicators as (
  select * from staging.stg_indicators
),

indicator_values as (
  select * from core.indicator_values
),

joined as (
  select
    indicators.form_id,
    indicators.seq,
    forms.fiscal_year,
    forms.department,
    forms.implementing_unit,
    forms.project_name,
    forms.form_type,
    indicators.level1,
    indicators.level2,
    case when indicators.score is not null then indicators.weight end as scored_weight,
    case when indicators.weight is not null then indicators.score end as scored,
    case when indicator_values.attained is not null then indicators.weight end as judged_weight,
    case
      when indicator_values.attained then indicators.weight
      when indicator_values.attained = false and indicators.weight is not null then 0
    end as attained_weight,
    indicators.score - indicator_values.rule_score as rule_gap,
    case when indicators.score is not null and indicator_values.rule_score is not null then indicators.weight end
      as ruled_weight,
    indicator_values.attained,
    indicator_values.doubtful
  from indicators
  inner join forms on indicators.form_id = forms.form_id
  inner join indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
)

select * from joined

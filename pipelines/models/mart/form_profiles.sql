-- 每张表单所用的口径，由它自己所印的推得，一张一行：分值的分配、执行率的分母、资金来源的各行。口径不同的表单不可直接相比。
--
-- form_id: 表单编号
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- form_type: 表单类型：project 项目支出，transfer 转移支付，overall 部门整体支出
-- profile: 最近的分值口径，见 mart.profiles；预算执行的分值或成本指标的有无与哪种都不同时为空
-- follows: 各类分值是否与口径完全相同；没有口径时为空
-- execution_weight: 预算执行的分值，分
-- cost_weight: 成本指标的分值，分；有指标缺类别或分值时为空，以下各类同
-- output_weight: 产出指标的分值，分
-- benefit_weight: 效益指标的分值，分
-- satisfaction_weight: 满意度指标的分值，分
-- other_weight: 其他类别的分值，分
-- departing_group: 与口径相差最大的一类
-- departure: 这一类相差多少，分
-- denominator: 所印执行率的分母：adjusted 全年预算数，initial 年初预算数；两种都说得通或都说不通时为空
-- sources: 所印的资金来源，依次以顿号相连
-- amount_unit: 所印金额的单位
-- doubtful: 各指标的类别、分值里是否有要请人看的

with forms as (
  select * from core.forms
),

profiles as (
  select * from staging.stg_form_profiles
),

final as (
  select
    forms.form_id,
    forms.fiscal_year,
    forms.department,
    forms.implementing_unit,
    forms.project_name,
    forms.form_type,
    profiles.profile,
    profiles.departure = 0 as follows,
    profiles.execution_weight,
    profiles.cost_weight,
    profiles.output_weight,
    profiles.benefit_weight,
    profiles.satisfaction_weight,
    profiles.other_weight,
    profiles.departing_group,
    profiles.departure,
    profiles.denominator,
    profiles.sources,
    forms.amount_unit,
    profiles.doubtful
  from forms
  inner join profiles on forms.form_id = profiles.form_id
)

select * from final

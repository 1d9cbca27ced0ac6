-- 看起来考核不出什么的指标，一个指标的一种迹象一行。只含项目支出自评表。是值得问的迹象，不是结论。
--
-- signal: 迹象：exact 完成值恰好等于指标值（指标值为 100% 的不算），over 完成值远超指标值，shrunk 没有达成而分值远小于同表达成的指标
-- form_id: 表单编号
-- seq: 指标序号
-- fiscal_year: 年度
-- department: 主管部门
-- implementing_unit: 实施单位
-- project_name: 项目名称
-- level1: 一级指标
-- name: 三级指标
-- target: 年度指标值
-- actual: 实际完成值
-- weight: 分值，分
-- score: 得分，分
-- measured: 完成值是指标值的百分之几，%；分值很小的为它是同表达成指标平均分值的百分之几，%
-- line: 所在行号
-- doubtful: 所依据的格是否有要请人看的

with judged as (
  select * from staging.stg_judged_indicators
),

indicators as (
  select * from staging.stg_indicators
),

forms as (
  select * from core.forms where form_type = 'project'
),

limits as (
  select
    max(case when name = 'over_attainment_shown' then threshold end) as over_attainment,
    max(case when name = 'small_weight' then threshold end) as small_weight
  from staging.stg_thresholds
),

attained as (
  select
    form_id,
    count(*) as indicators,
    sum(weight) as weight
  from judged
  where attained
    and weight > 0
  group by form_id
),

signals as (
  select 'exact' as signal, form_id, seq, cast(100 as decimal(38, 6)) as measured
  from judged
  where actual_value = target_value
    and not (coalesce(unit, '') in ('%', '百分比') and target_value = 100)
  union all
  select 'over', judged.form_id, judged.seq, percent(judged.actual_value, judged.target_value)
  from judged
  cross join limits
  where judged.attained
    and judged.target_value > 0
    and 100 * judged.actual_value > limits.over_attainment * judged.target_value
  union all
  select 'shrunk', judged.form_id, judged.seq, percent(judged.weight * attained.indicators, attained.weight)
  from judged
  inner join attained on judged.form_id = attained.form_id
  cross join limits
  where judged.attained = false
    and judged.weight > 0
    and 100 * judged.weight * attained.indicators <= limits.small_weight * attained.weight
),

final as (
  select
    signals.signal,
    signals.form_id,
    signals.seq,
    forms.fiscal_year,
    forms.department,
    forms.implementing_unit,
    forms.project_name,
    judged.level1,
    indicators.name,
    judged.target,
    judged.actual,
    judged.weight,
    judged.score,
    signals.measured,
    judged.line,
    judged.doubtful
  from signals
  inner join forms on signals.form_id = forms.form_id
  inner join judged on signals.form_id = judged.form_id and signals.seq = judged.seq
  inner join indicators on signals.form_id = indicators.form_id and signals.seq = indicators.seq
)

select * from final

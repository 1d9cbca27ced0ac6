-- 指标的得分和完成，按一级、二级指标汇总，全年的、各主管部门的和各实施单位的。比率一律为合计之比。只含项目支出自评表。
--
-- @view
-- fiscal_year: 年度
-- scope: 范围：year 全年，department 一个主管部门，unit 一个实施单位
-- department: 主管部门；范围不是主管部门时为空
-- depth: 汇总到哪一级：all 全部指标，level1 一级指标，level2 二级指标
-- level1: 一级指标；汇总到全部时为空
-- level2: 二级指标；没有汇总到二级时为空
-- forms: 表单张数
-- indicators: 指标个数
-- judged_indicators: 说得清是否达成的指标个数
-- attained_indicators: 其中达成的个数
-- lost_indicators: 得分低于分值的指标个数
-- weight: 分值合计，分；缺分值或得分的指标不计
-- score: 得分合计，分；缺分值或得分的指标不计
-- attained_share: 达成的指标占比，%：达成的个数 ÷ 说得清的个数
-- score_rate: 指标得分率，%：指标得分之和 ÷ 指标分值之和
-- rule_gap: 自评比规则多得的分，分：自评得分 − 按评分规则应得的分，各指标相加；负数为少得
-- doubtful_indicators: 存疑的指标个数
-- attained_weight_share: 达成的分值占比，%：达成的分值 ÷ 说得清的分值
-- implementing_unit: 实施单位；范围不是实施单位时为空

with levels as (
  select * from core.score_levels where level in ('year', 'department', 'unit')
),

final as (
  select
    fiscal_year,
    level as scope,
    department,
    depth,
    level1,
    level2,
    forms,
    indicators,
    judged_indicators,
    attained_indicators,
    lost_indicators,
    weight,
    score,
    attained_share,
    score_rate,
    rule_gap,
    doubtful_indicators,
    attained_weight_share,
    implementing_unit
  from levels
)

select * from final

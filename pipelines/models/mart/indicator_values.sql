-- 由年度指标值和实际完成值的文字得出的数、单位、完成程度和按规则应得的分，一个指标一行。
-- 规则为财预〔2020〕10号《项目支出绩效评价管理办法》的单位自评评分方法。读不懂的文字不作猜测，记为 unparsed，各数为空。
--
-- @view
-- form_id: 表单编号
-- seq: 指标序号
-- operator: 指标值的符号：≥、>、=、≤、<，≈ 为左右；原表没有符号时为空
-- target_value: 指标值里的数；一段范围取下限，几个数或日期为空
-- actual_value: 完成值里的数，已折成指标值的单位；单位不能相比时为空
-- unit: 计量单位，同指标值所印；指标值没有单位时取完成值的
-- verdict: 以文字作答的结论：attained 达成，partly_attained 部分达成，not_attained 未达成；完成值照抄指标值的文字视为达成
-- attainment: 完成程度：完成值 ÷ 指标值，≤ 的指标为指标值 ÷ 完成值；结论和日期为 1 或 0，部分达成为空；说不清时为空，见 reason
-- attained: 是否达成：完成值在不在指标值的符号所指一侧；没有符号或为 = 时，成本指标以不超过、其他以不低于为达成，时效指标只认相等；说不清时为空
-- rule_score: 按评分规则应得的分：定量指标达成得满分，未达成为分值 × 完成程度；规则给一段分数时（定性指标、远超指标值），取其中离自评得分最近的一分，所以自评得分减去它就是规则不允许的部分
-- target_kind: 指标值写的是什么：quantity 数，range 范围，ratio 比，date 日期，trend 增减，several 几个数，words 文字，unparsed 读不懂的数，empty 空
-- actual_kind: 完成值写的是什么，取值同 target_kind，另有 verdict 结论
-- target_upper: 指标值为一段范围时的上限
-- rule_score_low: 评分规则允许的最低分：达成为分值的 80%，部分达成为 60%，未达成为 0；远超指标值时为分值 ÷ 完成程度
-- rule_score_high: 评分规则允许的最高分：达成为分值的全部，部分达成为 80%，未达成为 60%
-- reason: 完成程度说不清的原因：no_target 无指标值，no_actual 无完成值，target_unparsed 指标值读不懂，actual_unparsed 完成值读不懂，
--   answers_otherwise 答非所问，nearly_attained 称基本完成而归不进哪一档，units_differ 单位不能相比，percent_or_share 分不清百分数和小数，
--   direction_unclear 没有符号且看不出多好少好，target_approximate 指标值是约数，actual_is_bound 完成值只是上下限，dates_overlap 日期分不出先后，
--   several_values 几个数不能一一对应，no_ratio 不成比例
-- target_date: 指标值里的日期，一段时间取末日；没有年份的作本年度
-- actual_date: 完成值里的日期，一段时间取末日；没有年份的作本年度
-- doubtful: 所依据的指标值、完成值、分值、得分或指标类别中是否有要请人看的

with indicator_values as (
  select * from core.indicator_values
)

select * from indicator_values

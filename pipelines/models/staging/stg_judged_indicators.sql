-- 指标和由它的文字得出的数、评分规则放在一起，一个指标一行，供各项检查取用。
--
-- @table
-- form_id: 表单编号
-- seq: 指标序号
-- what: 指标怎么称呼：名称，名称缺失时为序号
-- level1: 一级指标
-- level2: 二级指标
-- target: 年度指标值
-- actual: 实际完成值
-- weight: 分值，分
-- score: 得分，分
-- line: 所在行号
-- target_value: 指标值里的数
-- actual_value: 完成值里的数，已折成指标值的单位
-- unit: 计量单位
-- verdict: 以文字作答的结论
-- attained: 是否达成
-- rule_score: 按评分规则应得的分
-- rule_score_low: 评分规则允许的最低分
-- rule_score_high: 评分规则允许的最高分
-- target_date: 指标值里的日期
-- actual_date: 完成值里的日期
-- score_place: 得分末位的单位，分
-- doubtful: 指标值、完成值、分值、得分是否有要请人看的

with indicators as (
  select * from staging.stg_indicators
),

indicator_values as (
  select * from staging.stg_indicator_values
),

printed_places as (
  select * from staging.stg_printed_places
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('target', 'actual', 'weight', 'score')
),

judged as (
  select
    indicators.form_id,
    indicators.seq,
    coalesce('指标“' || indicators.name || '”', '第 ' || indicators.seq || ' 个指标') as what,
    indicators.level1,
    indicators.level2,
    indicators.target,
    indicators.actual,
    indicators.weight,
    indicators.score,
    indicators.line,
    indicator_values.target_value,
    indicator_values.actual_value,
    indicator_values.unit,
    indicator_values.verdict,
    indicator_values.attained,
    indicator_values.rule_score,
    indicator_values.rule_score_low,
    indicator_values.rule_score_high,
    indicator_values.target_date,
    indicator_values.actual_date,
    printed_places.score_place,
    doubtful.form_id is not null as doubtful
  from indicators
  inner join indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
  inner join printed_places on indicators.form_id = printed_places.form_id
  left join doubtful
    on indicators.form_id = doubtful.form_id and cast(indicators.seq as varchar) = doubtful.seq
)

select * from judged

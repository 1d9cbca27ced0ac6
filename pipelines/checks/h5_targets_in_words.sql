-- 指标值多是文字，没有数可比：完成与否全凭自己说。一张表单合在一起说。
--
-- form_id: 表单编号
-- seq: 资金来源或指标序号；整张表单为空字符串
-- field: 栏目名
-- severity: 轻重：error 表内自相矛盾，warning 值得一问，info 提示
-- reported: 原表所印
-- expected: 按规则应为
-- measured: 量出的数
-- threshold: 量出的数以此为界
-- amount: 涉及金额，万元
-- message: 说明
-- line: 所在行号
-- doubtful: 所依据的格是否有要请人看的

with indicators as (
  select * from staging.stg_indicators
),

indicator_values as (
  select * from staging.stg_indicator_values
),

forms as (
  select * from staging.stg_printed_forms
),

limits as (
  select
    max(case when name = 'words_share' then threshold end) as share
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('target', 'weight')
),

counted as (
  select
    indicators.form_id,
    count(*) as indicators,
    sum(case when indicator_values.target_kind = 'words' then 1 else 0 end) as in_words,
    sum(case when indicator_values.target_kind = 'words' and indicator_values.verdict = 'attained' then 1 else 0 end)
      as said_attained,
    sum(indicators.weight) as weight,
    sum(case when indicator_values.target_kind = 'words' then indicators.weight end) as weight_in_words
  from indicators
  inner join indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
  group by indicators.form_id
),

findings as (
  select
    counted.form_id,
    '' as seq,
    'target' as field,
    'info' as severity,
    plain_decimal(counted.weight_in_words) as reported,
    cast(null as varchar) as expected,
    percent(counted.weight_in_words, counted.weight) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    counted.indicators || ' 个指标里有 ' || counted.in_words || ' 个的指标值是文字，分值 '
      || plain_decimal(counted.weight_in_words) || ' 分，占指标分值的 '
      || plain_decimal(round(percent(counted.weight_in_words, counted.weight), 2)) || '%，超过 '
      || plain_decimal(limits.share) || '%，其中 ' || counted.said_attained
      || ' 个自评达成，无从核对，请问能否改用可以计量的指标值。' as message,
    forms.first_line as line,
    doubtful.form_id is not null as doubtful
  from counted
  inner join forms on counted.form_id = forms.form_id
  cross join limits
  left join doubtful on counted.form_id = doubtful.form_id
  where 100 * counted.weight_in_words > limits.share * counted.weight
)

select * from findings

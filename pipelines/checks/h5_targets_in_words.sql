-- 指标值多半不能计量：是文字（只说增减而不说多少的也算），没有单位，或写成≥100%（做得再好也分不出高低），完成与否全凭自己说。一张表单合在一起说。
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

judged as (
  select
    indicators.form_id,
    indicators.weight,
    indicator_values.verdict = 'attained' as said_attained,
    case
      when indicator_values.target_kind = 'words' then 'words'
      when indicator_values.target_kind = 'trend' and indicator_values.target_value is null then 'words'
      when indicator_values.target_kind in ('quantity', 'range') and indicator_values.unit is null then 'no_unit'
      when indicator_values.operator in ('≥', '>')
        and indicator_values.unit in ('%', '百分比')
        and indicator_values.target_value = 100 then 'at_the_top'
    end as unmeasured
  from indicators
  inner join indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
),

counted as (
  select
    form_id,
    count(*) as indicators,
    count(case when unmeasured = 'words' then 1 end) as in_words,
    count(case when unmeasured = 'no_unit' then 1 end) as without_unit,
    count(case when unmeasured = 'at_the_top' then 1 end) as at_the_top,
    count(case when unmeasured is not null and said_attained then 1 end) as said_attained,
    sum(weight) as weight,
    sum(case when unmeasured is not null then weight end) as weight_unmeasured
  from judged
  group by form_id
),

findings as (
  select
    counted.form_id,
    '' as seq,
    'target' as field,
    'info' as severity,
    plain_decimal(counted.weight_unmeasured) as reported,
    cast(null as varchar) as expected,
    percent(counted.weight_unmeasured, counted.weight) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    counted.indicators || ' 个指标里，指标值' || concat_ws(
      '，',
      case when counted.in_words > 0 then '是文字的 ' || counted.in_words || ' 个' end,
      case when counted.without_unit > 0 then '没有单位的 ' || counted.without_unit || ' 个' end,
      case when counted.at_the_top > 0 then '写成≥100%、做得再好也分不出高低的 ' || counted.at_the_top || ' 个' end
    ) || '，分值共 ' || plain_decimal(counted.weight_unmeasured) || ' 分，占指标分值的 '
      || plain_decimal(round(percent(counted.weight_unmeasured, counted.weight), 2)) || '%，超过 '
      || plain_decimal(limits.share) || '%'
      || case when counted.said_attained > 0 then '，其中 ' || counted.said_attained || ' 个自评达成，无从核对' else '' end
      || '，请问能否改用可以计量的指标值。' as message,
    forms.first_line as line,
    doubtful.form_id is not null as doubtful
  from counted
  inner join forms on counted.form_id = forms.form_id
  cross join limits
  left join doubtful on counted.form_id = doubtful.form_id
  where 100 * counted.weight_unmeasured > limits.share * counted.weight
)

select * from findings

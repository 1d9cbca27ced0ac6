-- 完成值答的不是指标值所问：问多少而答一个日期，问何时而答一个数，一类。一张表单说一次。
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

with judged as (
  select
    indicators.form_id,
    indicators.seq,
    indicators.name,
    indicators.target,
    indicators.actual,
    indicators.line
  from staging.stg_indicators as indicators
  inner join staging.stg_indicator_values as indicator_values
    on indicators.form_id = indicator_values.form_id and indicators.seq = indicator_values.seq
  where indicator_values.reason = 'answers_otherwise'
),

doubtful as (
  select distinct form_id, seq
  from staging.stg_cell_flags
  where asks_person
    and record = 'indicator'
    and field in ('target', 'actual')
),

by_form as (
  select
    judged.form_id,
    count(*) as indicators,
    min(judged.seq) as first_seq,
    min_by(judged.name, judged.seq) as name,
    min_by(judged.target, judged.seq) as target,
    min_by(judged.actual, judged.seq) as actual,
    min_by(judged.line, judged.seq) as line,
    bool_or(doubtful.form_id is not null) as doubtful
  from judged
  left join doubtful on judged.form_id = doubtful.form_id and cast(judged.seq as varchar) = doubtful.seq
  group by judged.form_id
),

findings as (
  select
    form_id,
    cast(first_seq as varchar) as seq,
    'actual' as field,
    'warning' as severity,
    actual as reported,
    target as expected,
    cast(indicators as decimal(38, 6)) as measured,
    cast(0 as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    indicators || ' 个指标的完成值答的不是所问，例如'
      || coalesce('“' || name || '”', '第 ' || first_seq || ' 个指标') || '的指标值为“' || target || '”，完成值为“'
      || actual || '”，无从判断是否达成，请问实际完成多少。' as message,
    line,
    doubtful
  from by_form
)

select * from findings

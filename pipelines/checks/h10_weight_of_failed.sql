-- 没有达成的指标分值远小于同表达成的指标，没有达成也几乎不扣分。一张表单合在一起说。
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
  select * from staging.stg_judged_indicators where weight > 0
),

limits as (
  select
    max(case when name = 'small_weight' then threshold end) as share
  from staging.stg_thresholds
),

attained as (
  select
    form_id,
    count(*) as indicators,
    sum(weight) as weight
  from judged
  where attained
  group by form_id
),

failed as (
  select
    judged.form_id,
    count(*) as indicators,
    sum(judged.weight) as weight,
    max(judged.weight) as largest,
    min(judged.line) as first_line,
    min_by(judged.what, judged.seq) as example,
    count(case when judged.doubtful then 1 end) > 0 as doubtful
  from judged
  inner join attained on judged.form_id = attained.form_id
  cross join limits
  where judged.attained = false
    and 100 * judged.weight * attained.indicators <= limits.share * attained.weight
  group by judged.form_id
),

findings as (
  select
    failed.form_id,
    '' as seq,
    'weight' as field,
    'warning' as severity,
    plain_decimal(failed.weight) as reported,
    cast(null as varchar) as expected,
    percent(failed.largest * attained.indicators, attained.weight) as measured,
    cast(limits.share as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    failed.indicators || ' 个没有达成的指标（如' || failed.example || '）分值合计只有 ' || plain_decimal(failed.weight)
      || ' 分，单个至多 ' || plain_decimal(failed.largest) || ' 分，而达成的 ' || attained.indicators || ' 个合计 '
      || plain_decimal(attained.weight) || ' 分，没有达成几乎不影响总分，请问这些分值是何时、为何定得这样低。' as message,
    failed.first_line as line,
    failed.doubtful
  from failed
  inner join attained on failed.form_id = attained.form_id
  cross join limits
)

select * from findings

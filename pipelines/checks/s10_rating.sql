-- 评分等级与总分相符：优不低于 90 分，良不低于 80 分，中不低于 60 分，其余为差。
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

with forms as (
  select * from staging.stg_printed_forms
),

limits as (
  select
    max(case when name = 'rating_excellent' then threshold end) as excellent,
    max(case when name = 'rating_good' then threshold end) as good,
    max(case when name = 'rating_fair' then threshold end) as fair
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field in ('total_score', 'rating')
),

rated as (
  select
    forms.*,
    case
      when forms.total_score >= limits.excellent then '优'
      when forms.total_score >= limits.good then '良'
      when forms.total_score >= limits.fair then '中'
      else '差'
    end as expected_rating,
    case forms.rating
      when '优' then limits.excellent
      when '良' then limits.good
      when '中' then limits.fair
      else 0
    end as rating_from
  from forms
  cross join limits
  where forms.total_score is not null
    and forms.rating is not null
),

findings as (
  select
    rated.form_id,
    '' as seq,
    'rating' as field,
    'error' as severity,
    rated.rating as reported,
    rated.expected_rating as expected,
    cast(rated.total_score as decimal(38, 6)) as measured,
    cast(rated.rating_from as decimal(38, 6)) as threshold,
    cast(null as decimal(38, 6)) as amount,
    '总分 ' || plain_decimal(rated.total_score) || ' 分，等级应为' || rated.expected_rating || '，表上印作'
      || rated.rating || '，请核对总分和等级。' as message,
    rated.rating_line as line,
    doubtful.form_id is not null as doubtful
  from rated
  left join doubtful on rated.form_id = doubtful.form_id
  where rated.rating <> rated.expected_rating
)

select * from findings

-- 实际完成情况照抄预期目标。相似度按相邻两字的重合计算，标点和空格不计；太短的文字不比。
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
    max(case when name = 'text_alike_shown' then threshold end) as shown,
    max(case when name = 'text_alike_asked' then threshold end) as asked,
    max(case when name = 'text_length' then threshold end) as text_length
  from staging.stg_thresholds
),

doubtful as (
  select distinct form_id
  from staging.stg_cell_flags
  where asks_person
    and record = 'form'
    and field in ('expected_goal', 'actual_outcome')
),

compared as (
  select
    forms.*,
    cast(100 * text_similarity(forms.expected_goal, forms.actual_outcome) as decimal(38, 6)) as alike,
    limits.shown,
    limits.asked
  from forms
  cross join limits
  where length(forms.expected_goal) >= limits.text_length
    and length(forms.actual_outcome) >= limits.text_length
),

findings as (
  select
    compared.form_id,
    '' as seq,
    'actual_outcome' as field,
    case when compared.alike >= compared.asked then 'warning' else 'info' end as severity,
    compared.actual_outcome as reported,
    cast(null as varchar) as expected,
    compared.alike as measured,
    cast(case when compared.alike >= compared.asked then compared.asked else compared.shown end as decimal(38, 6))
      as threshold,
    cast(null as decimal(38, 6)) as amount,
    '实际完成情况与预期目标的相似度为 ' || plain_decimal(round(compared.alike, 2)) || '%，达到 '
      || plain_decimal(case when compared.alike >= compared.asked then compared.asked else compared.shown end)
      || '%，看不出实际做了什么，请问完成了哪些工作、数量多少。' as message,
    compared.actual_outcome_line as line,
    doubtful.form_id is not null as doubtful
  from compared
  left join doubtful on compared.form_id = doubtful.form_id
  where compared.alike >= compared.shown
)

select * from findings

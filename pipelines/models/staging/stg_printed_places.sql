-- 每张表单的数印到哪一位，由所印的数推得：取整使所印的数与真值有出入，检查只能查到这个出入以外。
-- 金额看一张表单，执行率和得分看整份文件；印得最细的一个数说明印到哪一位。
--
-- @table
-- form_id: 表单编号
-- amount_half: 金额末位的一半，万元：四舍五入至多差这么多
-- rate_place: 执行率末位的单位，%
-- score_place: 得分末位的单位，分

with forms as (
  select * from staging.stg_printed_forms
),

funding as (
  select * from staging.stg_funding
),

indicators as (
  select * from staging.stg_indicators
),

amounts as (
  select form_id, unnest([initial_budget, adjusted_budget, executed]) as amount
  from funding
),

amount_places as (
  select
    form_id,
    max(length(rtrim(split_part(cast(amount as varchar), '.', 2), '0'))) as places
  from amounts
  group by form_id
),

rates as (
  select forms.document_id, funding.reported_execution_rate as rate
  from funding
  inner join forms using (form_id)
),

rate_places as (
  select
    document_id,
    max(length(rtrim(split_part(cast(rate as varchar), '.', 2), '0'))) as places
  from rates
  group by document_id
),

scores as (
  select forms.document_id, funding.reported_score as score
  from funding
  inner join forms using (form_id)
  union all
  select forms.document_id, indicators.score
  from indicators
  inner join forms using (form_id)
),

score_places as (
  select
    document_id,
    max(length(rtrim(split_part(cast(score as varchar), '.', 2), '0'))) as places
  from scores
  group by document_id
),

printed_places as (
  select
    forms.form_id,
    cast(
      case
        when forms.amount_unit = '亿元' then 50
        when forms.amount_unit = '元' and coalesce(amount_places.places, 0) <= 4 then 0.00005
        when coalesce(amount_places.places, 0) <= 2 and forms.amount_unit = '万元' then 0.005
        when amount_places.places = 3 and forms.amount_unit = '万元' then 0.0005
        when amount_places.places = 4 and forms.amount_unit = '万元' then 0.00005
        else 0.000001
      end as decimal(24, 6)
    ) as amount_half,
    cast(
      case coalesce(rate_places.places, 0) when 0 then 1 when 1 then 0.1 else 0.01 end as decimal(12, 6)
    ) as rate_place,
    cast(
      case coalesce(score_places.places, 0) when 0 then 1 when 1 then 0.1 else 0.01 end as decimal(12, 6)
    ) as score_place
  from forms
  left join amount_places using (form_id)
  left join rate_places using (document_id)
  left join score_places using (document_id)
)

select * from printed_places

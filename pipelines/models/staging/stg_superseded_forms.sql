-- 同一项目在两份文件里的，一张一行：不计入汇总的这一张，和计入的另一张。
-- 年度、实施单位、项目和类型都相同，文件不同，且年度资金总额的全年预算数或全年执行数相同（不为 0），或一半以上的指标名称和指标值相同，就是同一项目。
-- 计入的是读得好的一张，依次比：要请人看的格少，分值和得分合计相符，指标多，后读入，路径在后。
--
-- @table
-- form_id: 不计入的表单编号
-- kept_form_id: 计入的表单编号
-- reason: 为何取另一张：flags 要请人看的格少，sums 合计相符，indicators 指标多，later 读得一样好，取后读入或路径在后的

with forms as (
  select * from staging.stg_named_forms
  where fiscal_year is not null
    and implementing_unit is not null
    and project_name is not null
),

repeated as (
  select fiscal_year, implementing_unit, project_name, form_type
  from forms
  group by fiscal_year, implementing_unit, project_name, form_type
  having count(distinct document_id) > 1
),

documents as (
  select document_id, path, ingested_at from staging.stg_documents
),

totals as (
  select form_id, adjusted_budget, executed from staging.stg_funding where source = 'total'
),

flag_counts as (
  select
    form_id,
    count(*) as flags
  from staging.stg_cell_flags
  where asks_person
  group by form_id
),

-- Of these forms alone: what is printed in many forms would otherwise be joined with all of them.
repeated_forms as (
  select forms.form_id
  from forms
  inner join repeated
    on forms.fiscal_year = repeated.fiscal_year
    and forms.implementing_unit = repeated.implementing_unit
    and forms.project_name = repeated.project_name
    and forms.form_type = repeated.form_type
),

indicators as (
  select form_id, name, target
  from staging.stg_indicators
  where name is not null
    and form_id in (select form_id from repeated_forms)
),

indicator_counts as (
  select form_id, count(*) as indicators from indicators group by form_id
),

candidates as (
  select
    forms.form_id,
    forms.document_id,
    forms.fiscal_year,
    forms.implementing_unit,
    forms.project_name,
    forms.form_type,
    totals.adjusted_budget,
    totals.executed,
    coalesce(flag_counts.flags, 0) as flags,
    case
      when coalesce(forms.weights_sum_ok_as_read, false) and coalesce(forms.scores_sum_ok_as_read, false) then 0 else 1
    end as broken_sums,
    coalesce(indicator_counts.indicators, 0) as indicators,
    documents.ingested_at,
    documents.path
  from forms
  inner join repeated
    on forms.fiscal_year = repeated.fiscal_year
    and forms.implementing_unit = repeated.implementing_unit
    and forms.project_name = repeated.project_name
    and forms.form_type = repeated.form_type
  inner join documents on forms.document_id = documents.document_id
  left join totals on forms.form_id = totals.form_id
  left join flag_counts on forms.form_id = flag_counts.form_id
  left join indicator_counts on forms.form_id = indicator_counts.form_id
),

ranked as (
  select
    *,
    row_number() over (
      partition by fiscal_year, implementing_unit, project_name, form_type
      order by flags, broken_sums, indicators desc, ingested_at desc, path desc, form_id
    ) as place
  from candidates
),

pairs as (
  select
    worse.form_id,
    better.form_id as kept_form_id,
    better.place,
    case
      when better.flags < worse.flags then 'flags'
      when better.broken_sums < worse.broken_sums then 'sums'
      when better.indicators > worse.indicators then 'indicators'
      else 'later'
    end as reason,
    coalesce(better.adjusted_budget = worse.adjusted_budget and worse.adjusted_budget <> 0, false)
      or coalesce(better.executed = worse.executed and worse.executed <> 0, false) as same_money,
    worse.indicators as indicators
  from ranked as worse
  inner join ranked as better
    on worse.fiscal_year = better.fiscal_year
    and worse.implementing_unit = better.implementing_unit
    and worse.project_name = better.project_name
    and worse.form_type = better.form_type
    and worse.document_id <> better.document_id
    and better.place < worse.place
),

-- Pairs with the same money are told without looking at their indicators, and there are far fewer of the others.
common_indicators as (
  select
    pairs.form_id,
    pairs.kept_form_id,
    count(distinct one.name) as common
  from pairs
  inner join indicators as one on pairs.form_id = one.form_id
  inner join indicators as other
    on pairs.kept_form_id = other.form_id
    and one.name = other.name
    and one.target is not distinct from other.target
  where not pairs.same_money
  group by pairs.form_id, pairs.kept_form_id
),

same_projects as (
  select
    pairs.form_id,
    pairs.kept_form_id,
    pairs.reason,
    row_number() over (partition by pairs.form_id order by pairs.place) as choice
  from pairs
  left join common_indicators
    on pairs.form_id = common_indicators.form_id and pairs.kept_form_id = common_indicators.kept_form_id
  where pairs.same_money
    or (pairs.indicators > 0 and 2 * coalesce(common_indicators.common, 0) > pairs.indicators)
)

select
  form_id,
  kept_form_id,
  reason
from same_projects
where choice = 1

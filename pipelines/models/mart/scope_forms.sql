-- 简报各范围的表单和它们信得过多少，一个范围一年一行。只含项目支出自评表。
--
-- level: 范围的级别：year 全年，department 主管部门，unit 实施单位
-- fiscal_year: 年度
-- department: 主管部门；全年为空
-- implementing_unit: 实施单位；全年和主管部门为空
-- departments: 主管部门个数
-- units: 实施单位个数
-- documents: 来源文件份数
-- forms: 表单张数
-- indicators: 指标个数
-- excellent: 自评等级为优的张数
-- good: 为良的张数
-- fair: 为中的张数
-- poor: 为差的张数
-- unrated: 没有等级或等级读不懂的张数
-- highest_score: 最高的自评总分，分
-- lowest_score: 最低的自评总分，分
-- flagged_cells: 要请人看的格数
-- flagged_forms: 有这样的格的表单张数
-- doubtful_names: 项目名称或实施单位名称要请人看的表单张数

with scopes as (
  select * from core.scopes
),

forms as (
  select * from core.forms
),

doubtful_names as (
  select distinct form_id
  from core.cell_flags
  where record = 'form' and field in ('project_name', 'implementing_unit') and asks_person
),

joined as (
  select
    scopes.level,
    scopes.fiscal_year,
    scopes.department,
    scopes.implementing_unit,
    forms.department as department_of_form,
    forms.implementing_unit as unit_of_form,
    forms.document_id,
    forms.rating,
    forms.total_score,
    forms.indicator_count,
    forms.flagged_cells,
    doubtful_names.form_id as doubtful_name
  from scopes
  inner join forms on scopes.form_id = forms.form_id
  left join doubtful_names on scopes.form_id = doubtful_names.form_id
),

counted as (
  select
    level,
    fiscal_year,
    department,
    implementing_unit,
    count(distinct department_of_form) as departments,
    count(distinct unit_of_form) as units,
    count(distinct document_id) as documents,
    count(*) as forms,
    sum(indicator_count) as indicators,
    count(case when rating = '优' then 1 end) as excellent,
    count(case when rating = '良' then 1 end) as good,
    count(case when rating = '中' then 1 end) as fair,
    count(case when rating = '差' then 1 end) as poor,
    count(case when rating is null or rating not in ('优', '良', '中', '差') then 1 end) as unrated,
    max(total_score) as highest_score,
    min(total_score) as lowest_score,
    sum(flagged_cells) as flagged_cells,
    count(case when flagged_cells > 0 then 1 end) as flagged_forms,
    count(doubtful_name) as doubtful_names
  from joined
  group by level, fiscal_year, department, implementing_unit
)

select * from counted

-- 单位、部门和项目的目录，一个名称一行：有几种写法、多少张表单、从哪年到哪年。
--
-- kind: 什么的名称：unit 实施单位，department 主管部门，project 项目
-- name: 名称，各种汇总里用的就是它
-- spellings: 写法有几种
-- forms: 表单张数，同一项目重复的也算
-- first_year: 最早的年度；没有年度时为空
-- last_year: 最晚的年度；没有年度时为空

with spellings as (
  select * from staging.stg_names
),

forms as (
  select * from core.all_forms
),

used as (
  select 'unit' as kind, implementing_unit as name, fiscal_year from forms where implementing_unit is not null
  union all
  select 'department', department, fiscal_year from forms where department is not null
  union all
  select 'project', project_name, fiscal_year from forms where project_name is not null
),

years as (
  select
    kind,
    name,
    count(*) as forms,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year
  from used
  group by kind, name
),

spelling_counts as (
  select
    kind,
    name,
    count(*) as spellings
  from spellings
  group by kind, name
),

final as (
  select
    spelling_counts.kind,
    spelling_counts.name,
    spelling_counts.spellings,
    years.forms,
    years.first_year,
    years.last_year
  from spelling_counts
  inner join years on spelling_counts.kind = years.kind and spelling_counts.name = years.name
)

select * from final

-- 相像而没有归到一起的名称，一对一行，供人定夺：同一主管部门的单位，或两个主管部门，六个字以上而相差一两个字；
-- 同一单位的项目，四个字以上相差一个字，或八个字以上相差两个字。数字、方位、天干一类用来区别的字不同的不算。
-- 同一年两个都有的，多半是两个（教育局和体育局）：单位和部门要少的一个不到多的十分之一才列，项目不列。
--
-- @table
-- kind: 什么的名称：unit 实施单位，department 主管部门，project 项目
-- within: 在谁之下：单位为主管部门，项目为实施单位；主管部门为空字符串
-- name: 用得多的名称
-- similar_name: 与它相像的名称
-- distance: 相差几个字
-- forms: 前者的表单张数
-- similar_forms: 后者的表单张数

with forms as (
  select * from staging.stg_forms
),

uses as (
  select 'unit' as kind, department as within, implementing_unit as name, fiscal_year, form_id
  from forms
  where implementing_unit is not null
    and department is not null
  union all
  select 'department', '', department, fiscal_year, form_id
  from forms
  where department is not null
  union all
  select 'project', implementing_unit, project_name, fiscal_year, form_id
  from forms
  where implementing_unit is not null
    and project_name is not null
),

names as (
  select
    kind,
    within,
    name,
    count(*) as forms,
    list(distinct fiscal_year) filter (fiscal_year is not null) as years
  from uses
  group by kind, within, name
),

pairs as (
  select
    more.kind,
    more.within,
    more.name,
    less.name as similar_name,
    name_distance(more.name, less.name) as distance,
    more.forms,
    less.forms as similar_forms
  from names as more
  inner join names as less
    on more.kind = less.kind
    and more.within = less.within
    and (more.forms > less.forms or (more.forms = less.forms and more.name < less.name))
    and abs(length(more.name) - length(less.name)) <= 2
    -- DuckDB counts bytes, up to four a character: what is further apart by bytes need not be looked at.
    and levenshtein(more.name, less.name) <= 8
  where least(length(more.name), length(less.name)) >= case when more.kind = 'project' then 4 else 6 end
    and (not list_has_any(more.years, less.years) or (more.kind <> 'project' and 10 * less.forms < more.forms))
),

near as (
  select * from pairs
  where distance <= case when kind = 'project' and least(length(name), length(similar_name)) < 8 then 1 else 2 end
)

select * from near

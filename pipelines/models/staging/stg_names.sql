-- 单位、部门和项目的目录，一种写法一行，和它归到的名称。归到一起的规则：
-- 一、去掉空格、“(汇总)”和名称前后的编码（219001-某局），括号和全角半角统一以后相同的，是同一个名称；
-- 二、部门的名称，或同一部门的单位的名称，只少一个字，这个字不是数字、方位、天干一类用来区别的字，六个字以上，且只有一个名称可归的，是同一个名称漏了字；
-- 同一年的同一项目两个名称各填一张而金额不同的，或在同一份文件里的，是两个单位（和平小学、和平路小学）。
-- 其余的只是相像，列在 mart.similar_names 里请人定夺。显示的名称取用得最多的写法。
--
-- @table
-- kind: 什么的名称：unit 实施单位，department 主管部门，project 项目
-- printed: 所印的写法
-- name: 归到的名称
-- reason: 与归到的名称有何不同：same 相同，consolidated 带“汇总”，code 带编码，writing 括号、空格或全角半角不同，lost_character 漏了一个字
-- forms: 这种写法的表单张数

with forms as (
  select * from staging.stg_printed_forms
),

printed_names as (
  select 'unit' as kind, implementing_unit as printed, count(*) as forms
  from forms
  where implementing_unit is not null
  group by implementing_unit
  union all
  select 'department', department, count(*)
  from forms
  where department is not null
  group by department
  union all
  select 'project', project_name, count(*)
  from forms
  where project_name is not null
  group by project_name
),

keyed as (
  select
    kind,
    printed,
    forms,
    coalesce(name_key(printed), printed) as key
  from printed_names
),

keys as (
  select
    kind,
    key,
    sum(forms) as forms
  from keyed
  group by kind, key
),

-- A unit is only looked for among those of the same department: in a province all pairs would be too many.
departments_of_units as (
  select distinct
    'unit' as kind,
    coalesce(name_key(implementing_unit), implementing_unit) as key,
    coalesce(name_key(department), department) as department
  from forms
  where implementing_unit is not null
    and department is not null
),

places as (
  select * from departments_of_units
  union all
  select kind, key, '' from keys where kind = 'department'
),

lost_characters as (
  select
    shorter.kind,
    shorter.key,
    longer.key as whole_key
  from places as shorter
  inner join places as longer
    on shorter.kind = longer.kind
    and shorter.department = longer.department
    and length(longer.key) = length(shorter.key) + 1
  where length(shorter.key) >= 6
    and lost_character(shorter.key, longer.key) is not null
),

forms_of_units as (
  select
    coalesce(name_key(forms.implementing_unit), forms.implementing_unit) as key,
    forms.document_id,
    forms.fiscal_year,
    forms.project_name,
    totals.adjusted_budget
  from forms
  left join staging.stg_funding as totals on forms.form_id = totals.form_id and totals.source = 'total'
),

-- One unit does not file a project twice in a year, with other money or side by side in one file.
neighbours as (
  select distinct
    lost_characters.key,
    lost_characters.whole_key
  from lost_characters
  inner join forms_of_units as one on lost_characters.key = one.key
  inner join forms_of_units as other
    on lost_characters.whole_key = other.key
    and one.fiscal_year = other.fiscal_year
    and one.project_name = other.project_name
    and (one.document_id = other.document_id or one.adjusted_budget <> other.adjusted_budget)
  where lost_characters.kind = 'unit'
),

-- A name that may have lost a character of two others belongs to neither.
whole_keys as (
  select
    kind,
    key,
    max(whole_key) as whole_key
  from lost_characters
  where not exists (
    select 1 from neighbours
    where lost_characters.kind = 'unit'
      and lost_characters.key = neighbours.key
      and lost_characters.whole_key = neighbours.whole_key
  )
  group by kind, key
  having count(distinct whole_key) = 1
),

aliases as (
  select whole_keys.*
  from whole_keys
  inner join keys as shorter on whole_keys.kind = shorter.kind and whole_keys.key = shorter.key
  inner join keys as longer on whole_keys.kind = longer.kind and whole_keys.whole_key = longer.key
  where longer.forms >= shorter.forms
    and not exists (
      select 1 from whole_keys as further
      where further.kind = whole_keys.kind and further.key = whole_keys.whole_key
    )
),

grouped as (
  select
    keyed.*,
    coalesce(aliases.whole_key, keyed.key) as group_key,
    aliases.key is not null as lost,
    case
      when aliases.key is not null then 'lost_character'
      when keyed.printed like '%汇总%' then 'consolidated'
      when length(regexp_replace(keyed.printed, '\s', '', 'g')) > length(keyed.key) then 'code'
      else 'writing'
    end as reason
  from keyed
  left join aliases on keyed.kind = aliases.kind and keyed.key = aliases.key
),

named as (
  select
    *,
    coalesce(
      first_value(case when reason = 'writing' then printed end) over (
        partition by kind, group_key
        order by case when reason = 'writing' then 0 else 1 end, forms desc, length(printed), printed
      ),
      group_key
    ) as name
  from grouped
)

select
  kind,
  printed,
  name,
  case when printed = name then 'same' else reason end as reason,
  forms
from named

-- 两边的表单对到一起，一张一行：编号相同的就是同一张；文件换过而编号变了的，按年度、实施单位、项目、类型对上，几张同名的按次序。
-- 只有一边有的，另一边为空。

with before_forms as (
  select * from before.mart.forms
),

after_forms as (
  select * from after.mart.forms
),

before_left as (
  select
    form_id,
    fiscal_year,
    implementing_unit,
    project_name,
    form_type,
    row_number() over (partition by fiscal_year, implementing_unit, project_name, form_type order by form_id) as nth
  from before_forms
  where form_id not in (select form_id from after_forms)
),

after_left as (
  select
    form_id,
    fiscal_year,
    implementing_unit,
    project_name,
    form_type,
    row_number() over (partition by fiscal_year, implementing_unit, project_name, form_type order by form_id) as nth
  from after_forms
  where form_id not in (select form_id from before_forms)
),

paired as (
  select
    before_forms.form_id as before_id,
    after_forms.form_id as after_id
  from before_forms
  inner join after_forms on before_forms.form_id = after_forms.form_id
  union all
  select
    before_left.form_id,
    after_left.form_id
  from before_left
  full outer join after_left
    on before_left.fiscal_year is not distinct from after_left.fiscal_year
    and before_left.implementing_unit is not distinct from after_left.implementing_unit
    and before_left.project_name is not distinct from after_left.project_name
    and before_left.form_type = after_left.form_type
    and before_left.nth = after_left.nth
),

with_readers as (
  select
    paired.before_id,
    paired.after_id,
    case
      when paired.before_id is null then 'document_added'
      when paired.after_id is null then 'document_removed'
      when paired.before_id <> paired.after_id then 'document_replaced'
      when before_documents.reader_version <> after_documents.reader_version then 'reader'
    end as cause
  from paired
  left join before.raw.forms as before_raw on paired.before_id = before_raw.form_id
  left join before.raw.documents as before_documents on before_raw.document_id = before_documents.document_id
  left join after.raw.forms as after_raw on paired.after_id = after_raw.form_id
  left join after.raw.documents as after_documents on after_raw.document_id = after_documents.document_id
)

select * from with_readers

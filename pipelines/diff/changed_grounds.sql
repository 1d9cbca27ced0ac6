-- 所依据的东西里不同的，一样一行：来源文件、更正、界限、口径、规则、读取程序。

with before_documents as (
  select * from before.raw.documents
),

after_documents as (
  select * from after.raw.documents
),

documents as (
  select
    case
      when earlier.path is null then 'document_added'
      when later.path is null then 'document_removed'
      when earlier.sha256 <> later.sha256 then 'document_replaced'
      else 'reader'
    end as cause,
    coalesce(later.path, earlier.path) as what,
    case when earlier.sha256 = later.sha256 then earlier.reader_version else earlier.forms || ' 张表' end as before,
    case when earlier.sha256 = later.sha256 then later.reader_version else later.forms || ' 张表' end as after
  from before_documents as earlier
  full outer join after_documents as later using (path)
  where earlier.sha256 is distinct from later.sha256
    or earlier.reader_version <> later.reader_version
),

corrections as (
  select
    'correction' as cause,
    concat_ws(' ', form_id, record, nullif(seq, ''), field) as what,
    case when earlier.line is not null then coalesce(earlier.value, '（空）') end as before,
    case when later.line is not null then coalesce(later.value, '（空）') end as after
  from before.raw.corrections as earlier
  full outer join after.raw.corrections as later using (form_id, record, seq, field)
  where earlier.line is null
    or later.line is null
    or earlier.value is distinct from later.value
),

thresholds as (
  select
    'threshold' as cause,
    name as what,
    regexp_replace(cast(earlier.value as varchar), '\.?0+$', '') as before,
    regexp_replace(cast(later.value as varchar), '\.?0+$', '') as after
  from before.mart.thresholds as earlier
  full outer join after.mart.thresholds as later using (name)
  where earlier.value is distinct from later.value
),

profiles as (
  select
    'profile' as cause,
    profile as what,
    earlier.source as before,
    later.source as after
  from before.mart.profiles as earlier
  full outer join after.mart.profiles as later using (profile)
  where (earlier.source, earlier.execution_weight, earlier.cost_weight, earlier.output_weight, earlier.benefit_weight,
    earlier.satisfaction_weight) is distinct from (later.source, later.execution_weight, later.cost_weight,
    later.output_weight, later.benefit_weight, later.satisfaction_weight)
),

rules as (
  select
    'rule' as cause,
    rule || ' ' || coalesce(later.name, earlier.name) as what,
    earlier.version as before,
    later.version as after
  from before.mart.rules as earlier
  full outer join after.mart.rules as later using (rule)
  where earlier.version is distinct from later.version
),

grounds as (
  select * from documents
  union all
  select * from corrections
  union all
  select * from thresholds
  union all
  select * from profiles
  union all
  select * from rules
)

select * from grounds
order by
  list_position(
    ['document_added', 'document_removed', 'document_replaced', 'reader', 'correction', 'threshold', 'profile', 'rule'],
    cause
  ),
  what

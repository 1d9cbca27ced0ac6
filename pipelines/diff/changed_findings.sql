-- 问题里新出现的、消失的、数字或轻重变了的、决定变了的，一个问题一行，和原因。

with before_findings as (
  select
    -- The file was replaced: the finding's id follows the form's.
    case
      when pairs.before_id <> pairs.after_id then replace(findings.finding_id, pairs.before_id, pairs.after_id)
      else findings.finding_id
    end as finding_id,
    coalesce(pairs.after_id, findings.form_id) as form_id,
    findings.* exclude (finding_id, form_id)
  from before.mart.findings as findings
  left join form_pairs as pairs on findings.form_id = pairs.before_id
),

after_findings as (
  select * from after.mart.findings
),

different as (
  select
    finding_id,
    coalesce(later.rule, earlier.rule) as rule,
    coalesce(later.form_id, earlier.form_id) as form_id,
    coalesce(later.fiscal_year, earlier.fiscal_year) as fiscal_year,
    coalesce(later.implementing_unit, earlier.implementing_unit) as implementing_unit,
    coalesce(later.project_name, earlier.project_name) as project_name,
    coalesce(later.message, earlier.message) as message,
    case
      when earlier.rule is null then 'appeared'
      when later.rule is null then 'gone'
      when earlier.figures <> later.figures or earlier.severity <> later.severity then 'changed'
      else 'decided'
    end as change,
    earlier.severity as severity_before,
    later.severity as severity_after,
    earlier.decision || ' ' || earlier.decision_state as decision_before,
    later.decision || ' ' || later.decision_state as decision_after,
    earlier.threshold is not null and later.threshold is not null and earlier.threshold <> later.threshold
      as other_threshold
  from before_findings as earlier
  full outer join after_findings as later using (finding_id)
  where earlier.rule is null
    or later.rule is null
    or earlier.figures <> later.figures
    or earlier.severity <> later.severity
    or earlier.decision is distinct from later.decision
    or earlier.decision_state is distinct from later.decision_state
),

-- Another file's form of the same project counts now, or counts no longer.
newly_superseded as (
  (select form_id from after.mart.superseded_forms except select form_id from before.mart.superseded_forms)
  union all
  (select form_id from before.mart.superseded_forms except select form_id from after.mart.superseded_forms)
),

form_changes as (
  select coalesce(after_id, before_id) as form_id, cause from form_pairs where before_id is null or after_id is null
  union
  select form_id, cause from changed_cells
  union
  select form_id, 'superseded' from newly_superseded
),

-- What compares forms may have changed with any form of its year.
year_changes as (
  select distinct
    coalesce(later.fiscal_year, earlier.fiscal_year) as fiscal_year,
    form_changes.cause
  from form_changes
  left join after.mart.forms as later using (form_id)
  left join before.mart.forms as earlier using (form_id)
),

rules as (
  select later.rule
  from after.mart.rules as later
  left join before.mart.rules as earlier using (rule)
  where earlier.version is distinct from later.version
),

thresholds as (
  select count(*) > 0 as changed
  from after.mart.thresholds as later
  full outer join before.mart.thresholds as earlier using (name)
  where earlier.value is distinct from later.value
),

profiles as (
  select count(*) > 0 as changed
  from (
    (select * exclude (forms, following_forms, largest_departure) from before.mart.profiles
      except select * exclude (forms, following_forms, largest_departure) from after.mart.profiles)
    union all
    (select * exclude (forms, following_forms, largest_departure) from after.mart.profiles
      except select * exclude (forms, following_forms, largest_departure) from before.mart.profiles)
  )
),

versions as (
  select
    (select rules_version from before.mart.run) is distinct from (select rules_version from after.mart.run) as changed
),

with_causes as (
  select
    different.*,
    list_sort(list_distinct(
      coalesce(list(form_changes.cause) filter (form_changes.cause is not null), [])
      || coalesce(list(year_changes.cause) filter (year_changes.cause is not null), [])
      || case when bool_or(different.rule in (select rule from rules)) then ['rule'] else [] end
      || case when bool_or(different.other_threshold) then ['threshold'] else [] end
    )) as found
  from different
  left join form_changes on different.form_id = form_changes.form_id
  left join year_changes
    on different.form_id is null and different.fiscal_year is not distinct from year_changes.fiscal_year
  group by all
)

select
  with_causes.finding_id,
  with_causes.change,
  with_causes.rule,
  with_causes.fiscal_year,
  with_causes.implementing_unit,
  with_causes.project_name,
  with_causes.message,
  with_causes.severity_before,
  with_causes.severity_after,
  with_causes.decision_before,
  with_causes.decision_after,
  case
    when with_causes.change = 'decided' then ['decision']
    when len(with_causes.found) > 0 then with_causes.found
    when profiles.changed and with_causes.rule in ('S11', 'S11A') then ['profile']
    when thresholds.changed then ['threshold']
    when versions.changed then ['rule']
    else ['unknown']
  end as causes
from with_causes
cross join thresholds
cross join profiles
cross join versions
order by
  list_position(['appeared', 'gone', 'changed', 'decided'], with_causes.change), with_causes.fiscal_year,
  with_causes.implementing_unit, with_causes.finding_id

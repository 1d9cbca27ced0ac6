/**
 * The questions of what changed: since last year, and since the results of before.
 */
import { FORMS, NAME_DOUBTFUL } from "./scope-forms.ts";

/** The problems of the scope's projects this year that were new, stayed or went since last year. */
export const CHANGES = `
  with ${FORMS}
  select
    count(*) filter (changes.state = 'new') as new_problems,
    count(*) filter (changes.state = 'repeated') as repeated_problems,
    count(*) filter (changes.state = 'solved') as solved_problems,
    $year::integer - 1 as last_year
  from mart.finding_years as changes
  join forms using (form_id)
  where changes.fiscal_year = $year`;

/** Of the rows of `problems`, from `mart.finding_history`. */
export const COUNTED_SINCE_BEFORE = `select
    (select base_at from mart.results) as base_at,
    count(*) filter (state in ('new', 'new_form')) as appeared,
    count(*) filter (state = 'new_form') as of_new_projects,
    count(*) filter (state = 'repeated') as stayed,
    min(since_at) filter (state = 'repeated') as since_at,
    count(*) filter (state = 'solved') as solved,
    count(*) filter (state = 'gone') as gone,
    count(*) filter (state = 'new_rule') as by_rule,
    count(*) filter (state = 'dropped') as dropped,
    count(*) filter (state = 'new_reading') as by_reading,
    count(*) filter (state = 'reread') as reread
  from problems`;

/** What became of the scope's problems since the results of before; `base_at` is null where there are none. */
export const SINCE_BEFORE = `
  with ${FORMS},
  problems as (
    select * from mart.finding_history
    where fiscal_year = $year
      and ($level = 'year' or department is not distinct from $department)
      and ($level <> 'unit' or implementing_unit = $unit)
      and (state in ('solved', 'gone', 'dropped', 'reread') or form_id in (select form_id from forms))
  )
  ${COUNTED_SINCE_BEFORE}`;

/** The problems that have stayed longest, and of these those over most money. */
export const LASTING = `
  with ${FORMS}
  select
    forms.form_id, forms.ordinal, forms.path, forms.document, changes.line, forms.implementing_unit, forms.project_name,
    rules.name as rule_name, changes.since, changes.years, changes.amount, ${NAME_DOUBTFUL}
  from mart.finding_years as changes
  join forms using (form_id)
  join mart.rules as rules on rules.rule = changes.rule
  where changes.fiscal_year = $year and changes.state = 'repeated'
  order by changes.years desc, changes.amount desc nulls last, forms.path, forms.ordinal, changes.rule, changes.indicator
  limit $most`;

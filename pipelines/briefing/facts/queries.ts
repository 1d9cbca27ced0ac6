/**
 * The questions that a briefing asks of the marts. Each answer has a fixed order; `$level`, `$year`, `$department` and
 * `$unit` name the scope.
 */
import { IN_SCOPE } from "../scope.ts";
import { IS_HISTORY_OF, UNIT_HISTORIES } from "./histories.ts";
import { FORMS, NAME_DOUBTFUL, OPEN, quotedReason, unitName, WRITTEN_REASONS } from "./scope-forms.ts";

export const RUN = `
  select * from mart.run`;

/** Below it an execution rate is low, %; persistent where it was so for years. */
export const LOW_RATE = `
  select value as threshold from mart.thresholds where name = 'low_execution_rate'`;

export const EXECUTION = `
  select
    source, forms, funded_forms, funded_units, initial_budget, adjusted_budget, executed, unexecuted, execution_rate,
    share_of_budget, share_of_unexecuted, added_forms, added_budget, added_share, added_unexecuted, doubtful_forms,
    doubtful_budget, below_appropriation, last_adjusted_budget, last_execution_rate, last_unexecuted, budget_change,
    budget_change_rate, execution_rate_change, fiscal_year, fiscal_year - 1 as last_year,
    (
      select before.doubtful_forms from mart.scope_execution as before
      where before.level = own.level and before.fiscal_year = own.fiscal_year - 1 and before.source = own.source
        and before.department is not distinct from own.department
        and before.implementing_unit is not distinct from own.implementing_unit
    ) as last_doubtful_forms
  from mart.scope_execution as own
  where ${IN_SCOPE}
  order by list_position(['total', 'current_year_appropriation', 'carry_over', 'other_funds'], source) nulls last, source`;

export const FORM_COUNTS = `
  select * from mart.scope_forms where ${IN_SCOPE}`;

/** Forms that cannot be added to those of projects, and files that could not be read. */
export const LEFT_OUT = `
  select
    count(*) filter (superseded_by is null and form_type <> 'project') as other_forms,
    count(*) filter (superseded_by is null and form_type = 'project' and fiscal_year is null) as undated_forms,
    count(*) filter (superseded_by is not null) as superseded_forms,
    (select rejected from mart.run) as rejected
  from mart.forms`;

/** The units of a year or a department, those with most money left first. */
export const UNITS = `
  with ${UNIT_HISTORIES},
  units as (
    select *
    from mart.scope_execution
    where level = 'unit' and source = 'total' and fiscal_year = $year
      and $level <> 'unit' and ($level = 'year' or department is not distinct from $department)
  ),
  counts as (select * from mart.scope_forms where level = 'unit'),
  whole as (
    select unexecuted from mart.scope_execution where source = 'total' and ${IN_SCOPE}
  )
  select
    units.department, ${unitName("units.implementing_unit", "units.department")} as implementing_unit, units.forms, units.adjusted_budget, units.executed, units.unexecuted,
    units.execution_rate, percent(units.unexecuted, whole.unexecuted) as share_of_unexecuted, units.doubtful_forms,
    years.streak_years, years.streak_lowest_rate, years.streak_unexecuted, counts.lowest_score, counts.highest_score
  from units
  cross join whole
  left join counts
    on units.fiscal_year = counts.fiscal_year and units.department is not distinct from counts.department
    and units.implementing_unit = counts.implementing_unit
  left join unit_histories as years
    on ${IS_HISTORY_OF("units.implementing_unit", "units.department")}
    and years.fiscal_year = units.fiscal_year and years.source = 'total'
  order by units.unexecuted desc nulls last, units.implementing_unit, units.department`;

/** How the unit itself has executed over the years; one row for a unit, none for a year or a department. */
export const OWN_YEARS = `
  with ${UNIT_HISTORIES},
  own as (
    select * from unit_histories as years
    where ${IS_HISTORY_OF("$unit", "$department")} and source = 'total'
  )
  select streak_years, streak_lowest_rate, streak_unexecuted, years_present,
    (
      select sum(before.doubtful_forms) from own as before
      where before.fiscal_year > years.fiscal_year - years.streak_years and before.fiscal_year <= years.fiscal_year
    ) as streak_doubtful_forms
  from own as years
  where fiscal_year = $year and $level = 'unit'`;

const FORM_COLUMNS = `
    forms.form_id, forms.ordinal, forms.path, forms.document, execution.line, forms.department_name, forms.implementing_unit,
    forms.project_name, forms.total_score, forms.rating, execution.initial_budget, execution.adjusted_budget, execution.executed,
    execution.unexecuted, execution.execution_rate, execution.doubtful, other.unexecuted as other_unexecuted,
    execution.initial_budget = 0 and execution.adjusted_budget > 0 as added, ${NAME_DOUBTFUL}`;

const FORM_JOINS = `
  from forms
  join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'
  left join mart.execution as other on other.form_id = forms.form_id and other.source = 'other_funds'`;

/** The forms of a scope by the money that they left, those with most first. */
export const LARGEST = `
  with ${FORMS}
  select ${FORM_COLUMNS} ${FORM_JOINS}
  order by execution.unexecuted desc nulls last, forms.path, forms.ordinal
  limit $most`;

/** Forms that rate themselves 中 or 差, the lowest first. */
export const LOW_RATED = `
  with ${FORMS}
  select form_id, ordinal, path, document, total_score_line as line, implementing_unit, project_name, total_score, rating,
    count(*) over () as forms, ${NAME_DOUBTFUL}
  from forms
  where rating in ('中', '差') and total_score is not null
  order by total_score, path, ordinal
  limit $most`;

/** Forms with a low rate: how many there are, and how many of these say nothing of it. */
export const LOW_FORMS = `
  with ${FORMS}
  select count(*) as forms
  ${FORM_JOINS}
  where execution.execution_rate < (select value from mart.thresholds where name = 'low_execution_rate')`;

/** What the forms named first left together, and of how many. */
export const CONCENTRATION = `
  with ${FORMS},
  ranked as (
    select
      execution.unexecuted, execution.doubtful,
      row_number() over (order by execution.unexecuted desc, forms.path, forms.ordinal) as place
    ${FORM_JOINS}
    where execution.unexecuted > 0
  ),
  whole as (select unexecuted from mart.scope_execution where source = 'total' and ${IN_SCOPE})
  select count(*) as named, count(*) filter (ranked.doubtful) as doubtful_forms, sum(ranked.unexecuted) as unexecuted,
    percent(sum(ranked.unexecuted), max(whole.unexecuted)) as share_of_unexecuted
  from ranked
  cross join whole
  where ranked.place <= $named`;

/** The forms that left most money of one source. */
export const OF_SOURCE = `
  with ${FORMS}
  select forms.form_id, forms.ordinal, forms.path, forms.document, execution.line, forms.implementing_unit, forms.project_name,
    execution.adjusted_budget, execution.executed, execution.unexecuted, execution.execution_rate, execution.doubtful,
    count(*) over () as forms, ${NAME_DOUBTFUL}
  from forms
  join mart.execution as execution on execution.form_id = forms.form_id and execution.source = $source
  where execution.adjusted_budget <> 0 or execution.executed <> 0 or execution.initial_budget <> 0
  order by execution.unexecuted desc nulls last, forms.path, forms.ordinal
  limit $most`;

/** Where the totals of the scope stand: all in the order of the documents, or of many the first by the money they left. */
export const PLACES = `
  with ${FORMS},
  places as (
    select forms.form_id, forms.ordinal, forms.path, forms.document, execution.line, execution.unexecuted, count(*) over () as forms
    ${FORM_JOINS}
  )
  select form_id, ordinal, path, document, line, forms
  from places
  order by case when forms > $most then unexecuted end desc nulls last, path, ordinal
  limit $most`;

/** Where the money stands that was added in mid-year, the forms that left most of it first. */
export const ADDED_PLACES = `
  with ${FORMS}
  select forms.form_id, forms.ordinal, forms.path, forms.document, execution.line, count(*) over () as forms
  ${FORM_JOINS}
  where execution.initial_budget = 0 and execution.adjusted_budget <> 0
  order by execution.unexecuted desc nulls last, forms.path, forms.ordinal
  limit $most`;

/** Where the total scores stand. */
export const SCORE_PLACES = `
  with ${FORMS}
  select form_id, ordinal, path, document, total_score_line as line, count(*) over () as forms
  from forms
  order by path, ordinal
  limit $most`;

/** Where the totals of the units with most money left stand, unit by unit. */
export const UNIT_PLACES = `
  with ${FORMS}
  select forms.form_id, forms.ordinal, forms.path, forms.document, execution.line, forms.implementing_unit,
    count(*) over (partition by forms.implementing_unit) as forms
  ${FORM_JOINS}
  where forms.implementing_unit is not null
  qualify row_number() over (partition by forms.implementing_unit order by forms.path, forms.ordinal) <= $most
  order by forms.implementing_unit, forms.path, forms.ordinal`;

/** Open findings of one rule in the scope, with their indicator where they are about one; the strongest first. */
export const OF_RULE = `
  with ${FORMS}, ${OPEN}
  select
    findings.finding_id, findings.severity, findings.amount, findings.measured, findings.threshold,
    execution.doubtful, count(*) filter (execution.doubtful) over () as doubtful_forms,
    forms.form_id, forms.ordinal, forms.path, forms.document, coalesce(findings.line, execution.line) as line, forms.implementing_unit,
    forms.project_name, forms.total_score, execution.execution_rate, execution.unexecuted, execution.initial_budget,
    execution.adjusted_budget, indicators.name as indicator, indicators.target, indicators.actual,
    count(*) over () as findings, ${NAME_DOUBTFUL},
    (select count(distinct open_findings.form_id) from open_findings join forms using (form_id)
      where open_findings.rule = $rule and open_findings.severity in ('error', 'warning')) as forms,
    sum(findings.amount) over () as total_amount
  from open_findings as findings
  join forms on forms.form_id = findings.form_id
  join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'
  left join mart.indicators as indicators
    on indicators.form_id = findings.form_id and cast(indicators.seq as varchar) = findings.seq
  where findings.rule = $rule and findings.severity in ('error', 'warning')
  order by findings.amount desc nulls last, findings.measured desc nulls last, forms.path, forms.ordinal, findings.line,
    findings.finding_id
  limit $most`;

/** Rules of the form that the scope's forms break, those with most money first. */
export const ERRORS = `
  select findings.rule, rules.name, findings.errors, findings.forms, findings.amount
  from mart.scope_findings as findings
  join mart.rules as rules using (rule)
  where findings.errors > 0 and ${IN_SCOPE}
  order by findings.amount desc nulls last, findings.errors desc, findings.rule`;

/** How many open findings there are of each weight, with those about several forms of a year, or of a unit of the scope. */
export const SEVERITIES = `
  with ${FORMS}, ${OPEN},
  told as (
    select open_findings.* from open_findings join forms using (form_id)
    union all
    select * from open_findings
    where form_id is null and fiscal_year = $year
      and (
        $level = 'year' or ($level = 'unit' and implementing_unit = $unit)
        or (
          $level = 'department' and implementing_unit in (
            select units.implementing_unit from mart.scope_forms as units
            where units.level = 'unit' and units.fiscal_year = $year and units.department is not distinct from $department
          )
        )
      )
  )
  select
    count(*) filter (severity = 'error') as errors,
    count(distinct form_id) filter (severity = 'error') as error_forms,
    count(*) filter (severity = 'warning') as warnings,
    count(*) filter (severity = 'info') as infos,
    count(*) filter (doubtful) as doubtful
  from told`;

/** Where the errors of the form stand. */
export const ERROR_PLACES = `
  with ${FORMS}, ${OPEN}
  select forms.form_id, forms.ordinal, forms.path, forms.document, findings.line
  from open_findings as findings
  join forms on forms.form_id = findings.form_id
  where findings.severity = 'error'
  order by findings.amount desc nulls last, forms.path, forms.ordinal, findings.line, findings.finding_id
  limit $most`;

/**
 * The reasons that units wrote in forms that left money, word by word, those over most money first: one a form, the one
 * that it gives most often, of forms with a low rate. Reasons that ask for a person are counted and not quoted.
 */
export const REASONS = `
  with ${FORMS},
  ${WRITTEN_REASONS},
  one_a_form as (
    select *, row_number() over (partition by form_id order by indicators desc, line) as place from reasons
  )
  select
    forms.form_id, forms.ordinal, forms.path, forms.document, one_a_form.line, forms.implementing_unit, forms.project_name,
    ${quotedReason("one_a_form.reason")} as reason,
    one_a_form.indicators, execution.unexecuted, ${NAME_DOUBTFUL}
  from one_a_form
  join forms on forms.form_id = one_a_form.form_id
  join mart.execution as execution on execution.form_id = forms.form_id and execution.source = 'total'
  where one_a_form.place = 1 and execution.unexecuted > 0
    and execution.execution_rate < (select value from mart.thresholds where name = 'low_execution_rate')
  order by execution.unexecuted desc, forms.path, forms.ordinal
  limit $most`;

/** Reasons that could not be read for certain. */
export const DOUBTFUL_REASONS = `
  with ${FORMS}
  select count(*) as cells, count(distinct flags.form_id) as forms
  from mart.cell_flags as flags
  join forms on forms.form_id = flags.form_id
  where flags.record = 'indicator' and flags.field = 'deviation_reason' and flags.asks_person and flags.status <> 'ghost'`;

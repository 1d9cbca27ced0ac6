/**
 * The forms of a scope, as every question of a briefing asks for them, and what is told of each: the names of its unit and
 * its document.
 */
/**
 * Documents by the name of their file, `document`; with the folder where two documents of the workspace share it: offices
 * call their files alike from year to year.
 */
export const NAMED_DOCUMENTS = `(
      select
        document_id, path,
        case
          when count(*) over (partition by lower(parse_filename(path))) > 1 then path
          else parse_filename(path)
        end as document
      from mart.documents
    )`;

/** Units of the year that are called as another department's: in a year's briefing they are named with their department. */
export const NAMESAKES = `(
      select implementing_unit from mart.scope_forms
      where level = 'unit' and fiscal_year = $year
      group by implementing_unit
      having count(*) > 1
    )`;

/** The name of a unit, with its department where a year's briefing would tell of two by one name. */
export const unitName = (unit: string, department: string) => `
      case
        when $level = 'year' and ${unit} in ${NAMESAKES}
          then ${unit} || '（' || coalesce(${department}, '无主管部门') || '）'
        else ${unit}
      end`;

/** The forms of the scope, with their document, under the names that all spellings of a name are added up by. */
export const FORMS = `forms as (
    select
      forms.* replace (
        ${unitName("forms.unit_name", "forms.department_name")} as implementing_unit, forms.project as project_name
      ),
      documents.path, documents.document
    from mart.scopes as scopes
    join mart.forms as forms using (form_id)
    join ${NAMED_DOCUMENTS} as documents using (document_id)
    where scopes.level = $level and scopes.fiscal_year = $year
      and scopes.department is not distinct from $department
      and scopes.implementing_unit is not distinct from $unit
  )`;

/** What nobody has decided to leave alone. */
export const OPEN = `open_findings as (
    select findings.*
    from mart.findings as findings
    where not coalesce(decision_state = 'in_force' and decision in ('accepted', 'waived'), false)
  )`;

/** Whether the name of a form's project or unit asks for a person. */
export const NAME_DOUBTFUL = `exists (
      select 1 from mart.cell_flags as flags
      where flags.form_id = forms.form_id and flags.record = 'form' and flags.asks_person
        and flags.field in ('project_name', 'implementing_unit')
    ) as name_doubtful`;

/** What the forms write as reasons, word by word, with how often; not what asks for a person, nor fewer than `$shortest` characters. */
export const WRITTEN_REASONS = `reasons as (
    select indicators.form_id, indicators.deviation_reason as reason, count(*) as indicators, min(indicators.line) as line
    from mart.indicators as indicators
    where length(trim(indicators.deviation_reason)) >= $shortest
      and not exists (
        select 1 from mart.cell_flags as flags
        where flags.form_id = indicators.form_id and flags.record = 'indicator'
          and flags.seq = cast(indicators.seq as varchar) and flags.field = 'deviation_reason' and flags.asks_person
      )
    group by indicators.form_id, indicators.deviation_reason
  )`;

/** The beginning of a reason, at most `$quoted` characters of it: whole clauses where they come to `$shortest`. */
export const quotedReason = (reason: string) => {
  const beginning = `left(${reason}, $quoted)`;
  const clauses = `regexp_replace(${beginning}, '[，,；;。][^，,；;。]*$', '')`;
  return `case
      when length(${reason}) <= $quoted then ${reason}
      when length(${clauses}) >= $shortest then ${clauses} || '……'
      else ${beginning} || '……'
    end`;
};

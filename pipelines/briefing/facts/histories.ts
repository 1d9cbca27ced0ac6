/**
 * The years of units and projects: under one name, whatever department they were filed under, and of a name that two
 * departments have given in one year, department by department.
 */

/** Units that are called alike in two departments, in whatever year. */
export const SHARED_NAMES = `(
      select implementing_unit from mart.scope_forms
      where level = 'unit'
      group by fiscal_year, implementing_unit
      having count(*) > 1
    )`;

const COLUMNS = `implementing_unit, fiscal_year, source, streak_years, streak_lowest_rate, streak_unexecuted, years_present,
      doubtful_forms`;

/** The years of units, `of_department` where they are told apart by department. */
export const UNIT_HISTORIES = `unit_histories as (
    select cast(null as varchar) as department, false as of_department, ${COLUMNS}
    from mart.unit_years
    where implementing_unit not in ${SHARED_NAMES}
    union all
    select department, true, ${COLUMNS}
    from mart.department_histories
    where level = 'unit' and implementing_unit in ${SHARED_NAMES}
  )`;

/** Whether the years are those of a unit. */
export const IS_HISTORY_OF = (unit: string, department: string) =>
  `years.implementing_unit = ${unit}
      and (not years.of_department or years.department is not distinct from ${department})`;

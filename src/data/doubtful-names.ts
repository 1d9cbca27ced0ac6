/** Which forms have a project or unit whose name asks for a person; for the queries that show names. */

/** A subquery of form ids. */
export const DOUBTFUL_NAMES = `(
    SELECT DISTINCT form_id
    FROM mart.cell_flags
    WHERE record = 'form' AND field IN ('project_name', 'implementing_unit') AND asks_person
  )`;

/** Whose name asks for a person; for the queries that show names. */

const asks = (...fields: string[]) =>
  `record = 'form' AND field IN (${fields.map((field) => `'${field}'`).join(", ")}) AND asks_person`;

/** A subquery of the ids of forms with a project or unit whose name is in doubt. */
export const DOUBTFUL_NAMES = `(
    SELECT DISTINCT form_id
    FROM mart.cell_flags
    WHERE ${asks("project_name", "implementing_unit")}
  )`;

const named = (column: string, field: string) => `(
    SELECT ${column}
    FROM mart.forms
    WHERE ${column} IS NOT NULL
    GROUP BY ${column}
    HAVING bool_and(form_id IN (SELECT form_id FROM mart.cell_flags WHERE ${asks(field)}))
  )`;

/** Subqueries of names that no form has without a doubt: where one has, it vouches for the name of the others. */
export const DOUBTFUL_PROJECTS = named("project", "project_name");
export const DOUBTFUL_UNITS = named("unit_name", "implementing_unit");

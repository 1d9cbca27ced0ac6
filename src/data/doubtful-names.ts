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
    SELECT DISTINCT forms.${column}
    FROM mart.cell_flags AS flags JOIN mart.forms AS forms USING (form_id)
    WHERE ${asks(field)} AND forms.${column} IS NOT NULL
  )`;

/** Subqueries of names that some form has only in doubt. */
export const DOUBTFUL_PROJECTS = named("project", "project_name");
export const DOUBTFUL_UNITS = named("unit_name", "implementing_unit");

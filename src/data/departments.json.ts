// The departments of each year.
import { printRows } from "./query.ts";

await printRows(`
  SELECT department, department_no::INTEGER AS department_no, fiscal_year, forms::INTEGER AS forms
  FROM mart.departments
  ORDER BY department, fiscal_year DESC NULLS LAST
`);

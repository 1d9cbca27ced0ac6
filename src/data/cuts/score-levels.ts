/** What departments and units score together, beside what they spent; and a scope over the years. */
import { DOUBTFUL_UNITS } from "../doubtful-names.ts";
import { UNIT_FILE, UNIT_NUMBERS } from "./cut.ts";

/** Departments, and units, a file: those that score farthest above their execution. */
const LISTED = 100;

const YEAR = "coalesce(fiscal_year::VARCHAR, 'unknown')";
const NUMBERS = "(SELECT DISTINCT department, department_no FROM mart.departments) AS numbers";
const OF_UNITS = "(SELECT implementing_unit, department AS own_department FROM mart.units) AS units";

const SHOWN = `
  fiscal_year, forms::INTEGER AS forms, indicators::INTEGER AS indicators, attained_share, score_rate, execution_rate,
  score_over_execution, rule_gap, score_rate_change, doubtful_indicators::INTEGER AS doubtful_indicators,
  doubtful_forms::INTEGER AS doubtful_forms`;

/** Departments in the file of the year; units there and in the file of the department that they have now. */
const MEMBERS = `(
  SELECT ${YEAR} AS folder, 'all' AS file, level, department AS name, false AS name_doubtful, ${SHOWN}
  FROM mart.score_levels WHERE level = 'department' AND department IS NOT NULL
  UNION ALL
  SELECT ${YEAR}, 'all', level, implementing_unit, implementing_unit IN ${DOUBTFUL_UNITS}, ${SHOWN}
  FROM mart.score_levels WHERE level = 'unit' AND implementing_unit IS NOT NULL
  UNION ALL
  SELECT ${YEAR}, numbers.department_no::VARCHAR, level, implementing_unit, implementing_unit IN ${DOUBTFUL_UNITS}, ${SHOWN}
  FROM mart.score_levels
  JOIN ${OF_UNITS} USING (implementing_unit)
  JOIN ${NUMBERS} ON numbers.department = units.own_department
  WHERE level = 'unit'
)`;

/** Those of a year, of a department or of the year's units, the most over their execution first. */
export const SCORE_MEMBERS = `
  SELECT * FROM ${MEMBERS}
  QUALIFY row_number() OVER (
    PARTITION BY folder, file, level ORDER BY score_over_execution DESC NULLS LAST, name
  ) <= ${LISTED}
  ORDER BY folder, file, level, score_over_execution DESC NULLS LAST, name
`;

/** Every year of a scope. */
const YEARS = `(
  SELECT ${YEAR} AS folder, 'all' AS file, ${SHOWN} FROM mart.score_levels WHERE level = 'year'
  UNION ALL
  SELECT ${YEAR}, numbers.department_no::VARCHAR, ${SHOWN}
  FROM mart.score_levels JOIN ${NUMBERS} USING (department)
  WHERE level = 'department'
  UNION ALL
  SELECT ${YEAR}, ${UNIT_FILE}, ${SHOWN}
  FROM mart.score_levels JOIN ${UNIT_NUMBERS} USING (implementing_unit)
  WHERE level = 'unit'
)`;

/** The years of a scope, in the files of each of them, the latest first. */
export const SCORE_YEARS = `
  SELECT shown.folder, shown.file, years.* EXCLUDE (folder, file)
  FROM (SELECT DISTINCT folder, file FROM ${YEARS}) AS shown
  JOIN ${YEARS} AS years USING (file)
  ORDER BY shown.folder, shown.file, years.fiscal_year DESC NULLS LAST
`;

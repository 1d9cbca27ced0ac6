/** The units of a year, every source of funds a row; the place of each by money and by rate. */
import { DOUBTFUL_UNITS } from "../doubtful-names.ts";
import { byScope, type Cut } from "./cut.ts";
import { DEPARTMENT_RELIABILITY } from "./reliability.ts";
import { DOUBT } from "./scoped-sums.ts";

export const units: Cut = {
  name: "units",
  tables: {
    units: `
      SELECT
        folder, file, rows.department, rows.implementing_unit, rows.source, forms::INTEGER AS forms,
        funded_forms::INTEGER AS funded_forms, rows.initial_budget, rows.adjusted_budget, rows.executed, rows.unexecuted,
        rows.execution_rate, share_of_budget, share_of_unexecuted, ${DOUBT}, rows.implementing_unit IN ${DOUBTFUL_UNITS} AS name_doubtful,
        rows.fiscal_year, coalesce(streaks.streak_years, 0)::INTEGER AS streak_years
      FROM ${byScope("mart.unit_execution")} AS rows
      LEFT JOIN (SELECT implementing_unit, source, fiscal_year, streak_years FROM mart.unit_years) AS streaks
        ON streaks.implementing_unit = rows.implementing_unit
        AND streaks.source = rows.source
        AND streaks.fiscal_year = rows.fiscal_year
      WHERE rows.funded_forms > 0 OR rows.source = 'total'
      ORDER BY folder, file, rows.unexecuted DESC NULLS LAST, rows.implementing_unit, rows.source
    `,
    reliability: DEPARTMENT_RELIABILITY,
  },
};

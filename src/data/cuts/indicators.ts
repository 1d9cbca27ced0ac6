/** The indicators of a year: what was attained, what looks as if it could not fail, and the names that recur. */
import { byScope, type Cut, inScope } from "./cut.ts";

/** Indicators a sign, and names: as many as a reader looks through. */
const SIGNALS = 100;
const NAMES = 100;

/** Which of a sign's indicators tell most. */
const TELLING =
  "CASE WHEN signal = 'shrunk' THEN measured ELSE -measured END, weight DESC NULLS LAST, form_id, seq";

export const indicators: Cut = {
  name: "indicators",
  tables: {
    levels: `
      SELECT
        folder, file, depth, level1, level2, forms::INTEGER AS forms, indicators::INTEGER AS indicators,
        judged_indicators::INTEGER AS judged_indicators, attained_indicators::INTEGER AS attained_indicators,
        lost_indicators::INTEGER AS lost_indicators, weight, score, attained_share, score_rate, rule_gap,
        doubtful_indicators::INTEGER AS doubtful_indicators
      FROM ${inScope("mart.indicator_scopes")}
      ORDER BY folder, file, depth, weight DESC NULLS LAST, level1, level2
    `,
    counts: `
      SELECT
        folder, file, signal, count(*)::INTEGER AS indicators, count(DISTINCT form_id)::INTEGER AS forms,
        sum(weight) AS weight, count(*) FILTER (doubtful)::INTEGER AS doubtful_indicators
      FROM ${byScope("mart.indicator_signals")}
      GROUP BY folder, file, signal
    `,
    signals: `
      SELECT
        folder, file, signal, form_id, seq, project_name, implementing_unit, level1, name, target, actual, weight, score,
        measured, line, doubtful
      FROM ${byScope("mart.indicator_signals")}
      QUALIFY row_number() OVER (PARTITION BY folder, file, signal ORDER BY ${TELLING}) <= ${SIGNALS}
      ORDER BY folder, file, signal, ${TELLING}
    `,
    names: `
      SELECT
        folder, file, name, forms::INTEGER AS forms, units::INTEGER AS units, indicators::INTEGER AS indicators,
        judged_indicators::INTEGER AS judged_indicators, attained_indicators::INTEGER AS attained_indicators,
        lost_indicators::INTEGER AS lost_indicators, share_of_forms
      FROM ${inScope("mart.indicator_names")}
      WHERE forms >= 2
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY forms DESC, indicators DESC, name) <= ${NAMES}
      ORDER BY folder, file, forms DESC, indicators DESC, name
    `,
  },
};

/** Every name of a year's indicators, for searching; `part` is the file of those that carry it. */
const NUMBERED = `(
  SELECT
    *, coalesce(fiscal_year::VARCHAR, 'unknown') AS folder,
    (row_number() OVER (PARTITION BY fiscal_year ORDER BY name) - 1) // 100 AS part
  FROM mart.indicator_names
  WHERE scope = 'year'
)`;

export const indicatorNames: Cut = {
  name: "indicator-names",
  tables: {
    names: `
      SELECT folder, 'all' AS file, name, part::INTEGER AS part, indicators::INTEGER AS indicators, forms::INTEGER AS forms
      FROM ${NUMBERED}
      ORDER BY folder, forms DESC, name
    `,
  },
};

/** The indicators that carry those names, a hundred names a file. */
export const indicatorTexts: Cut = {
  name: "indicator-texts",
  tables: {
    texts: `
      SELECT
        names.folder, names.part::VARCHAR AS file, indicators.name, indicators.form_id, forms.project AS project_name,
        forms.unit_name AS implementing_unit, forms.department_name AS department, indicators.level1, indicators.target, indicators.actual,
        indicators.weight, indicators.score, indicators.deviation_reason, indicators.line
      FROM ${NUMBERED} AS names
      JOIN mart.indicators AS indicators ON indicators.name = names.name
      JOIN mart.forms AS forms
        ON forms.form_id = indicators.form_id
        AND forms.fiscal_year IS NOT DISTINCT FROM names.fiscal_year
        AND forms.form_type = 'project'
        AND forms.superseded_by IS NULL
      ORDER BY folder, names.part, indicators.name, indicators.form_id, indicators.seq
    `,
  },
};

/** The indicators of a year: what was attained, what looks as if it could not fail, and the names that recur. */
import { DOUBTFUL_NAMES } from "../doubtful-names.ts";
import { byScope, type Cut, inScope } from "./cut.ts";
import { RELIABILITY } from "./reliability.ts";

/** Indicators a sign, and names: as many as a reader looks through. */
const SIGNALS = 100;
/** The same of each level, for a reader who has picked it. */
const SIGNALS_OF_LEVEL = 40;
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
      FROM ${inScope("mart.indicator_scopes", { units: true })}
      ORDER BY folder, file, depth, weight DESC NULLS LAST, level1, level2
    `,
    counts: `
      SELECT
        folder, file, signal, count(*)::INTEGER AS indicators, count(DISTINCT form_id)::INTEGER AS forms,
        sum(weight) AS weight, count(*) FILTER (doubtful)::INTEGER AS doubtful_indicators
      FROM ${byScope("mart.indicator_signals", { units: true })}
      GROUP BY folder, file, signal
    `,
    signals: `
      SELECT
        folder, file, signal, form_id, seq, project_name, implementing_unit, level1, name, target, actual, weight, score,
        measured, line, doubtful, form_id IN ${DOUBTFUL_NAMES} AS name_doubtful,
        row_number() OVER (PARTITION BY folder, file, signal ORDER BY ${TELLING})::INTEGER AS place
      FROM ${byScope("mart.indicator_signals", { units: true })}
      QUALIFY place <= ${SIGNALS}
        OR row_number() OVER (PARTITION BY folder, file, signal, level1 ORDER BY ${TELLING}) <= ${SIGNALS_OF_LEVEL}
      ORDER BY folder, file, signal, ${TELLING}
    `,
    reliability: RELIABILITY,
    names: `
      SELECT
        folder, file, name, forms::INTEGER AS forms, units::INTEGER AS units, indicators::INTEGER AS indicators,
        judged_indicators::INTEGER AS judged_indicators, attained_indicators::INTEGER AS attained_indicators,
        lost_indicators::INTEGER AS lost_indicators, share_of_forms
      FROM ${inScope("mart.indicator_names", { units: true })}
      WHERE forms >= 2
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY forms DESC, indicators DESC, name) <= ${NAMES}
      ORDER BY folder, file, forms DESC, indicators DESC, name
    `,
  },
};

/** Every name of a year's indicators, for searching; `part` is the file of those that carry it. */
const NUMBERED = `(
  SELECT *, (row_number() OVER (PARTITION BY fiscal_year ORDER BY name) - 1) // 100 AS part
  FROM mart.indicator_names
  WHERE scope = 'year'
)`;

/** The file of indicators whose name was lost, beside those of names. */
const NO_NAME = "unnamed";

/** Every indicator with the file that it lies in. */
const PLACED = `(
  SELECT
    coalesce(forms.fiscal_year::VARCHAR, 'unknown') AS folder, coalesce(names.part::VARCHAR, '${NO_NAME}') AS file,
    indicators.*, forms.project AS project_name, forms.unit_name AS implementing_unit,
    forms.department_name AS department, doubtful.form_id IS NOT NULL AS doubtful,
    forms.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
  FROM mart.indicators AS indicators
  JOIN mart.forms AS forms ON forms.form_id = indicators.form_id
  LEFT JOIN ${NUMBERED} AS names
    ON names.name = indicators.name AND names.fiscal_year IS NOT DISTINCT FROM forms.fiscal_year
  LEFT JOIN (
    SELECT DISTINCT form_id, seq FROM mart.cell_flags WHERE record = 'indicator' AND asks_person
  ) AS doubtful ON doubtful.form_id = indicators.form_id AND doubtful.seq = indicators.seq::VARCHAR
  WHERE forms.form_type = 'project' AND forms.superseded_by IS NULL
)`;

/** Files that a text names at most: it is in more, and the first of these have enough of it to look at. */
const FILES_NAMED = 20;

/** All that is written of a year's indicators, each text once, for searching. */
export const indicatorWords: Cut = {
  name: "indicator-words",
  tables: {
    texts: `
      SELECT
        folder, 'all' AS file, field, text, count(*)::INTEGER AS indicators, count(DISTINCT form_id)::INTEGER AS forms,
        list_sort(list(DISTINCT placed.file))[:${FILES_NAMED}] AS files
      FROM (UNPIVOT ${PLACED} ON name, target, actual, deviation_reason INTO NAME field VALUE text) AS placed
      WHERE length(text) > 0
      GROUP BY folder, field, text
      ORDER BY folder, list_position(['name', 'target', 'actual', 'deviation_reason'], field), forms DESC, text
    `,
  },
};

/** The indicators themselves, those of a hundred names a file. */
export const indicatorTexts: Cut = {
  name: "indicator-texts",
  tables: {
    texts: `
      SELECT
        folder, file, name, form_id, project_name, implementing_unit, department, level1, target, actual, weight, score,
        deviation_reason, line, doubtful, name_doubtful
      FROM ${PLACED}
      ORDER BY folder, file, name, form_id, seq
    `,
  },
};

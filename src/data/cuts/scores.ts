/** How far the scores of a year follow from what the forms say. */
import { DOUBTFUL_NAMES } from "../doubtful-names.ts";
import { byScope, type Cut } from "./cut.ts";
import { RELIABILITY } from "./reliability.ts";
import { SCORE_MEMBERS, SCORE_YEARS } from "./score-levels.ts";

/** Up to so many forms each is a point; beyond, the chart shows how many lie where, and the farthest by name. */
const POINTS = 400;
const LISTED = 100;

const FORMS = `(
  SELECT
    scores.*, forms.total_score, forms.rating, forms.total_score_line, total.executed, total.adjusted_budget,
    total.unexecuted, total.line, forms.flagged_cells > 0 AS flagged, coalesce(total.doubtful, false) AS doubtful,
    forms.form_id IN ${DOUBTFUL_NAMES} AS name_doubtful
  FROM mart.form_scores AS scores
  JOIN mart.forms AS forms USING (form_id)
  LEFT JOIN mart.execution AS total ON total.form_id = scores.form_id AND total.source = 'total'
  WHERE scores.form_type = 'project'
)`;

/** Of each year, its departments and its units: the pages of the last are small, and hold each form as a point. */
const SCOPED = byScope(FORMS, { units: true });

const LIMITS = `(
  SELECT
    max(CASE WHEN name = 'rating_excellent' THEN value END) AS excellent,
    max(CASE WHEN name = 'poor_execution_rate' THEN value END) AS poor,
    max(CASE WHEN name = 'score_gap' THEN value END) AS gap
  FROM mart.thresholds
)`;

/** A high score over a low rate. */
const UNLIKELY = "total_score >= excellent AND execution_rate < poor";

const SHOWN = `
  form_id, project_name, implementing_unit, total_score, rating, execution_rate, score_rate, score_over_execution, rule_gap,
  executed, adjusted_budget, unexecuted, line, total_score_line, doubtful_indicators::INTEGER AS doubtful_indicators,
  doubtful, name_doubtful`;

/** Points of score a file of forms: as high as a square of the density. */
const SCORES_A_FILE = 2;

/** All forms with a total, those of two points a file, for a reader who has picked some of them in a chart. */
export const scoredForms: Cut = {
  name: "scored-forms",
  tables: {
    forms: `
      SELECT
        folder, file || '_' || (floor(total_score / ${SCORES_A_FILE}) * ${SCORES_A_FILE})::INTEGER AS file, ${SHOWN}
      FROM ${byScope(FORMS)}
      WHERE total_score IS NOT NULL
      ORDER BY folder, 2, score_over_execution DESC NULLS LAST, form_id
    `,
  },
};

export const scores: Cut = {
  name: "scores",
  tables: {
    summary: `
      SELECT
        folder, file, count(*)::INTEGER AS forms, count(total_score)::INTEGER AS scored_forms,
        count(*) FILTER (total_score >= excellent)::INTEGER AS excellent_forms,
        count(*) FILTER (${UNLIKELY})::INTEGER AS excellent_and_poor,
        sum(unexecuted) FILTER (${UNLIKELY}) AS excellent_and_poor_unexecuted,
        count(*) FILTER (${UNLIKELY} AND doubtful)::INTEGER AS doubtful_forms, NULL AS doubtful_initial_budget,
        sum(adjusted_budget) FILTER (${UNLIKELY} AND doubtful) AS doubtful_budget,
        sum(executed) FILTER (${UNLIKELY} AND doubtful) AS doubtful_executed,
        count(*) FILTER (score_rate = 100)::INTEGER AS nothing_lost,
        count(*) FILTER (rule_gap >= gap)::INTEGER AS gained_forms,
        count(*) FILTER (rule_gap <= -gap)::INTEGER AS lost_forms,
        max(rule_gap) AS largest_gap,
        median(total_score)::DECIMAL(9, 2) AS median_score
      FROM ${SCOPED}, ${LIMITS}
      GROUP BY folder, file
    `,
    points: `
      SELECT folder, file, ${SHOWN}
      FROM ${SCOPED}
      WHERE total_score IS NOT NULL
      QUALIFY count(*) OVER (PARTITION BY folder, file) <= ${POINTS}
      ORDER BY folder, file, score_over_execution DESC NULLS LAST, form_id
    `,
    density: `
      SELECT folder, file, rate_band::INTEGER AS rate_band, score_band::INTEGER AS score_band, count(*)::INTEGER AS forms
      FROM (
        SELECT *, least(floor(execution_rate / 5) * 5, 100) AS rate_band, floor(total_score / 2) * 2 AS score_band
        FROM ${SCOPED}
        WHERE total_score IS NOT NULL
        QUALIFY count(*) OVER (PARTITION BY folder, file) > ${POINTS}
      )
      WHERE execution_rate IS NOT NULL
      GROUP BY folder, file, rate_band, score_band
      ORDER BY folder, file, rate_band, score_band
    `,
    bands: `
      SELECT folder, file, floor(total_score)::INTEGER AS band, rating, count(*)::INTEGER AS forms
      FROM ${SCOPED}
      WHERE total_score IS NOT NULL
      GROUP BY folder, file, band, rating
      ORDER BY folder, file, band, rating
    `,
    gaps: `
      SELECT folder, file, floor(rule_gap + 0.5)::INTEGER AS band, count(*)::INTEGER AS forms
      FROM ${SCOPED}
      WHERE rule_gap IS NOT NULL
      GROUP BY folder, file, band
      ORDER BY folder, file, band
    `,
    reliability: RELIABILITY,
    members: SCORE_MEMBERS,
    years: SCORE_YEARS,
    over: `
      SELECT folder, file, ${SHOWN}
      FROM ${SCOPED}
      WHERE score_over_execution > 0
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY score_over_execution DESC, form_id) <= ${LISTED}
      ORDER BY folder, file, score_over_execution DESC, form_id
    `,
    gap_forms: `
      SELECT folder, file, ${SHOWN}
      FROM ${SCOPED}, ${LIMITS}
      WHERE abs(rule_gap) >= gap
      QUALIFY row_number() OVER (PARTITION BY folder, file ORDER BY abs(rule_gap) DESC, form_id) <= ${LISTED}
      ORDER BY folder, file, abs(rule_gap) DESC, form_id
    `,
  },
};

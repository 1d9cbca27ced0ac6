/** What all pages ask for first, and what their answers are written from when the site is built. */

/** Execution of each year by source of funds. */
export const YEARS = `
  SELECT
    fiscal_year, source, forms::INTEGER AS forms, initial_budget, adjusted_budget, executed, unexecuted,
    execution_rate, share_of_budget, share_of_unexecuted, doubtful_forms::INTEGER AS doubtful_forms
  FROM mart.year_execution
  ORDER BY fiscal_year DESC NULLS LAST, adjusted_budget DESC NULLS LAST, source
`;

/** The limits that sentences and charts speak of, as the office has set them. */
export const LIMITS = `
  SELECT name, value, default_value, meaning, unit, overridden_by
  FROM mart.thresholds
  WHERE name IN (
    'low_execution_rate', 'poor_execution_rate', 'rating_excellent', 'rating_good', 'rating_fair', 'unspent_years',
    'over_attainment_shown', 'over_attainment_asked', 'small_weight', 'exact_targets', 'boilerplate_share', 'score_gap'
  )
`;

// The limits that sentences and charts speak of, as the office has set them.
import { printRows } from "./query.ts";

await printRows(`
  SELECT name, value
  FROM mart.thresholds
  WHERE name IN (
    'low_execution_rate', 'poor_execution_rate', 'rating_excellent', 'rating_good', 'rating_fair', 'unspent_years',
    'over_attainment_shown', 'over_attainment_asked', 'small_weight', 'exact_targets', 'boilerplate_share', 'score_gap'
  )
`);

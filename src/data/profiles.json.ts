// The known profiles (口径), with how many forms are nearest to each and how many follow it.
import { printRows } from "./query.ts";

const printed = (part: string) => `regexp_replace(${part}_weight::VARCHAR, '\\.?0+$', '') AS ${part}_weight`;

await printRows(`
  SELECT
    profile, name, source, ${["execution", "cost", "output", "benefit", "satisfaction"].map(printed).join(", ")},
    profiles.forms::INTEGER AS forms, following_forms::INTEGER AS following_forms, largest_departure, line IS NOT NULL AS own,
    coalesce(doubtful.forms, 0)::INTEGER AS doubtful_forms
  FROM mart.profiles AS profiles
  LEFT JOIN (
    SELECT profile, count(*) AS forms FROM mart.form_profiles WHERE doubtful GROUP BY profile
  ) AS doubtful USING (profile)
  ORDER BY position
`);

/** Names that are alike and were not taken for one, with the forms of the rarer one, for a person to decide. */
export const SIMILAR_NAMES = `
  WITH used AS (
    SELECT 'unit' AS kind, department_name AS within, unit_name AS name, form_id FROM mart.forms
    UNION ALL
    SELECT 'department', '', department_name, form_id FROM mart.forms
    UNION ALL
    SELECT 'project', unit_name, project, form_id FROM mart.forms
  )
  SELECT
    kind, within, name, similar_name, distance::INTEGER AS distance, forms::INTEGER AS forms,
    similar_forms::INTEGER AS similar_forms,
    (SELECT list(form_id ORDER BY form_id) FROM used
     WHERE used.kind = pairs.kind AND used.within = pairs.within AND used.name = similar_name) AS form_ids
  FROM mart.similar_names AS pairs
  ORDER BY list_position(['department', 'unit', 'project'], kind), within, name, similar_name
`;

// The units, for choosing one of them.
import { printRows } from "./query.ts";

await printRows(`
  SELECT implementing_unit, unit_no::INTEGER AS unit_no, department
  FROM mart.units
  ORDER BY implementing_unit
`);

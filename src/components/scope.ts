/** The part of a year that a view shows: all of it, or one department's. */
import type { CutAddress } from "./cut-file.js";
import { yearsOf } from "./measures.js";
import { type Choices, type View, yearKey } from "./view.js";

/** A department in a year. */
export interface DepartmentRow {
  department: string;
  department_no: number;
  fiscal_year: number | null;
  forms: number;
}

export interface UnitName {
  implementing_unit: string;
  unit_no: number;
  department: string | null;
  /** The years that it has forms of projects in. */
  years: (number | null)[];
}

/** What there is to look at, from what the site's small files say. */
export function choicesOf(
  years: { fiscal_year: number | null; source: string; forms?: number }[],
  departments: DepartmentRow[],
  units: UnitName[] = [],
): Choices {
  return {
    years: yearsOf(years),
    departments: [...new Set(departments.map((row) => row.department))],
    units: units.map((row) => row.implementing_unit),
    sources: [...new Set(["total", ...years.map((row) => row.source)])],
  };
}

/**
 * Where the data of a view lies; null where its department or unit has no form in its year.
 *
 * @param units for pages that can be narrowed to a unit
 */
export function scopeAddress(
  view: View,
  choices: Choices,
  departments: DepartmentRow[],
  units: UnitName[] = [],
): CutAddress {
  if (choices.years.length === 0) return null;
  const unit = units.find((one) => one.implementing_unit === view.unit);
  if (unit) return unit.years.includes(view.year) ? [yearKey(view.year), `unit-${unit.unit_no}`] : null;
  if (view.department === undefined) return [yearKey(view.year), "all"];
  const row = departments.find((one) => one.department === view.department && one.fiscal_year === view.year);
  return row ? [yearKey(view.year), String(row.department_no)] : null;
}

/** Where the data of the view's unit lies; null without one. */
export function unitAddress(view: View, units: UnitName[]): CutAddress {
  const row = units.find((one) => one.implementing_unit === view.unit);
  return row ? ["unit", String(row.unit_no)] : null;
}

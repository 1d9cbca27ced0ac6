/**
 * The list of what was planted, beside the sources: what a rule must find, and where.
 */
import { documentPath, formsOf, type Unit } from "./district.ts";
import type { Planted } from "./plants/plant.ts";

export const PLANTED_FILE = "planted.csv";

const COLUMNS = [
  "rule",
  "what",
  "fiscal_year",
  "implementing_unit",
  "project_name",
  "document",
  "ordinal",
  "seq",
  "field",
  "size",
  "amount",
] as const;
export const PLANTED_HEADER = COLUMNS.join(",");

/** A line of the list. Document and number of the form stand where it is about one form. */
export function plantedLine(planted: Planted, unit: Unit): string {
  const { rule, what, year, project, seq, field, size = "", amount = "" } = planted;
  const ordinal = formsOf(unit, year).findIndex((form) => form.project === project) + 1;
  const place = planted.unit === "" || ordinal === 0 ? ["", ""] : [documentPath(unit, year), ordinal];
  return [rule, what, year, planted.unit, project, ...place, seq, field, size, amount].map(cell).join(",");
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

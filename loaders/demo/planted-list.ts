/**
 * The list of what was planted, beside the sources: what a rule must find, and where.
 */
import type { UnitDocument } from "./district.ts";
import { type Planted, yearPrintedOn } from "./plants/plant.ts";

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
export function plantedLine(planted: Planted, documents: readonly UnitDocument[]): string {
  const { rule, what, year, unit, project, seq, field, size = "", amount = "" } = planted;
  const place = unit === "" ? ["", ""] : placeOf(planted, documents);
  return [rule, what, year ?? "", unit, project, ...place, seq, field, size, amount].map(cell).join(",");
}

/** The first document with the form that is meant: the one that counts stands before the one filed earlier. */
function placeOf({ year, project }: Planted, documents: readonly UnitDocument[]): (string | number)[] {
  for (const { path, forms } of documents) {
    const at = forms.findIndex((form) => form.project === project && yearPrintedOn(form) === year);
    if (at >= 0) return [path, at + 1];
  }
  return ["", ""];
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

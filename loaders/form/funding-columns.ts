/**
 * The columns of a form's money, by their headings.
 */
import type { Row } from "../readers/sheet.ts";
import { exactField } from "./funding-heading.ts";
import { AMOUNTS, type FieldColumn, FUNDING_FIELDS, OPTIONAL_FIELDS } from "./funding-row.ts";
import { squeeze, withoutMarkup } from "./glyphs.ts";
import { holdsLabel, nearestLabel } from "./labels.ts";
import { piecesOf } from "./pieces.ts";
import { remembering } from "./remember.ts";
import { FUNDING_COLUMN_LABELS, type FundingField } from "./vocabulary.ts";

const FIELD_LABELS = Object.entries(FUNDING_COLUMN_LABELS) as [FundingField, readonly string[]][];

const fieldNamedBy = remembering((cell) => fieldOfHeading(squeeze(withoutMarkup(cell))));

/** The fields in the order of the heading; the national order where the heading cannot be read. */
export function columnsOf(heading: readonly Row[], rows: readonly Row[]): FieldColumn[] {
  const whole = wholeHeading(heading, rows);
  if (whole) return whole;
  const found: FieldColumn[] = [];
  for (const cell of heading.flatMap((row) => row.cells)) {
    const field = fieldNamedBy(cell.text);
    if (field && !found.some((known) => known.field === field)) found.push({ field, column: cell.column });
  }
  const has = (field: FundingField): boolean => found.some((known) => known.field === field);
  // Some forms have no 年初预算数; a heading that has all the rest says so.
  if (FUNDING_FIELDS.every((field) => has(field) || OPTIONAL_FIELDS.has(field))) return found;
  return FUNDING_FIELDS.filter((field) => field !== "received" || has(field)).map(
    (field) => found.find((known) => known.field === field) ?? { field, column: null },
  );
}

/** The field of a heading. 到位数 must be there to the character: 到位率 is another column, and none that is kept. */
function fieldOfHeading(text: string): FundingField | null {
  if (!text.includes("到位")) return nearestLabel(text, FIELD_LABELS);
  return holdsLabel(text, FUNDING_COLUMN_LABELS.received) ? "received" : null;
}

/** The title of the table at the left of its heading. */
const TITLE = /资金|执行情况|万元|单位[:：]/;

/**
 * The columns of a heading every cell of which says to the character what stands below it, where all figures do stand below
 * one: then columns that it does not have are none that were lost. Null for any other heading.
 */
function wholeHeading(heading: readonly Row[], rows: readonly Row[]): FieldColumn[] | null {
  const cells = heading.flatMap((row) => row.cells).filter(({ text }) => text.trim() !== "");
  const fields = cells.map(({ text, column }) => ({ field: exactField(text), column, text }));
  const named = fields.filter((own): own is typeof own & { field: FundingField } => own.field !== null);
  const strange = fields.filter(({ field, text }) => field === null && !TITLE.test(text));
  const isUnique = new Set(named.map(({ field }) => field)).size === named.length;
  const amounts = named.filter(({ field }) => AMOUNTS.has(field)).length;
  if (strange.length > 0 || !isUnique || amounts < 2) return null;
  const columns = new Set(named.map(({ column }) => column));
  const figures = rows.flatMap((row) => piecesOf(row.cells)).filter(({ kind }) => kind === "number");
  if (!figures.every(({ column }) => columns.has(column))) return null;
  return named.map(({ field, column }) => ({ field, column }));
}

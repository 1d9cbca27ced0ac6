/** A table of a page as a sheet: the same rows in the same order, the same figures with the same decimals. */
import { NONE } from "../format.js";
import type { Column } from "../table.js";
import type { SheetCell } from "./sheet.js";
import { shownNumber } from "./sheet.js";

function shownText<Row>(column: Column<Row>, row: Row): string {
  const shown = column.text?.(row) ?? column.cell(row);
  const text = typeof shown === "string" ? shown : (shown.textContent ?? "");
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

function cellOf<Row>(column: Column<Row>, row: Row): SheetCell {
  const text = shownText(column, row);
  if (text === "" || text === NONE) return null;
  const number = column.numeric ? shownNumber(text.replace(/%$/, "")) : null;
  return number === null ? { text } : { number };
}

/** A column's heading with its unit; rates carry theirs in the cells of the page. */
function headingOf<Row>({ label, unit, numeric, ...column }: Column<Row>, rows: Row[]): string {
  if (unit) return `${label}（${unit}）`;
  const inPercent =
    numeric && rows.some((row) => shownText({ label, numeric, ...column }, row).endsWith("%"));
  return inPercent ? `${label}（%）` : label;
}

/** Headings and cells of a table's rows. */
export function tableSheet<Row>(
  rows: Row[],
  columns: Column<Row>[],
): { headings: string[]; rows: SheetCell[][] } {
  return {
    headings: columns.map((column) => headingOf(column, rows)),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  };
}

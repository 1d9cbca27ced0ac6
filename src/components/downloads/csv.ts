/**
 * A table as CSV for spreadsheets: UTF-8 with the mark that Excel knows it by, RFC 4180, the note below the rows.
 */
import type { Sheet, SheetCell } from "./sheet.js";

/** Excel takes a file without it for the computer's own encoding. */
const BYTE_ORDER_MARK = "\ufeff";
/** What a spreadsheet runs as a formula when a cell begins with it; full-width signs count where people type Chinese. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that no spreadsheet runs: an apostrophe before what would be a formula; a number stays a number. */
export function harmless(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  return "number" in cell ? cell.number : quoted(harmless(cell.text));
}

/** The text of a CSV file. */
export function csvOf({ headings, rows, notes }: Sheet): string {
  const lines = [
    headings.map((heading) => quoted(harmless(heading))),
    ...rows.map((row) => row.map(cellText)),
    [],
    ...notes.map((note) => [quoted(harmless(note))]),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(",")}\r\n`).join("");
}

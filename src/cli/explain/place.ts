/**
 * Where in a file a person finds a value that was read from a row of it.
 */
import { formatDecimal, parseDecimal } from "../../../loaders/form/decimal.ts";
import type { SourceLine } from "./form.ts";

/** Formats whose rows and columns have names of their own, `C7`. */
const WORKBOOKS: ReadonlySet<string> = new Set(["xlsx", "xls", "ods"]);

/**
 * The place of a line, in Chinese; of a workbook down to the cell, where exactly one cell of the row holds the value.
 * Null where the line number says it all.
 *
 * @param values the value as it was read, and the cells it was made of
 */
export function placeOf(
  { line, text, place }: SourceLine,
  format: string,
  values: readonly string[],
): string | null {
  if (place === undefined) return null;
  if (!WORKBOOKS.has(format)) return place;
  const column = columnOf(text.split("\t"), values);
  return column === null ? `${place}第 ${line} 行` : `${place}${letters(column)}${line} 单元格`;
}

function columnOf(cells: readonly string[], values: readonly string[]): number | null {
  const wanted = new Set(values.map(normal).filter((value) => value !== ""));
  const columns = cells.flatMap((cell, column) => (wanted.has(normal(cell)) ? [column] : []));
  return columns.length === 1 ? columns[0]! : null;
}

/** A text without white space; an amount or percentage as a plain number, however it is written. */
function normal(text: string): string {
  const bare = text.replace(/\s+/g, "");
  const number = parseDecimal(bare.replace(/,/g, "").replace(/%$/, ""));
  return number === null ? bare : formatDecimal(number);
}

/** The name of a column, from 0: A … Z, AA … */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

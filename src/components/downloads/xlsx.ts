/**
 * A table as a workbook: the rows on one sheet, the note on another. Texts are texts, whatever they look like, and
 * figures are numbers with the decimals that the page shows.
 */
import type { CellObject } from "@e965/xlsx";
import type { Sheet, SheetCell } from "./sheet.js";

/** What a sheet of Excel holds. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
/** Digits that a spreadsheet's numbers keep; longer ones are written as text. */
const KEPT_DIGITS = 15;
const WIDEST = 60;
const NARROWEST = 8;

/** A table that Excel cannot hold as a whole; the message says what to do instead. */
export class TooLargeForExcel extends Error {}

/** The code by which Excel treats a cell as text, also when somebody edits it. */
const TEXT_FORMAT = "@";

function numberCell(number: string): CellObject {
  const [whole = "", fraction = ""] = number.replace("-", "").split(".");
  if (`${whole}${fraction}`.replace(/^0+/, "").length > KEPT_DIGITS) return textCell(number);
  return { t: "n", v: Number(number), z: fraction ? `#,##0.${"0".repeat(fraction.length)}` : "0" };
}

function textCell(text: string): CellObject {
  if (text.length > MOST_CHARACTERS) {
    throw new TooLargeForExcel(`有一格超过 Excel 能存的 ${MOST_CHARACTERS} 个字，请下载 CSV。`);
  }
  return { t: "s", v: text, z: TEXT_FORMAT };
}

function cellOf(cell: SheetCell): CellObject {
  if (cell === null) return { t: "z" };
  return "number" in cell ? numberCell(cell.number) : textCell(cell.text);
}

/** Chinese characters take the place of two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > "\u2e7f" ? 2 : 1), 0);
}

function columnWidths({ headings, rows }: Sheet): { wch: number }[] {
  return headings.map((heading, at) => {
    const widths = rows.slice(0, 200).map((row) => {
      const cell = row[at];
      if (!cell) return 0;
      return widthOf("number" in cell ? cell.number : cell.text);
    });
    return { wch: Math.min(WIDEST, Math.max(NARROWEST, widthOf(heading), ...widths) + 2) };
  });
}

/**
 * The bytes of a workbook.
 *
 * @throws TooLargeForExcel when rows or a text are more than Excel holds: nothing is cut off
 */
export async function xlsxOf(sheet: Sheet): Promise<ArrayBuffer> {
  if (sheet.rows.length + 1 > MOST_ROWS) {
    throw new TooLargeForExcel(
      `共 ${sheet.rows.length} 行，超过 Excel 一张工作表的 ${MOST_ROWS} 行。请先筛选，或下载 CSV。`,
    );
  }
  const { utils, write } = await import("@e965/xlsx");
  const cells = [sheet.headings.map(textCell), ...sheet.rows.map((row) => row.map(cellOf))];
  const table = utils.aoa_to_sheet(cells);
  table["!cols"] = columnWidths(sheet);
  if (table["!ref"]) table["!autofilter"] = { ref: table["!ref"] };
  const note = utils.aoa_to_sheet(sheet.notes.map((text) => [textCell(text)]));
  note["!cols"] = [{ wch: 120 }];
  const book = utils.book_new();
  utils.book_append_sheet(book, table, "数据");
  utils.book_append_sheet(book, note, "说明");
  return write(book, { type: "array", bookType: "xlsx", compression: true });
}

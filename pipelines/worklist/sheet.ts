/**
 * A sheet of tasks: title, how to fill it in, a header that stays and repeats in print, filters, and columns to answer
 * in. Every text is stored as text and formatted as text: nothing in a form is ever computed, also when a cell is edited.
 */
import type { Workbook, Worksheet } from "exceljs";
import { ANSWERS, type WorklistColumn } from "./columns.ts";
import type { Task } from "./tasks.ts";

const TITLE_ROW = 1;
const NOTE_ROW = 2;
export const HEADER_ROW = 3;

const FONT = { name: "宋体", size: 9 };
/** Points that a line of such type takes. */
const LINE = 12;
const TEXT_FORMAT = "@";
const AMOUNT_FORMAT = "#,##0.00";
const HEADER_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE7E6E6" } } as const;
const ANSWER_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF8E1" } } as const;
const THIN = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
export const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const A4 = 9;

/** Excel stops at this many characters in a cell. */
const LONGEST = 32_767;

export interface SheetText {
  /** At most 31 characters, and none of `[]:*?/\`. */
  name: string;
  title: string;
  note: string;
}

/** Adds a sheet of tasks to a workbook. */
export function addTaskSheet(
  workbook: Workbook,
  { name, title, note }: SheetText,
  columns: readonly WorklistColumn[],
  tasks: readonly Task[],
): void {
  const sheet = addSheet(workbook, name, title, note, columns);
  for (const task of tasks) {
    const row = sheet.addRow(columns.map(({ value }) => cellValue(value(task))));
    row.eachCell({ includeEmpty: true }, (cell, at) => {
      const { isAmount, isAnswer } = columns[at - 1]!;
      cell.numFmt = isAmount ? AMOUNT_FORMAT : TEXT_FORMAT;
      cell.alignment = { vertical: "top", wrapText: true, horizontal: isAmount ? "right" : "left" };
      cell.border = BORDER;
      if (isAnswer) cell.fill = ANSWER_FILL;
    });
    row.height = heightOf(task, columns);
  }
  const last = HEADER_ROW + tasks.length;
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: last, column: columns.length } };
  offerAnswers(sheet, columns, last);
  // The library puts a dollar sign before each column and none before a row: an area that moves is none.
  sheet.pageSetup.printArea = `A$1:${sheet.getColumn(printedOf(columns)).letter}$${last}`;
}

/** How many columns are printed; keys stand last. */
function printedOf(columns: readonly Pick<WorklistColumn, "isKey">[]): number {
  return columns.filter(({ isKey }) => !isKey).length;
}

/** Spreadsheet programs do not fit rows to wrapped text that they did not write themselves: the height is counted. */
function heightOf(task: Task, columns: readonly WorklistColumn[]): number {
  const lines = columns.map(({ value, width, isKey }) =>
    isKey ? 1 : Math.ceil(widthOf(String(value(task) ?? "")) / (width - 1)),
  );
  return LINE * Math.min(Math.max(...lines, 2) + 0.5, MOST_LINES);
}

/** Excel's rows end at 409 points. */
const MOST_LINES = 30;

/** Chinese characters are two wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > "\u00ff" ? 2 : 1), 0);
}

/** Adds a sheet with its title, note, header and print set-up; rows follow. */
export function addSheet(
  workbook: Workbook,
  name: string,
  title: string,
  note: string,
  columns: readonly Pick<WorklistColumn, "heading" | "width" | "isKey">[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
  });
  sheet.columns = columns.map(({ width }) => ({ width, style: { font: FONT } }));
  for (const [row, text, font] of [
    [TITLE_ROW, title, { ...FONT, size: 16, bold: true }],
    [NOTE_ROW, note, FONT],
  ] as const) {
    sheet.mergeCells(row, 1, row, printedOf(columns));
    const cell = sheet.getCell(row, 1);
    cell.value = cellValue(text);
    cell.numFmt = TEXT_FORMAT;
    cell.font = font;
    cell.alignment = { vertical: "middle", wrapText: true };
  }
  sheet.getRow(TITLE_ROW).height = 28;
  sheet.getRow(NOTE_ROW).height = 30;
  const header = sheet.getRow(HEADER_ROW);
  header.values = columns.map(({ heading }) => heading);
  header.eachCell((cell) => {
    cell.font = { ...FONT, bold: true };
    cell.fill = HEADER_FILL;
    cell.border = BORDER;
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
  });
  header.height = 30;
  return sheet;
}

/** Text is cut where a cell ends: what follows stands in the form itself. */
export function cellValue(value: string | number | null): string | number | null {
  return typeof value === "string" && value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

/** A list to choose an answer from. */
function offerAnswers(sheet: Worksheet, columns: readonly WorklistColumn[], last: number): void {
  const at = columns.findIndex(({ isAnswer }) => isAnswer) + 1;
  if (at === 0) return;
  for (let row = HEADER_ROW + 1; row <= last; row++) {
    sheet.getCell(row, at).dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${Object.values(ANSWERS).join(",")}"`],
      showErrorMessage: true,
      errorTitle: "答复",
      error: `请选 ${Object.values(ANSWERS).join(" 或 ")}，内容写在后面一列。`,
    };
  }
}

/**
 * Files of every format with invented forms in them, as the libraries at hand write them.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils, type WorkBook, write } from "@e965/xlsx";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { districtUnits, documentsOf } from "../../loaders/demo/district.ts";
import type { TrueForm } from "../../loaders/demo/true-form.ts";
import { COLUMNS, formTable, type OfficeTable } from "../../test/loaders/formats/office/form-table.ts";
import { repeatPages } from "./pdf-pages.ts";

/** A file to be read. */
export interface FormatFile {
  format: string;
  path: string;
  forms: number;
}

/** How many forms a file of each kind holds, and how many pages the PDF has. */
export interface FormatSizes {
  workbook: number;
  text: number;
  pages: number;
}

const YEARS = [2022, 2023, 2024];
const PAGES_OF_FORMS = new URL("../../test/loaders/formats/fixtures/page-breaks.pdf", import.meta.url);
/** The document whose pages are repeated has as many forms as pages. */
const PAGES = 3;
const FORMS_A_SHEET = 100;

/** Writes a file of each format into a folder. */
export async function makeFormatFiles(folder: string, sizes: FormatSizes): Promise<FormatFile[]> {
  const forms = inventedForms(Math.max(sizes.workbook, sizes.text));
  const tables = forms.map((form) => formTable(form));
  const few = tables.slice(0, sizes.text);
  const book = workbookOf(tables.slice(0, sizes.workbook));
  const workbook = (bookType: "xlsx" | "biff8" | "ods"): Uint8Array =>
    write(book, { type: "buffer", bookType, compression: true });
  const repeats = Math.ceil(sizes.pages / PAGES);
  const contents: [format: string, forms: number, content: Uint8Array | string][] = [
    ["csv", few.length, few.map(csvOf).join("\r\n")],
    ["xlsx", sizes.workbook, workbook("xlsx")],
    ["xls", sizes.workbook, workbook("biff8")],
    ["ods", sizes.workbook, workbook("ods")],
    ["html", few.length, `<!doctype html>\n${few.map(htmlOf).join("\n")}`],
    ["docx", few.length, await docxOf(few)],
    ["pdf", repeats * PAGES, repeatPages(await readFile(PAGES_OF_FORMS), repeats)],
  ];
  return Promise.all(
    contents.map(async ([format, count, content]) => {
      const path = join(folder, `forms.${format}`);
      await writeFile(path, content);
      return { format, path, forms: count };
    }),
  );
}

function inventedForms(count: number): TrueForm[] {
  const forms: TrueForm[] = [];
  for (const unit of districtUnits({ forms: count, years: YEARS, seed: 2024 }))
    forms.push(...documentsOf(unit, YEARS).flatMap((document) => document.forms));
  return forms.slice(0, count);
}

/** Cells of each row at their columns, covered ones empty. */
function gridOf(table: OfficeTable): { text: string; columns: number; rows: number; column: number }[][] {
  const free: number[] = [];
  return table.map((row, index) => {
    let column = 0;
    return row.map((cell) => {
      while ((free[column] ?? 0) > index) column++;
      for (let at = column; at < column + cell.columns; at++) free[at] = index + cell.rows;
      const placed = { ...cell, column };
      column += cell.columns;
      return placed;
    });
  });
}

function workbookOf(tables: readonly OfficeTable[]): WorkBook {
  const book = utils.book_new();
  for (let from = 0; from < tables.length; from += FORMS_A_SHEET) {
    const rows = tables.slice(from, from + FORMS_A_SHEET).flatMap((table) => [...gridOf(table), []]);
    const sheet = utils.aoa_to_sheet(rows.map(textsOf));
    sheet["!merges"] = rows.flatMap((row, index) =>
      row.flatMap(({ column, columns, rows: height }) =>
        columns * height > 1
          ? [{ s: { r: index, c: column }, e: { r: index + height - 1, c: column + columns - 1 } }]
          : [],
      ),
    );
    utils.book_append_sheet(book, sheet, `第${from / FORMS_A_SHEET + 1}部分`);
  }
  return book;
}

/** The texts of a row, covered cells empty. */
function textsOf(row: ReturnType<typeof gridOf>[number]): string[] {
  const texts = new Array<string>(COLUMNS).fill("");
  for (const { text, column } of row) texts[column] = text;
  return texts;
}

function csvOf(table: OfficeTable): string {
  return gridOf(table)
    .map((row) =>
      textsOf(row)
        .map((text) => `"${text}"`)
        .join(","),
    )
    .join("\r\n");
}

function htmlOf(table: OfficeTable): string {
  const rows = table.map((row) => {
    const cells = row.map(
      ({ text, columns, rows: height }) => `<td colspan=${columns} rowspan=${height}>${text}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${rows.join("\n")}</table>`;
}

async function docxOf(tables: readonly OfficeTable[]): Promise<Uint8Array> {
  const children = tables.flatMap((table) => [
    new Table({
      rows: table.map(
        (row) =>
          new TableRow({
            children: row.map(
              ({ text, columns, rows: height }) =>
                new TableCell({ children: [new Paragraph(text)], columnSpan: columns, rowSpan: height }),
            ),
          }),
      ),
    }),
    new Paragraph(""),
  ]);
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

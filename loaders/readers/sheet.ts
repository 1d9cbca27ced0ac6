/**
 * What every reader hands over, whatever the file was: rows of cells, each with its place.
 */

import { ordinaryCharacters } from "./radicals.ts";

/** A cell with text in it; empty cells are left out, their columns keep the gap. */
export interface Cell {
  text: string;
  /** 0-based column in its row. */
  column: number;
  /** Rows that a merged cell covers, from its own downwards; left out where it is one. */
  rowSpan?: number;
  /** Columns that a merged cell covers, from its own to the right; left out where it is one. */
  columnSpan?: number;
}

export interface Row {
  /** 1-based line of the file as received, or row of the sheet. */
  line: number;
  cells: Cell[];
  /** Where a person finds the row, in Chinese (`第 2 页，…`, `第 1 个表格第 5 行`); left out where the line says it all. */
  place?: string;
  /** A paragraph outside of any table, in a file that has tables. */
  prose?: true;
  /** Each cell surely stands in the column where it was printed, and an empty one is empty. */
  whole?: true;
  /** It stands on a page without ruling lines on which cells wrap: a piece of it may belong to a row above or below. */
  loose?: true;
  /** A program kept its cells apart, as a spreadsheet does: no column line runs through them. */
  kept?: true;
  /** Its figures ran together and were cut apart by the arithmetic of the row, `doubtful` where that left a choice. */
  cutApart?: "surely" | "doubtful";
  /** All that it says, without the separations of column lines; set when first asked for. */
  text?: string | undefined;
}

export interface Sheet {
  /** Every row, blank ones included: a blank row may be a page break. */
  rows: Row[];
  /** The name that a workbook gives its sheet. */
  name?: string;
}

/** Characters that are written without spaces between them. */
const UNSPACED = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018-\u201d\u2026]/;

/**
 * The lines of one cell as one text, in ordinary characters. Where the reader knows the cell, a line break between characters of Chinese parts
 * nothing; between others it is a space.
 */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => ordinaryCharacters(line).replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .reduce((text, line) => {
      const isSeamless = text === "" || UNSPACED.test(text.at(-1)!) || UNSPACED.test(line[0]!);
      return text + (isSeamless ? "" : " ") + line;
    }, "");
}

/** A row as one line of text: a tab before each column, as extractors write it. */
export function textOfRow({ cells }: Row): string {
  let text = "";
  let column = 0;
  for (const cell of cells) {
    text += "\t".repeat(Math.max(0, cell.column - column)) + cell.text;
    column = cell.column;
  }
  return text;
}

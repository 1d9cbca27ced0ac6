/**
 * Tables that a page sets without ruling lines: cells wrap, labels stand in the middle of the rows that they cover.
 */
import { describe, expect, test } from "vitest";
import type { TrueForm } from "../../../loaders/demo/true-form.ts";
import { formsOfSheet } from "../../../loaders/form/find-forms.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import { readForms } from "../../../loaders/form/read-forms.ts";
import type { Word } from "../../../loaders/readers/pdf/geometry.ts";
import { type PartedRow, rowsOfUnruled } from "../../../loaders/readers/pdf/unruled.ts";
import { formTable, type OfficeTable } from "../formats/office/form-table.ts";
import { ARCHIVE, RIVER, TREES } from "../formats/office/truths.ts";
import { comparedCells, differences } from "../made/compare.ts";

const SIZE = 9;
const PITCH = 13;
const PADDING = 3;

interface Placed {
  lines: string[];
  row: number;
  rows: number;
  left: number;
  right: number;
}

/** Lines of a text that are no wider than its cell; digits are half as wide. */
function wrapped(text: string, width: number): string[] {
  const lines = [""];
  let used = 0;
  for (const character of text) {
    const own = widthOf(character);
    if (used + own > width) {
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += own;
  }
  return lines;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > "\u2e80" ? SIZE : SIZE / 2), 0);

function sumsUpTo(lengths: readonly number[]): number[] {
  const sums = [0];
  for (const length of lengths) sums.push(sums.at(-1)! + length);
  return sums;
}

/** The words of a table on a page, each line of a cell as one; cells are as high as the highest of their row. */
function pageOf(table: OfficeTable, widths: readonly number[], align: "middle" | "top"): Word[] {
  const edges = sumsUpTo(widths);
  const taken = new Set<string>();
  const placed = table.flatMap((cells, row) => {
    let column = 0;
    return cells.map(({ text, columns, rows }): Placed => {
      while (taken.has(`${row}:${column}`)) column++;
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) taken.add(`${row + down}:${column + right}`);
      const [left, right] = [edges[column]! + PADDING, edges[column + columns]! - PADDING];
      column += columns;
      return { lines: wrapped(text, right - left), row, rows, left, right };
    });
  });
  const heights = table.map((_, row) =>
    Math.max(
      ...placed.filter((cell) => cell.rows === 1 && cell.row === row).map(({ lines }) => lines.length),
    ),
  );
  const tops = sumsUpTo(heights.map((lines) => lines * PITCH + PADDING));
  return placed.flatMap(({ lines, row, rows, left, right }) => {
    const room = tops[row + rows]! - tops[row]! - PADDING - lines.length * PITCH;
    const top = tops[row]! + (align === "middle" ? room / 2 : 0);
    return lines
      .map((text, index): Word => {
        const middle = (left + right) / 2;
        const half = widthOf(text) / 2;
        const at = top + index * PITCH;
        return { text, left: middle - half, right: middle + half, top: at, bottom: at + SIZE };
      })
      .filter(({ text }) => text !== "");
  });
}

const WIDTHS = [36, 70, 66, 46, 62, 62, 62, 40, 52, 46];

function readParted(rows: PartedRow[]) {
  const sheet = { rows: rows.map(({ cells }, index) => ({ line: index + 1, cells })) };
  return readForms(formsOfSheet(sheet), { folderYear: null }).forms;
}

describe("a form without ruling lines", () => {
  test.each([
    ["river", RIVER],
    ["trees", TREES],
    ["archive", ARCHIVE],
  ] as [string, TrueForm][])("of %s is read cell by cell, without one flag", (_, truth) => {
    const rows = rowsOfUnruled(pageOf(formTable(truth), WIDTHS, "middle"));
    const [form, ...others] = readParted(rows!);
    expect(others).toEqual([]);
    expect(differences(comparedCells(form!, truth))).toEqual([]);
    expect(cellFlags(form!)).toEqual([]);
  });

  test("is read with its cells at the top of their rows as well", () => {
    const rows = rowsOfUnruled(pageOf(formTable(RIVER), WIDTHS, "top"));
    const [form] = readParted(rows!);
    const sure = comparedCells(form!, RIVER).filter(({ reading }) => !reading?.flag);
    expect(differences(sure)).toEqual([]);
    expect(sure.length).toBeGreaterThan(comparedCells(form!, RIVER).length / 2);
  });

  test("and another below it are two", () => {
    const both = pageOf([...formTable(RIVER), ...formTable(TREES)], WIDTHS, "middle");
    expect(readParted(rowsOfUnruled(both)!).map(({ projectName }) => projectName.value)).toEqual([
      RIVER.project,
      TREES.project,
    ]);
  });

  test("is not parted where two of its rows cannot be told apart", () => {
    const words = pageOf(formTable(RIVER), WIDTHS, "middle");
    const squeezed = words.map((word) => ({ ...word, top: word.top / 2, bottom: word.top / 2 + SIZE }));
    expect(rowsOfUnruled(squeezed)).toBeNull();
  });
});

test("a page of prose is no table", () => {
  const lines = Array.from({ length: 20 }, (_, index): Word => {
    const top = index * PITCH;
    return { text: "各单位应当按照要求开展绩效自评", left: 40, right: 400, top, bottom: top + SIZE };
  });
  expect(rowsOfUnruled(lines)).toBeNull();
});

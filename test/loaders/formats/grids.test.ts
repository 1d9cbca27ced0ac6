/**
 * What must hold of every grid of cells, whatever program it comes from: the place of the table on its sheet and the
 * order of the columns that carry headings change nothing.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TrueForm } from "../../../loaders/demo/true-form.ts";
import { formsOfSheet } from "../../../loaders/form/find-forms.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import { readForms } from "../../../loaders/form/read-forms.ts";
import type { Cell, Row, Sheet } from "../../../loaders/readers/sheet.ts";
import { comparedCells, differences } from "../made/compare.ts";
import { trueForm } from "../made/truth.ts";
import { formTable, type OfficeTable } from "./office/form-table.ts";

/** A table as readers hand it over, some rows and columns away from the corner of its sheet. */
function sheetOf(table: OfficeTable, rowsAbove = 0, columnsBefore = 0): Sheet {
  const free: number[] = [];
  const rows = table.map((row, index): Row => {
    const cells: Cell[] = [];
    let column = 0;
    for (const { text, columns, rows: rowSpan } of row) {
      while ((free[column] ?? 0) > index) column++;
      free.fill(index + rowSpan, column, column + columns);
      for (let at = column; at < column + columns; at++) free[at] = index + rowSpan;
      if (text !== "")
        cells.push({
          text,
          column: column + columnsBefore,
          ...(rowSpan > 1 && { rowSpan }),
          ...(columns > 1 && { columnSpan: columns }),
        });
      column += columns;
    }
    return { line: index + 1 + rowsAbove, cells };
  });
  const above = Array.from({ length: rowsAbove }, (_, index): Row => ({ line: index + 1, cells: [] }));
  return { rows: [...above, ...rows] };
}

function expectRead(sheet: Sheet, truth: TrueForm): void {
  const { forms } = readForms(formsOfSheet(sheet), { folderYear: null });
  expect(forms).toHaveLength(1);
  expect(differences(comparedCells(forms[0]!, truth))).toEqual([]);
  expect(cellFlags(forms[0]!)).toEqual([]);
}

describe("a form in a grid of merged cells", () => {
  test("is read without one flag wherever it stands on its sheet", () => {
    fc.assert(
      fc.property(trueForm, fc.nat(5), fc.nat(5), (truth, rowsAbove, columnsBefore) => {
        expectRead(sheetOf(formTable(truth), rowsAbove, columnsBefore), truth);
      }),
      { numRuns: 100, seed: 2024 },
    );
  });

  test("is read without one flag in whatever order its columns with headings stand", () => {
    const order = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });
    fc.assert(
      fc.property(
        trueForm,
        order([0, 1, 2, 3, 4, 5]),
        order([0, 1, 2, 3, 4]),
        (truth, funding, indicators) => {
          expectRead(sheetOf(formTable(truth, { funding, indicators })), truth);
        },
      ),
      { numRuns: 100, seed: 2024 },
    );
  });
});

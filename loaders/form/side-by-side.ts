/**
 * Forms that stand beside each other on one sheet, each with a head of its own.
 */
import type { Cell, Row, Sheet } from "../readers/sheet.ts";
import { squeeze } from "./glyphs.ts";

const FIRST_LABEL = "项目名称";

/** The parts of a sheet that stand beside each other; the sheet itself where no two heads stand in one row. */
export function sideBySide(sheet: Sheet): Sheet[] {
  const starts = startsOf(sheet.rows);
  if (starts.length < 2) return [sheet];
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const isOwn = ({ column }: Cell): boolean => column >= from && column < to;
    const moved = (cell: Cell): Cell => ({ ...cell, column: cell.column - from });
    return { ...sheet, rows: sheet.rows.map((row) => partOf(row, isOwn, moved)) };
  });
}

/** The columns of the first row that names several projects, each in a cell of its own. */
function startsOf(rows: readonly Row[]): number[] {
  for (const { cells } of rows) {
    if (cells.length < 2 || !cells[0]!.text.includes("名")) continue;
    const labels = cells.filter(({ text }) => squeeze(text) === FIRST_LABEL);
    if (labels.length > 1) return labels.map(({ column }) => column);
  }
  return [];
}

function partOf(row: Row, isOwn: (cell: Cell) => boolean, moved: (cell: Cell) => Cell): Row {
  const { text: _, ...rest } = row;
  return { ...rest, cells: row.cells.filter(isOwn).map(moved) };
}

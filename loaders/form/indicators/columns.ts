/**
 * Which column of a page holds what. Column lines differ from page to page of one form, so each page is looked at for
 * itself: weight and score are the two neighbouring columns of points, and the others follow from them.
 */
import type { Row } from "../../readers/sheet.ts";
import { isPoints, shapeOf } from "./shapes.ts";

/** The columns of one page. Names, where a column line cuts them, take several. */
export interface Layout {
  weight: number;
  score: number;
  actual: number;
  target: number;
  /** First and last column of the names. */
  nameFrom: number;
  nameTo: number;
  level2: number;
  level1: number;
  /** Columns of a target's sign and unit, where they are apart from its value. */
  sign: number;
  unit: number;
  /** First column of the reasons; the last one is the row's last. */
  reasonFrom: number;
  /** The extractor wrote the columns from right to left. */
  reversed: boolean;
  /** The heading named the columns: rows do not stand beside them. */
  named: boolean;
}

/** Where a table does not have a column. */
export const NO_COLUMN = -1;

/** Whether two layouts put every field into the same column. */
export function sameColumns(a: Layout, b: Layout): boolean {
  const fields = [
    "weight",
    "score",
    "actual",
    "target",
    "nameFrom",
    "nameTo",
    "level1",
    "level2",
    "sign",
    "unit",
  ] as const;
  return fields.every((field) => a[field] === b[field]);
}

/** The layout of a page, from its rows; null where no two columns of points stand side by side. */
export function layoutOfPage(rows: readonly Row[]): Layout | null {
  const pairs = rows.map(pointPairs);
  const first = mostFrequent(pairs);
  if (first === null) return null;
  const withPair = rows.filter((_, index) => pairs[index]!.includes(first));
  return readsBackwards(withPair, first) ? reversedLayout(first) : layoutFromWeight(first);
}

/** The number that stands in most lists, the least of several such; null where all are empty. */
function mostFrequent(lists: readonly (readonly number[])[]): number | null {
  const counts = new Map<number, number>();
  for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  let most = 0;
  for (const [value, count] of counts)
    if (count > most || (count === most && value < best!)) [best, most] = [value, count];
  return best;
}

/** The columns that follow from the column of weights. */
export function layoutFromWeight(weight: number): Layout {
  return {
    weight,
    score: weight + 1,
    actual: weight - 1,
    target: weight - 2,
    nameFrom: 2,
    nameTo: weight - 3,
    level2: 1,
    level1: 0,
    sign: NO_COLUMN,
    unit: NO_COLUMN,
    reasonFrom: weight + 2,
    reversed: false,
    named: false,
  };
}

function reversedLayout(score: number): Layout {
  return {
    score,
    weight: score + 1,
    actual: score + 2,
    target: score + 3,
    nameFrom: score + 4,
    nameTo: score + 4,
    level2: score + 5,
    level1: score + 6,
    sign: NO_COLUMN,
    unit: NO_COLUMN,
    reasonFrom: Number.POSITIVE_INFINITY,
    reversed: true,
    named: false,
  };
}

/** The columns of a row's cells of points. */
export function pointsAt(row: Row): number[] {
  return row.cells.filter((cell) => isPoints(cell.text)).map((cell) => cell.column);
}

/** The columns at which a cell of points has another at its right. */
export function pointPairs(row: Row): number[] {
  const pairs: number[] = [];
  let before = -2;
  for (const cell of row.cells) {
    if (!isPoints(cell.text)) continue;
    if (cell.column === before + 1) pairs.push(before);
    before = cell.column;
  }
  return pairs;
}

/** Whether more actuals and targets stand to the right of the points than to the left. @param rows those with points at `first` */
function readsBackwards(rows: readonly Row[], first: number): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const right = cells.filter((cell) => cell.column > first + 1 && isValue(cell.text)).length;
  let left = 0;
  // Mostly there are only reasons to the right, and nothing needs to be counted.
  for (let at = 0; at < cells.length && left < right; at++)
    if (cells[at]!.column < first && isValue(cells[at]!.text)) left++;
  return right > left;
}

function isValue(cell: string): boolean {
  const shape = shapeOf(cell);
  return shape === "quantity" || shape === "verdict";
}

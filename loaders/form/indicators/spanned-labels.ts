/**
 * Labels of merged cells whose extent the reader knows: each row that the cell covers has its label.
 */
import type { Row } from "../../readers/sheet.ts";
import type { Layout } from "./columns.ts";
import type { TableLine } from "./lines.ts";

const LEVELS = ["level1", "level2"] as const;

/**
 * The lines of a page with the labels of merged cells on every row that these cover. Where not every row comes to a label of
 * both levels, a name and its weight that way (a row known to have no points needs none), the lines are given back as they are: the cells do not tell all.
 *
 * @param lines one for each of `rows`
 */
export function withSpannedLabels(
  lines: readonly TableLine[],
  rows: readonly Row[],
  layout: Layout,
): readonly TableLine[] {
  const isMerged = (row: Row): boolean => LEVELS.some((field) => spanAt(row, layout[field]) > 1);
  if (!rows.some(({ cells }) => cells.some((cell) => cell.rowSpan !== undefined)) || !rows.some(isMerged))
    return lines;
  const filled = lines.map((line): TableLine => ({ ...line, parts: { ...line.parts }, whole: true }));
  for (const field of LEVELS) {
    let label: TableLine["parts"]["level1"] = [];
    let covered = 0;
    rows.forEach((row, index) => {
      const own = lines[index]!.parts[field];
      if (own.length > 0) {
        label = own;
        covered = row.line + spanAt(row, layout[field]);
      } else if (row.line < covered) filled[index]!.parts[field] = label;
    });
  }
  return filled.every(isComplete) ? filled : lines;
}

function spanAt({ cells }: Row, column: number): number {
  return cells.find((cell) => cell.column === column)?.rowSpan ?? 1;
}

function isComplete({ parts, withoutPoints }: TableLine): boolean {
  const hasPoints = parts.weight.length > 0 || withoutPoints === true;
  return hasPoints && parts.level1.length > 0 && parts.level2.length > 0 && parts.name.length > 0;
}

/**
 * The groups of a table whose cells are whole: which rows a label of 一级指标 or 二级指标 covers.
 */
import type { Row } from "../../readers/sheet.ts";
import type { GridField, GridHeading } from "./grid-heading.ts";
import { bareLevel, isKnownLabel } from "./grid-labels.ts";
import type { LineField, Part, TableLine } from "./lines.ts";

type Levels = Record<"level1" | "level2", Part[]>;

/**
 * The lines with the labels of their groups. Where the reader knows how far a merged cell reaches, or a group has a name of
 * its own, labels are those printed; where it does not, and all are the form's own, they are read like any others.
 */
export function withLevels(
  lines: readonly TableLine[],
  rows: readonly Row[],
  heading: GridHeading,
): TableLine[] | null {
  const named = lines.filter(({ parts }) => parts.name.length > 0);
  const columns = new Map([...heading.fields].map(([column, field]) => [field, column]));
  // Some forms have no groups at all.
  if (!columns.has("level1") && !columns.has("level2"))
    return named.map((line) => ({ ...line, whole: true }));
  const begin = beginsWithLabels(lines, columns);
  const spans = rows.some(({ cells }) => cells.some(({ rowSpan }) => rowSpan !== undefined));
  const labels = lines.flatMap(({ parts }) => [...parts.level1, ...parts.level2]);
  const areKnown = labels.every(({ text }) => isKnownLabel(bareLevel(text)));
  // Where a program kept the cells apart and each label stands first, what is empty below it is covered by it.
  const isTold = spans || (begin && rows.every((row) => row.kept));
  if (!isTold && areKnown) return [...named];
  if (!begin) return null;
  let open: Levels = { level1: [], level2: [] };
  return lines.flatMap((line): TableLine[] => {
    const { level1, level2, name } = line.parts;
    if (level1.length > 0) open = { level1, level2: [] };
    if (level2.length > 0) open = { ...open, level2 };
    return name.length > 0 ? [{ ...line, parts: { ...line.parts, ...open }, whole: true }] : [];
  });
}

/**
 * Whether labels stand in the first row of their groups: the first row has them all, and where a group of level 1 begins one
 * of level 2 does. Labels in the middle of the rows that they cover stand otherwise.
 */
function beginsWithLabels(lines: readonly TableLine[], columns: ReadonlyMap<GridField, number>): boolean {
  const fields = (["level1", "level2"] as const).filter((field) => columns.has(field));
  const has = (index: number, field: LineField): boolean => (lines[index]?.parts[field].length ?? 0) > 0;
  if (fields[0] && !has(0, fields[0])) return false;
  if (fields.length < 2) return true;
  // A group of one row may have no label of level 2 at all.
  return lines.every(
    (_, at) => !has(at, "level1") || has(at, "level2") || !lines[at + 1] || has(at + 1, "level1"),
  );
}

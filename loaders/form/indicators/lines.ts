/**
 * The lines of the indicator table with their cells told apart: labels, name, target, actual, points, reason.
 */
import type { Row } from "../../readers/sheet.ts";
import { saysNothing, splitAtSpace, squeeze, withoutMarkup } from "../glyphs.ts";
import type { Flag } from "../types.ts";
import { type Layout, layoutFromWeight, layoutOfPage, pointPairs, sameColumns } from "./columns.ts";
import { placed, targetHabits } from "./displaced-rows.ts";
import { columnsOfHeading, layoutOfHeading } from "./heading.ts";
import { isLabelScrap } from "./label-scraps.ts";
import { isPoints } from "./shapes.ts";
import { withSpannedLabels } from "./spanned-labels.ts";

/** A cell's text on its way into a field. */
export interface Part {
  text: string;
  /** As it stands in the source, where the text is not that. */
  asRead?: string;
  column: number;
  line: number;
}

export const LINE_FIELDS = [
  "level1",
  "level2",
  "name",
  "target",
  "actual",
  "weight",
  "score",
  "reason",
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** One printed line of the table: a whole row, a piece of one, or dirt. */
export interface TableLine {
  line: number;
  /** Number of the page within the form, from 0: labels of merged cells are set anew on each. */
  page: number;
  parts: Record<LineField, Part[]>;
  /** The line is one row of the table, all of it, and its labels are those of its groups. */
  whole?: true;
  /** The line is one row of the table, read as it is printed whatever the sums say. */
  ownRow?: true;
  /** The line is a row without points, as forms print below the row that it is part of: 其中…. */
  withoutPoints?: true;
  /** Columns that its table does not have: nothing is missing there. */
  absent?: ReadonlySet<LineField>;
  /** Doubts that arose before the row was put together. */
  flags?: Partial<Record<LineField, Flag | undefined>>;
}

/** A run of lines between blank ones. */
export interface Page {
  rows: Row[];
  layout: Layout;
  /** Every cell stands under a heading: no column line cuts the page. */
  clean: boolean;
  /** The heading names the columns, and no line runs between those of a name. */
  headed: boolean;
}

/** How far a row's points may stand beside the column where the page has them. */
const MOST_SHIFT = 2;
/** Layout of a page that shows none and has no neighbour to take it from: 一级, 二级, 三级, 指标值, 完成值, 分值, 得分. */
const NATIONAL_LAYOUT = layoutFromWeight(5);

/**
 * The pages of the table, each with its layout: where the points stand, unless the heading says otherwise; a page
 * without points takes that of the total row under it.
 */
export function pagesOf(heading: readonly Row[], rows: readonly Row[], totalRows: readonly Row[]): Page[] {
  const runs: Row[][] = [];
  let open = false;
  for (const row of rows) {
    if (row.cells.length === 0) open = false;
    else if (open) runs.at(-1)!.push(row);
    else {
      runs.push([row]);
      open = true;
    }
  }
  const columns = columnsOfHeading(heading);
  const pages: Page[] = [];
  runs.forEach((run, index) => {
    const under = index === runs.length - 1 ? totalRows : [];
    const byPoints = layoutOfPage(run) ?? layoutOfPage(under) ?? pages.at(-1)?.layout ?? NATIONAL_LAYOUT;
    const byHeading = layoutOfHeading(columns, run);
    const layout = byHeading && !sameColumns(byHeading, byPoints) ? byHeading : byPoints;
    const headed = byHeading !== null && sameColumns(byHeading, layout) && layout.nameFrom === layout.nameTo;
    pages.push({ rows: run, layout, clean: byHeading !== null && isClean(heading, run), headed });
  });
  return pages;
}

function isClean(heading: readonly Row[], rows: readonly Row[]): boolean {
  const columns = new Set(heading.flatMap((row) => row.cells.map((cell) => cell.column)));
  return rows.every((row) => row.cells.every((cell) => columns.has(cell.column)));
}

/** Tells the cells of a page's rows apart. */
export function linesOfPage({ rows, layout, clean, headed }: Page, number: number): readonly TableLine[] {
  const habits = headed ? targetHabits(rows, layout) : null;
  const lines = rows.map((printed) => {
    const { row, flags } = habits ? placed(printed, layout, habits) : { row: printed };
    const parts = partsOf(row, layout);
    const line: TableLine = { line: row.line, page: number, parts, ...(flags && { flags }) };
    return clean && lacksOnlyPoints(parts) ? { ...line, withoutPoints: true as const } : line;
  });
  return withSpannedLabels(lines, rows, layout);
}

/** A name with its target and its actual, each in one cell, beside empty cells of points. */
function lacksOnlyPoints({ name, target, actual, weight, score }: TableLine["parts"]): boolean {
  const isSubRow = name.length === 1 && target.length === 1 && actual.length === 1;
  return isSubRow && weight.length === 0 && score.length === 0;
}

function partsOf(row: Row, pageLayout: Layout): TableLine["parts"] {
  const layout = layoutOfRow(row, pageLayout);
  const parts: TableLine["parts"] = {
    level1: [],
    level2: [],
    name: [],
    target: [],
    actual: [],
    weight: [],
    score: [],
    reason: [],
  };
  for (const cell of row.cells) {
    const text = withoutMarkup(cell.text).trim();
    if (text === "") continue;
    const field = fieldAt(cell.column, layout);
    if (!field) continue;
    if ((cell.column === layout.sign || cell.column === layout.unit) && saysNothing(text)) continue;
    const part = { text, column: cell.column, line: row.line };
    if (field === "weight" || field === "score") pushPoints(parts, field, part);
    else if (field === "level2" || field === "level1") pushLabel(parts, field, part);
    else parts[field].push(part);
  }
  return parts;
}

/** The page's layout, moved where this row's points stand beside the page's columns. */
function layoutOfRow(row: Row, layout: Layout): Layout {
  if (layout.reversed || layout.named) return layout;
  const starts = pointPairs(row);
  if (starts.length === 0 || starts.includes(layout.weight)) return layout;
  const nearest = starts.sort((a, b) => Math.abs(a - layout.weight) - Math.abs(b - layout.weight))[0]!;
  return Math.abs(nearest - layout.weight) <= MOST_SHIFT ? layoutFromWeight(nearest) : layout;
}

function fieldAt(column: number, layout: Layout): LineField | null {
  if (column === layout.sign || column === layout.unit) return "target";
  for (const field of ["weight", "score", "actual", "target", "level2", "level1"] as const)
    if (layout[field] === column) return field;
  if (column >= layout.nameFrom && column <= layout.nameTo) return "name";
  return column >= layout.reasonFrom ? "reason" : null;
}

/** Two points may have run into one cell (`10.00 10.00`); words in a cell of points are dirt or a reason. */
function pushPoints(parts: TableLine["parts"], field: "weight" | "score", part: Part): void {
  for (const text of splitAtSpace(part.text)) {
    if (isPoints(text)) parts[field].push({ ...part, text });
    else if (field === "score") parts.reason.push({ ...part, text });
  }
}

/** A word without what a line beside it left at its end. */
function withoutStrokes(word: string): string {
  return word.replace(/[/\\|_'`.,]+$/, "");
}

/** A label cell into which the name ran (`数量 完成课题数`): the scraps of the label first, the name behind. */
function pushLabel(parts: TableLine["parts"], field: "level1" | "level2", part: Part): void {
  const words = splitAtSpace(part.text);
  const scraps = words.findIndex((word) => !isLabelScrap(withoutStrokes(word)));
  const rest = scraps < 0 ? "" : words.slice(scraps).join(" ");
  if (field === "level2" && scraps > 0 && squeeze(rest).length > 4) {
    parts.level2.push({ ...part, text: words.slice(0, scraps).join(" ") });
    parts.name.push({ ...part, text: rest });
  } else parts[field].push(part);
}

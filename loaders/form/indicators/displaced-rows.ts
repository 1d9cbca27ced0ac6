/**
 * Rows that stand beside their headings: a cell too many, or one too few, moved all that follow. Where the headings name
 * the columns, the row's points tell that it moved, and what its cells hold tells where.
 */
import type { Cell, Row } from "../../readers/sheet.ts";
import { countCjk } from "../glyphs.ts";
import type { Flag } from "../types.ts";
import { INDICATOR_NAME_ENDING } from "../vocabulary.ts";
import { type Layout, pointPairs } from "./columns.ts";
import { isLabelScrap } from "./label-scraps.ts";
import type { LineField } from "./lines.ts";
import { shapeOf } from "./shapes.ts";

/** A row with its cells under their headings, and what is to be said of those that were moved. */
export interface PlacedRow {
  row: Row;
  flags?: Partial<Record<LineField, Flag>>;
}

/** How the page prints its targets. */
export interface TargetHabits {
  /** Most targets that are quantities begin with a sign (≥, =, ≤). */
  signed: boolean;
}

/** One way to move the cells back. */
interface Placement {
  row: Row;
  cost: number;
}

const MOVED: Flag = {
  status: "repaired",
  reason: "该行各格与表头错开一列，按分值、得分所在的列和各格内容移回",
};
const UNCLEAR: Flag = { status: "uncertain", reason: "该行少一格或多一格，分不出各格原来在哪一列" };
const LABEL_LOST: Flag = { status: "uncertain", reason: "该行少一格，缺的可能就是这一级指标的名称" };
const COST_WRONG_LABEL = 2;
const COST_WRONG_NAME = 2;
const COST_NO_NAME = 1.5;
/** Fewer characters are a target in words (完成, 规范), and so are words that do not end like the name of an indicator. */
const SHORTEST_NAME = 4;
const COST_STRANGE_NAME = 1;
const COST_NO_VALUE = 1;
const COST_SIGNED_ACTUAL = 1;
const COST_UNSIGNED_TARGET = 0.5;
/** What is told apart by less is in doubt. */
const CLEAR_MARGIN = 0.5;
const SIGN = /^(?:[=<>≥≤≧≦＝＞＜]|不低于|不少于|不超过)/;
const FIELDS = ["level1", "level2", "name", "target", "actual"] as const;

/** How the rows that stand under their headings print targets. */
export function targetHabits(rows: readonly Row[], layout: Layout): TargetHabits {
  const targets = rows
    .filter((row) => pointPairs(row).includes(layout.weight))
    .map((row) => textAt(row, layout.target))
    .filter((text) => shapeOf(text) === "quantity");
  const signed = targets.filter((text) => SIGN.test(text)).length;
  return { signed: targets.length > 0 && signed * 2 > targets.length };
}

/** A row under its headings; one that stands beside them by more than a column, or by none, as it is. */
export function placed(row: Row, layout: Layout, habits: TargetHabits): PlacedRow {
  if (layout.reversed || layout.score !== layout.weight + 1) return { row };
  const pairs = pointPairs(row);
  const moved = pairs.includes(layout.weight) ? 0 : pairs.map((at) => at - layout.weight).find(isOneColumn);
  if (!moved) return { row };
  const placements = (moved > 0 ? withoutOneCell(row, layout) : withOneCellMore(row, layout))
    .map((own): Placement => ({ row: own, cost: costOf(own, layout, habits) }))
    .sort((a, b) => a.cost - b.cost);
  const [best] = placements;
  if (!best) return { row };
  const rivals = placements.filter(({ cost }) => cost < best.cost + CLEAR_MARGIN);
  const flags = flagsOf(row, rivals, layout);
  return { row: best.row, flags: moved < 0 ? { ...flags, ...labelsInDoubt(best.row, layout) } : flags };
}

function isOneColumn(columns: number): boolean {
  return Math.abs(columns) === 1;
}

/** The row without one of its empty cells, the cells behind it moved up. */
function withoutOneCell(row: Row, { weight }: Layout): Row[] {
  return columnsUpTo(weight)
    .filter((empty) => textAt(row, empty) === "")
    .map((empty) => moveFrom(row, empty + 1, -1));
}

/** The row with an empty cell more, the cells behind it moved down. */
function withOneCellMore(row: Row, { weight }: Layout): Row[] {
  return columnsUpTo(weight - 1).map((lost) => moveFrom(row, lost, 1));
}

function columnsUpTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, column) => column);
}

function moveFrom(row: Row, from: number, by: number): Row {
  const move = (cell: Cell): Cell =>
    cell.column < from ? cell : { ...cell, column: Math.max(0, cell.column + by) };
  return { ...row, cells: row.cells.map(move) };
}

function textAt(row: Row, column: number): string {
  return row.cells.find((cell) => cell.column === column)?.text.trim() ?? "";
}

/** How badly the cells of a row fit the headings they stand under. */
function costOf(row: Row, layout: Layout, { signed }: TargetHabits): number {
  let cost = 0;
  for (const field of ["level1", "level2"] as const) {
    const label = textAt(row, layout[field]);
    if (label !== "" && !isLabelScrap(label.replace(/[(（].*$/, ""))) cost += COST_WRONG_LABEL;
  }
  const name = textAt(row, layout.nameFrom);
  if (name === "") cost += COST_NO_NAME;
  else if (shapeOf(name) !== "words" || (name.endsWith("指标") && isLabelScrap(name)))
    cost += COST_WRONG_NAME;
  else if (countCjk(name) < SHORTEST_NAME || !INDICATOR_NAME_ENDING.test(name)) cost += COST_STRANGE_NAME;
  const target = textAt(row, layout.target);
  const actual = textAt(row, layout.actual);
  if (target === "") cost += COST_NO_VALUE;
  else if (signed && shapeOf(target) === "quantity" && !SIGN.test(target)) cost += COST_UNSIGNED_TARGET;
  if (actual === "") cost += COST_NO_VALUE;
  else if (SIGN.test(actual)) cost += COST_SIGNED_ACTUAL;
  return cost;
}

/** Where the row lost a cell, a label that is not there may be the one that was lost. */
function labelsInDoubt(row: Row, layout: Layout): PlacedRow["flags"] {
  const isEmpty = (field: "level1" | "level2"): boolean => textAt(row, layout[field]) === "";
  return {
    ...(isEmpty("level1") && { level1: LABEL_LOST }),
    ...(isEmpty("level2") && { level2: LABEL_LOST }),
  };
}

/** Cells that every likely placement agrees on were moved; those on which they differ are in doubt. */
function flagsOf(row: Row, [best, ...rivals]: readonly Placement[], layout: Layout): PlacedRow["flags"] {
  const flags: PlacedRow["flags"] = {};
  for (const field of FIELDS) {
    const column = field === "name" ? layout.nameFrom : layout[field];
    const own = textAt(best!.row, column);
    // What is empty is missing, and says so by itself.
    if (own === "") continue;
    if (rivals.some((rival) => textAt(rival.row, column) !== own)) flags[field] = UNCLEAR;
    else if (textAt(row, column) !== own) flags[field] = MOVED;
  }
  return flags;
}

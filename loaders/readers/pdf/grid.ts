/**
 * Tables from ruling lines: lines that meet belong to one table; where no line divides two squares of its grid, they are
 * one merged cell.
 */
import { type Box, distinctPositions, type Ruling, type Rulings } from "./geometry.ts";

/** Lines whose positions differ no more are one: cells draw their borders twice. */
const SAME_LINE = 3;
/** A gap in a line, or between a line and the one it should meet. */
const MOST_GAP = 4;
/** Share of a square's side that must be drawn to divide it from its neighbour. */
const LEAST_DRAWN = 0.5;

/** A cell of a table: the rows and columns of the grid that it covers, and its box. */
export interface GridCell extends Box {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

export interface Grid extends Box {
  /** Where its columns begin and end; one more than there are columns. */
  columns: number[];
  /** Where its rows begin and end. */
  rows: number[];
  cells: GridCell[];
}

/** The tables that lines make, from top to bottom. */
export function gridsOf(rulings: Rulings): Grid[] {
  const vertical = joined(rulings.vertical);
  const horizontal = joined(rulings.horizontal);
  return tablesOf({ vertical, horizontal })
    .map(gridOf)
    .filter((grid) => grid.cells.length > 1)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Lines on one position, those that touch or overlap as one. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const positions = distinctPositions(
    rulings.map(({ at }) => at),
    SAME_LINE,
  );
  const lines: Ruling[] = [];
  const byPosition = new Map<number, Ruling[]>();
  for (const ruling of rulings) {
    const at = nearest(positions, ruling.at);
    byPosition.set(at, [...(byPosition.get(at) ?? []), ruling]);
  }
  for (const [at, own] of byPosition) {
    let last: Ruling | null = null;
    for (const { from, to } of own.sort((a, b) => a.from - b.from)) {
      if (last && from <= last.to + MOST_GAP) last.to = Math.max(last.to, to);
      else {
        last = { at, from, to };
        lines.push(last);
      }
    }
  }
  return lines;
}

function nearest(positions: readonly number[], position: number): number {
  return positions.reduce((best, other) =>
    Math.abs(other - position) < Math.abs(best - position) ? other : best,
  );
}

/** Lines that meet, table by table. */
function tablesOf({ vertical, horizontal }: Rulings): Rulings[] {
  const tables: Rulings[] = [];
  const left = new Set([...vertical]);
  const across = new Set([...horizontal]);
  for (const first of horizontal) {
    if (!across.delete(first)) continue;
    const table: Rulings = { vertical: [], horizontal: [first] };
    for (let at = 0, downs = 0; at < table.horizontal.length || downs < table.vertical.length; ) {
      if (at < table.horizontal.length) {
        const line = table.horizontal[at++]!;
        for (const other of left) if (meet(other, line)) take(left, other, table.vertical);
      } else {
        const line = table.vertical[downs++]!;
        for (const other of across) if (meet(line, other)) take(across, other, table.horizontal);
      }
    }
    tables.push(table);
  }
  return tables;
}

function take(from: Set<Ruling>, ruling: Ruling, to: Ruling[]): void {
  from.delete(ruling);
  to.push(ruling);
}

function meet(vertical: Ruling, horizontal: Ruling): boolean {
  return (
    vertical.at >= horizontal.from - MOST_GAP &&
    vertical.at <= horizontal.to + MOST_GAP &&
    horizontal.at >= vertical.from - MOST_GAP &&
    horizontal.at <= vertical.to + MOST_GAP
  );
}

function gridOf({ vertical, horizontal }: Rulings): Grid {
  // A table may be open at its sides: its lines then end where it ends.
  const columns = distinctPositions([...vertical.map(({ at }) => at), ...outermost(horizontal)], SAME_LINE);
  const rows = distinctPositions([...horizontal.map(({ at }) => at), ...outermost(vertical)], SAME_LINE);
  const right = (row: number, column: number): boolean =>
    isDrawn(vertical, columns[column + 1]!, rows[row]!, rows[row + 1]!);
  const below = (row: number, column: number): boolean =>
    isDrawn(horizontal, rows[row + 1]!, columns[column]!, columns[column + 1]!);
  return {
    left: columns[0] ?? 0,
    right: columns.at(-1) ?? 0,
    top: rows[0] ?? 0,
    bottom: rows.at(-1) ?? 0,
    columns,
    rows,
    cells: cellsOf(columns, rows, right, below),
  };
}

function outermost(rulings: readonly Ruling[]): number[] {
  if (rulings.length === 0) return [];
  return [Math.min(...rulings.map(({ from }) => from)), Math.max(...rulings.map(({ to }) => to))];
}

/** Whether a line on a position is drawn over most of a side. */
function isDrawn(rulings: readonly Ruling[], at: number, from: number, to: number): boolean {
  let drawn = 0;
  for (const line of rulings)
    if (Math.abs(line.at - at) <= SAME_LINE)
      drawn += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  return drawn >= (to - from) * LEAST_DRAWN;
}

type Divides = (row: number, column: number) => boolean;

/** Squares that no line divides, as cells. */
function cellsOf(
  columns: readonly number[],
  rows: readonly number[],
  right: Divides,
  below: Divides,
): GridCell[] {
  const width = columns.length - 1;
  const height = rows.length - 1;
  if (width < 1 || height < 1) return [];
  const taken = new Array<boolean>(width * height).fill(false);
  const cells: GridCell[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (taken[row * width + column]) continue;
      let columnSpan = 1;
      while (column + columnSpan < width && !right(row, column + columnSpan - 1)) columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < height && !below(row + rowSpan - 1, column)) rowSpan++;
      for (let down = row; down < row + rowSpan; down++)
        taken.fill(true, down * width + column, down * width + column + columnSpan);
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: columns[column]!,
        right: columns[column + columnSpan]!,
        top: rows[row]!,
        bottom: rows[row + rowSpan]!,
      });
    }
  return cells;
}

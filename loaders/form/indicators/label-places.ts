/**
 * Where in a merged cell its label stands, and what that costs: in the middle, as pages are set, or in its first row, as
 * tables are exported.
 */
import type { LevelRow } from "./level-evidence.ts";
import type { LabelScrap } from "./level-labels.ts";

/** Where a merged cell shows its label. */
export type Anchor = "middle" | "top";

/** What it costs to let a cell reach over the rows from one on to another, that one exclusive. */
export type CostOfPlace = (from: number, to: number) => number;

/** A label off the middle of its cell, for each printed line. */
const COST_LINE_OFF = 0.8;
const MOST_OFF = 2.4;
/** A label below the first row of its cell, for each row: exported tables are exact. */
const COST_ROW_OFF_TOP = 2;
const MOST_OFF_TOP = 4;
/** Where a cell goes on on the next page, its label may stand anywhere in either part. */
const TRUST_ACROSS_PAGES = 0.25;

/** The costs of a table's cells. @param labels the scraps of level 2 in each row */
export function costsOfPlaces(
  rows: readonly LevelRow[],
  labels: readonly LabelScrap[][],
  anchor: Anchor,
): CostOfPlace {
  return anchor === "middle" ? offMiddle(rows, labels) : offTop(labels);
}

/** How far the labels stand from the middle of their cell; a page break cuts a cell in two, each part with a label of its own. */
function offMiddle(rows: readonly LevelRow[], labels: readonly LabelScrap[][]): CostOfPlace {
  const tops = runningSums(rows.map((row) => row.height));
  const cells = runningSums(labels.map((list) => list.length));
  const places = runningSums(
    rows.map((row, index) =>
      labels[index]!.reduce((sum, scrap) => sum + tops[index]! + row.height * scrap.within, 0),
    ),
  );
  const pageEnds = endsOfPages(rows);
  const labelled = runningSums(labels.map((list) => (list.length > 0 ? 1 : 0)));
  const labelledHeights = runningSums(rows.map((row, index) => (labels[index]!.length > 0 ? row.height : 0)));
  const offOnPage = (from: number, to: number): number => {
    const number = cells[to]! - cells[from]!;
    if (number === 0) return 0;
    const mean = (places[to]! - places[from]!) / number;
    // In a row of several lines a label stands at any of them.
    const inOneRow = labelled[to]! - labelled[from]! === 1;
    const tolerance = inOneRow ? (labelledHeights[to]! - labelledHeights[from]! - 1) / 2 : 0;
    const distance = Math.abs(mean - (tops[from]! + tops[to]!) / 2);
    return Math.min(MOST_OFF, COST_LINE_OFF * Math.max(0, distance - tolerance));
  };
  return (from, to) => {
    let cost = 0;
    let parts = 0;
    for (let start = from; start < to; parts++) {
      const end = Math.min(to, pageEnds[start]!);
      cost += offOnPage(start, end);
      start = end;
    }
    return parts > 1 ? cost * TRUST_ACROSS_PAGES : cost;
  };
}

/** For each row the first one of the next page. */
function endsOfPages(rows: readonly LevelRow[]): number[] {
  const ends = new Array<number>(rows.length).fill(rows.length);
  for (let row = rows.length - 2; row >= 0; row--)
    ends[row] = rows[row]!.page === rows[row + 1]!.page ? ends[row + 1]! : row + 1;
  return ends;
}

/** How many rows above its first label a cell begins. */
function offTop(labels: readonly LabelScrap[][]): CostOfPlace {
  const next = new Array<number>(labels.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let row = labels.length - 1; row >= 0; row--)
    next[row] = labels[row]!.length > 0 ? row : next[row + 1]!;
  return (from, to) =>
    next[from]! < to ? Math.min(MOST_OFF_TOP, COST_ROW_OFF_TOP * (next[from]! - from)) : 0;
}

function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

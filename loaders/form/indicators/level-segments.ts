/**
 * Which rows each pair of 一级指标 and 二级指标 covers.
 *
 * The pairs follow each other in a fixed order, so the rows fall into consecutive segments, one a pair. What a label left
 * in a row, where in its segment a label stands, and what a row's words speak of each cost something where they do not
 * fit; the cheapest cut wins, and what the next best would have cost tells how sure it is.
 */
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { type Anchor, type LevelRow, pricesOf, type SegmentPrices } from "./level-costs.ts";
import { isCleanLabel, isNearlyWholeLabel } from "./level-labels.ts";

/** Consecutive rows of one group, `from` inclusive, `to` exclusive. */
export interface LevelSegment {
  from: number;
  to: number;
  /** Index in LEVEL_GROUPS. */
  group: number;
}

export interface LevelCut {
  segments: LevelSegment[];
  /** For each row, how much dearer the cheapest cut is that puts it under another label. */
  margins: LevelMargins[];
}

export interface LevelMargins {
  level1: number;
  level2: number;
  /** The label that such a cut gives the row; an index in LEVEL_GROUPS, -1 where there is no other cut. */
  rival1: number;
  rival2: number;
}

/** Cuts the rows of a table into the groups of the form. @param seamed whether column lines cut the names of the page */
export function cutLevels(rows: readonly LevelRow[], seamed: boolean): LevelCut {
  if (rows.length === 0) return { segments: [], margins: [] };
  const middle = cheapestCutOf(rows, "middle");
  if (!couldShowLabelsOnTop(rows)) return middle;
  const top = cheapestCutOf(rows, "top");
  if (!seamed && looksExported(rows)) top.cost -= PRIOR_OF_TOP;
  return top.cost < middle.cost ? doubted(top, middle) : doubted(middle, top);
}

/** Labels of an exported table that could all stand in first rows hardly do so by chance. */
const PRIOR_OF_TOP = 0.8;

/**
 * Whether the labels could stand in the first rows of their cells: then all are in one piece, the first row has one of
 * each level, and none of level 1 stands without one of level 2 beside it.
 */
function couldShowLabelsOnTop(rows: readonly LevelRow[]): boolean {
  const levels = rows.map((row) => new Set(row.scraps.map((scrap) => scrap.level)));
  if (levels[0]!.size < 2 || levels.some((own) => own.has(1) && !own.has(2))) return false;
  return rows.every((row) => row.scraps.every(({ level, text }) => level === 1 || isNearlyWholeLabel(text)));
}

/** A table out of a spreadsheet has no pages and no broken lines, and its labels are whole. */
function looksExported(rows: readonly LevelRow[]): boolean {
  return rows.every(
    (row) => row.page === rows[0]!.page && row.height === 1 && row.scraps.every(isCleanLabel),
  );
}

/** The cheapest cut of the segments that are likely; of all, where these do not cover the table. */
function cheapestCutOf(rows: readonly LevelRow[], anchor: Anchor): PricedCut {
  const likely = cheapestCut(pricesOf(rows, anchor), rows.length);
  return likely ?? cheapestCut(pricesOf(rows, anchor, Number.POSITIVE_INFINITY), rows.length)!;
}

interface PricedCut extends LevelCut {
  cost: number;
}

/** The better cut, with the doubts that the other one raises where it differs. */
function doubted(better: PricedCut, other: PricedCut): LevelCut {
  const own = groupsOfRows(better.segments);
  const margin = other.cost - better.cost;
  groupsOfRows(other.segments).forEach((group, row) => {
    const margins = better.margins[row]!;
    if (own[row] !== group) noteRival(margins, own[row]!, group, margin);
  });
  return better;
}

/** Takes down a cut that gives a row another label, if none so cheap was known. */
function noteRival(margins: LevelMargins, own: number, rival: number, margin: number): void {
  if (margin < margins.level2) [margins.level2, margins.rival2] = [margin, rival];
  const isOther = LEVEL_GROUPS[own]!.level1 !== LEVEL_GROUPS[rival]!.level1;
  if (isOther && margin < margins.level1) [margins.level1, margins.rival1] = [margin, rival];
}

function groupsOfRows(segments: readonly LevelSegment[]): number[] {
  return segments.flatMap(({ from, to, group }) => new Array<number>(to - from).fill(group));
}

function cheapestCut(prices: SegmentPrices, count: number): PricedCut | null {
  const { costs, starts } = prices;
  const last = prices.groups.length;
  // forward[g][b]: cheapest cut of the rows before b whose groups stand before position g.
  const forward = table(last + 1, count + 1);
  // backward[g][b]: cheapest cut of the rows from b on whose groups stand at position g or behind.
  const backward = table(last + 1, count + 1);
  for (let g = 0; g <= last; g++) {
    forward[g]![0] = 0;
    backward[g]![count] = 0;
  }
  for (let g = 0; g < last; g++) {
    const before = forward[g]!;
    const after = forward[g + 1]!;
    for (let to = 0; to <= count; to++) after[to] = before[to]!;
    for (let from = 0; from < count; from++)
      for (let at = starts[from]! + g, to = from + 1; at < starts[from + 1]!; at += last, to++)
        after[to] = Math.min(after[to]!, before[from]! + costs[at]!);
  }
  for (let g = last - 1; g >= 0; g--) {
    const behind = backward[g + 1]!;
    const here = backward[g]!;
    for (let from = count; from >= 0; from--) {
      let least = behind[from]!;
      for (let at = starts[from]! + g, to = from + 1; at < starts[from + 1]!; at += last, to++)
        least = Math.min(least, costs[at]! + behind[to]!);
      here[from] = least;
    }
  }
  const cost = forward[last]![count]!;
  if (cost === Number.POSITIVE_INFINITY) return null;
  const segments = traceBack(forward, prices, count);
  return { cost, segments, margins: marginsOf(segments, prices, forward, backward, count) };
}

function table(height: number, width: number): number[][] {
  const rows: number[][] = [];
  for (let row = 0; row < height; row++) rows.push(new Array<number>(width).fill(Number.POSITIVE_INFINITY));
  return rows;
}

function traceBack(
  forward: readonly (readonly number[])[],
  prices: SegmentPrices,
  count: number,
): LevelSegment[] {
  const segments: LevelSegment[] = [];
  let to = count;
  for (let g = prices.groups.length - 1; g >= 0 && to > 0; g--) {
    if (forward[g + 1]![to] === forward[g]![to]) continue;
    let from = 0;
    while (forward[g]![from]! + priceOf(prices, g, from, to) !== forward[g + 1]![to]) from++;
    segments.unshift({ from, to, group: prices.groups[g]! });
    to = from;
  }
  return segments;
}

function priceOf({ groups, costs, starts }: SegmentPrices, g: number, from: number, to: number): number {
  const at = starts[from]! + (to - from - 1) * groups.length + g;
  return at < starts[from + 1]! ? costs[at]! : Number.POSITIVE_INFINITY;
}

/** For each row the cost that the best cut with another label for it adds. */
function marginsOf(
  segments: readonly LevelSegment[],
  prices: SegmentPrices,
  forward: readonly (readonly number[])[],
  backward: readonly (readonly number[])[],
  count: number,
): LevelMargins[] {
  const cost = forward.at(-1)![count]!;
  const groupOfRow = groupsOfRows(segments);
  const margins = groupOfRow.map(() => ({
    level1: Number.POSITIVE_INFINITY,
    level2: Number.POSITIVE_INFINITY,
    rival1: -1,
    rival2: -1,
  }));
  const { costs, starts } = prices;
  const width = prices.groups.length;
  for (const [g, group] of prices.groups.entries()) {
    const behind = backward[g + 1]!;
    for (let from = 0; from < count; from++) {
      // Every segment that begins at `from` and ends behind a row covers that row.
      let least = Number.POSITIVE_INFINITY;
      const before = forward[g]![from]! - cost;
      if (before === Number.POSITIVE_INFINITY) continue;
      for (let at = starts[from + 1]! - width + g; at >= starts[from]!; at -= width) {
        const to = from + 1 + (at - g - starts[from]!) / width;
        least = Math.min(least, before + costs[at]! + behind[to]!);
        const own = groupOfRow[to - 1]!;
        if (own !== group) noteRival(margins[to - 1]!, own, group, least);
      }
    }
  }
  return margins;
}

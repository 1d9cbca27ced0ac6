/**
 * Which rows each pair of 一级指标 and 二级指标 covers.
 *
 * The pairs follow each other in a fixed order, or in one of few, so the rows fall into consecutive segments, one a pair. What a label left
 * in a row, where in its segment a label stands, and what a row's words speak of each cost something where they do not
 * fit; the cheapest cut wins, and what the next best would have cost tells how sure it is.
 */
import { LEVEL_GROUPS } from "../vocabulary.ts";
import type { Anchor } from "./label-places.ts";
import { boundsOf, onlyAt, type PricedSegment, pricesOf, type SegmentPrices } from "./level-costs.ts";
import type { LevelRow } from "./level-evidence.ts";
import { isCleanLabel, isNearlyWholeLabel } from "./level-labels.ts";
import { ordersOf } from "./level-orders.ts";

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

/**
 * Cuts the rows of a table into the groups of the form.
 * @param seamed whether column lines cut the names of the page
 * @param doubt margins up to which the caller wants to know of other cuts; wider ones may come out infinite
 */
export function cutLevels(rows: readonly LevelRow[], seamed: boolean, doubt: number): LevelCut {
  if (rows.length === 0) return { segments: [], margins: [] };
  const exported = !seamed && looksExported(rows);
  const anchors: Anchor[] = couldShowLabelsOnTop(rows) ? ["middle", "top"] : ["middle"];
  const cuts = ordersOf(rows).flatMap((order) => {
    const bounds = boundsOf(rows, order);
    return anchors.map((anchor): PricedCut => {
      const cut = cheapestCut(pricesOf(rows, anchor, exported, bounds, doubt), rows.length);
      const prior = exported && anchor === "top" ? PRIOR_OF_TOP : 0;
      return { ...cut, cost: cut.cost - prior };
    });
  });
  const best = cuts.reduce((cheapest, cut) => (cut.cost < cheapest.cost ? cut : cheapest));
  for (const cut of cuts) if (cut !== best) addDoubts(best, cut);
  return best;
}

/** Labels of an exported table that could all stand in first rows hardly do so by chance. */
const PRIOR_OF_TOP = 1;

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

interface PricedCut extends LevelCut {
  cost: number;
}

/** Adds to the better cut the doubts that another one raises where it differs. */
function addDoubts(better: PricedCut, other: PricedCut): void {
  const own = groupsOfRows(better.segments);
  const margin = other.cost - better.cost;
  groupsOfRows(other.segments).forEach((group, row) => {
    if (own[row] !== group) noteRival(better.margins[row]!, own[row]!, group, margin);
  });
}

/** Takes down a cut that gives a row another label, if none so cheap was known. */
function noteRival(margins: LevelMargins, own: number, rival: number, margin: number): void {
  if (margin < margins.level2) [margins.level2, margins.rival2] = [margin, rival];
  const isOther = LEVEL_GROUPS[own]!.level1 !== LEVEL_GROUPS[rival]!.level1;
  if (isOther && margin < margins.level1) [margins.level1, margins.rival1] = [margin, rival];
}

function groupsOfRows(segments: readonly LevelSegment[]): number[] {
  const groups: number[] = [];
  for (const { from, to, group } of segments) for (let row = from; row < to; row++) groups.push(group);
  return groups;
}

function cheapestCut(prices: SegmentPrices, count: number): PricedCut {
  const { segments: priced } = prices;
  // forward[g][b]: cheapest cut of the rows before b whose groups stand before position g.
  const forward = [onlyAt(0, count)];
  for (let g = 0; g < priced.length; g++) {
    const before = forward[g]!;
    const after = before.slice();
    for (const { from, to, cost } of priced[g]!) after[to] = Math.min(after[to]!, before[from]! + cost);
    forward.push(after);
  }
  // backward[g][b]: cheapest cut of the rows from b on whose groups stand at position g or behind.
  const backward: number[][] = [];
  backward[priced.length] = onlyAt(count, count);
  for (let g = priced.length - 1; g >= 0; g--) {
    const behind = backward[g + 1]!;
    const here = behind.slice();
    for (const { from, to, cost } of priced[g]!) here[from] = Math.min(here[from]!, cost + behind[to]!);
    backward[g] = here;
  }
  const segments = traceBack(forward, prices, count);
  const cost = forward.at(-1)![count]!;
  return { cost, segments, margins: marginsOf(segments, prices, forward, backward) };
}

function traceBack(
  forward: readonly (readonly number[])[],
  { groups, segments: priced }: SegmentPrices,
  count: number,
): LevelSegment[] {
  const segments: LevelSegment[] = [];
  let end = count;
  for (let g = groups.length - 1; g >= 0 && end > 0; g--) {
    const cost = forward[g + 1]![end]!;
    if (cost === forward[g]![end]) continue;
    const last = priced[g]!.find((own) => own.to === end && forward[g]![own.from]! + own.cost === cost)!;
    segments.unshift({ from: last.from, to: end, group: groups[g]! });
    end = last.from;
  }
  return segments;
}

/** For each row the cost that the best cut with another label for it adds. */
function marginsOf(
  segments: readonly LevelSegment[],
  { groups, segments: priced }: SegmentPrices,
  forward: readonly (readonly number[])[],
  backward: readonly (readonly number[])[],
): LevelMargins[] {
  const cost = forward.at(-1)!.at(-1)!;
  const groupOfRow = groupsOfRows(segments);
  const margins = groupOfRow.map(() => ({
    level1: Number.POSITIVE_INFINITY,
    level2: Number.POSITIVE_INFINITY,
    rival1: -1,
    rival2: -1,
  }));
  for (const [g, group] of groups.entries()) {
    const behind = backward[g + 1]!;
    const own = priced[g]!;
    // From the longest segment of each first row to the shortest: every segment covers the rows before its end.
    let least = Number.POSITIVE_INFINITY;
    for (let at = own.length - 1; at >= 0; at--) {
      const { from, to } = own[at]!;
      const before = forward[g]![from]! - cost;
      least = Math.min(least, before + own[at]!.cost + behind[to]!);
      const shorter = endOfShorter(own, at);
      for (let row = to - 1; row >= shorter; row--)
        if (groupOfRow[row] !== group) noteRival(margins[row]!, groupOfRow[row]!, group, least);
      if (shorter === from) least = Number.POSITIVE_INFINITY;
    }
  }
  return margins;
}

/** Where the next shorter segment from the same row on ends; that row itself for the shortest. */
function endOfShorter(segments: readonly PricedSegment[], at: number): number {
  const { from } = segments[at]!;
  const shorter = segments[at - 1];
  return shorter?.from === from ? shorter.to : from;
}

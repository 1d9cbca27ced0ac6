/**
 * Which rows each pair of 一级指标 and 二级指标 covers.
 *
 * The pairs follow each other in a fixed order, so the rows fall into consecutive segments, one a pair. What a label left
 * in a row, where in its segment a label stands, and what a row's words speak of each cost something where they do not
 * fit; the cheapest cut wins, and what the next best would have cost tells how sure it is.
 */
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { type Anchor, type LevelRow, type Price, priceOf } from "./level-costs.ts";

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
}

/** Cuts the rows of a table into the groups of the form. */
export function cutLevels(rows: readonly LevelRow[]): LevelCut {
  if (rows.length === 0) return { segments: [], margins: [] };
  const middle = cheapestCut(rows, "middle");
  const top = cheapestCut(rows, "top");
  return top.cost < middle.cost ? top : middle;
}

function cheapestCut(rows: readonly LevelRow[], anchor: Anchor): LevelCut & { cost: number } {
  const price = priceOf(rows, anchor);
  const count = rows.length;
  const groups = LEVEL_GROUPS.length;
  // forward[g][b]: cheapest cut of the rows before b whose last group comes before g; backward likewise from b on.
  const forward = table(groups + 1, count + 1);
  const backward = table(groups + 1, count + 1);
  for (let g = 0; g <= groups; g++) {
    forward[g]![0] = 0;
    backward[g]![count] = 0;
  }
  for (let g = 0; g < groups; g++)
    for (let to = 0; to <= count; to++) {
      let least = forward[g]![to]!;
      for (let from = 0; from < to; from++) least = Math.min(least, forward[g]![from]! + price(from, to, g));
      forward[g + 1]![to] = least;
    }
  for (let g = groups - 1; g >= 0; g--)
    for (let from = count; from >= 0; from--) {
      let least = backward[g + 1]![from]!;
      for (let to = from + 1; to <= count; to++)
        least = Math.min(least, price(from, to, g) + backward[g + 1]![to]!);
      backward[g]![from] = least;
    }
  const cost = forward[groups]![count]!;
  const segments = traceBack(forward, price, count);
  return {
    cost,
    segments,
    margins: marginsOf(
      segments,
      count,
      cost,
      (from, to, g) => forward[g]![from]! + price(from, to, g) + backward[g + 1]![to]!,
    ),
  };
}

function table(height: number, width: number): Float64Array[] {
  return Array.from({ length: height }, () => new Float64Array(width).fill(Number.POSITIVE_INFINITY));
}

function traceBack(forward: readonly Float64Array[], price: Price, count: number): LevelSegment[] {
  const segments: LevelSegment[] = [];
  let to = count;
  for (let g = LEVEL_GROUPS.length - 1; g >= 0 && to > 0; g--) {
    if (forward[g + 1]![to] === forward[g]![to]) continue;
    let from = 0;
    while (forward[g]![from]! + price(from, to, g) !== forward[g + 1]![to]) from++;
    segments.unshift({ from, to, group: g });
    to = from;
  }
  return segments;
}

/** For each row the cost that the best cut with another label for it adds. */
function marginsOf(
  segments: readonly LevelSegment[],
  count: number,
  cost: number,
  whole: Price,
): LevelMargins[] {
  const groupOfRow = segments.flatMap((segment) =>
    new Array<number>(segment.to - segment.from).fill(segment.group),
  );
  const margins = groupOfRow.map(() => ({
    level1: Number.POSITIVE_INFINITY,
    level2: Number.POSITIVE_INFINITY,
  }));
  for (const [g, { level1 }] of LEVEL_GROUPS.entries())
    for (let from = 0; from < count; from++) {
      // Every segment that begins at `from` and ends behind a row covers that row.
      let least = Number.POSITIVE_INFINITY;
      for (let to = count; to > from; to--) {
        least = Math.min(least, whole(from, to, g) - cost);
        const own = groupOfRow[to - 1]!;
        const margin = margins[to - 1]!;
        if (own !== g) margin.level2 = Math.min(margin.level2, least);
        if (LEVEL_GROUPS[own]!.level1 !== level1) margin.level1 = Math.min(margin.level1, least);
      }
    }
  return margins;
}

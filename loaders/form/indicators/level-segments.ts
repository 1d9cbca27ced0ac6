/**
 * Which rows each pair of 一级指标 and 二级指标 covers.
 *
 * The pairs follow each other in a fixed order, so the rows fall into consecutive segments, one a pair. What a label left
 * in a row, where in its segment a label stands, and what a row's words speak of each cost something where they do not
 * fit; the cheapest cut wins, and what the next best would have cost tells how sure it is.
 */
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { costsOfScrap, type LabelScrap } from "./level-labels.ts";

/** A row as far as its place in the order of groups is concerned. */
export interface LevelRow {
  firstLine: number;
  lastLine: number;
  page: number;
  /** Name and target, in which words may speak for a group. */
  words: string;
  scraps: LabelScrap[];
}

/** Consecutive rows of one group, `from` inclusive, `to` exclusive. */
export interface LevelSegment {
  from: number;
  to: number;
  /** Index in LEVEL_GROUPS. */
  group: number;
}

export interface LevelCut {
  segments: LevelSegment[];
  /** For each row, how much dearer the cheapest cut is that puts it into another group. */
  margins: number[];
}

/** Where a merged cell shows its label: in the middle, as pages are set, or in its first row, as tables are exported. */
type Anchor = "middle" | "top";

const COST_OTHER_WORDS = 0.6;
const COST_NO_WORDS = 0.3;
/** Words for satisfaction are used for nothing else. */
const COST_SATISFACTION = 2;
const COST_SEGMENT = 0.4;
const COST_WITHOUT_LABEL = 1.5;
const COST_LINE_OFF = 0.3;
const MOST_OFF = 1.8;

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

type Price = (from: number, to: number, group: number) => number;

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

/** For each row the cost that the best cut with another group for it adds. */
function marginsOf(segments: readonly LevelSegment[], count: number, cost: number, whole: Price): number[] {
  const groupOfRow = segments.flatMap((segment) =>
    new Array<number>(segment.to - segment.from).fill(segment.group),
  );
  const other = new Array<number>(count).fill(Number.POSITIVE_INFINITY);
  for (let g = 0; g < LEVEL_GROUPS.length; g++)
    for (let from = 0; from < count; from++) {
      // Every segment that begins at `from` and ends behind a row covers that row.
      let least = Number.POSITIVE_INFINITY;
      for (let to = count; to > from; to--) {
        least = Math.min(least, whole(from, to, g));
        if (groupOfRow[to - 1] !== g) other[to - 1] = Math.min(other[to - 1]!, least);
      }
    }
  return other.map((least) => least - cost);
}

/** The price of a segment, from sums over its rows that are taken once. */
function priceOf(rows: readonly LevelRow[], anchor: Anchor): Price {
  const perRow = LEVEL_GROUPS.map((_, group) => runningSums(rows.map((row) => costOfWords(row, group))));
  const scrapCosts = rows.map((row) => row.scraps.map((scrap) => costsOfScrap(scrap, LEVEL_GROUPS)));
  const scraps = LEVEL_GROUPS.map((_, group) =>
    runningSums(scrapCosts.map((costs) => costs.reduce((sum, cost) => sum + cost[group]!, 0))),
  );
  const own = rows.map((row) => row.scraps.filter((scrap) => scrap.level === 2));
  const labels = runningSums(own.map((list) => list.length));
  const labelLines = runningSums(own.map((list) => list.reduce((sum, scrap) => sum + scrap.line, 0)));
  const pages = pageStarts(rows);
  const anyLabel = labels.at(-1)! > 0;

  const off = (from: number, to: number): number => {
    const number = labels[to]! - labels[from]!;
    if (number === 0) return 0;
    const mean = (labelLines[to]! - labelLines[from]!) / number;
    const first = rows[from]!.firstLine;
    const expected = anchor === "middle" ? (first + rows[to - 1]!.lastLine) / 2 : first;
    return Math.min(MOST_OFF, COST_LINE_OFF * Math.abs(mean - expected));
  };
  const firstOff = (from: number, to: number): number => {
    let at = from;
    while (at < to && own[at]!.length === 0) at++;
    return at === to ? 0 : Math.min(MOST_OFF, COST_LINE_OFF * (at - from));
  };

  return (from, to, group) => {
    let cost =
      COST_SEGMENT +
      perRow[group]![to]! -
      perRow[group]![from]! +
      scraps[group]![to]! -
      scraps[group]![from]!;
    if (anyLabel && labels[to] === labels[from]) cost += COST_WITHOUT_LABEL;
    if (anchor === "top") return cost + firstOff(from, to);
    // A page break cuts a merged cell in two, each part with its label, or with a piece of it.
    for (let start = from; start < to; ) {
      const end = Math.min(to, pages.find((page) => page > start) ?? to);
      cost += off(start, end);
      start = end;
    }
    return cost;
  };
}

function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

function pageStarts(rows: readonly LevelRow[]): number[] {
  return rows.flatMap((row, index) => (index > 0 && row.page !== rows[index - 1]!.page ? [index] : []));
}

function costOfWords(row: LevelRow, group: number): number {
  const satisfaction = LEVEL_GROUPS.at(-1)!;
  const satisfied = satisfaction.speaks.test(row.words);
  if (satisfied !== (LEVEL_GROUPS[group] === satisfaction))
    return satisfied ? COST_SATISFACTION : COST_OTHER_WORDS;
  if (LEVEL_GROUPS[group]!.speaks.test(row.words)) return 0;
  return LEVEL_GROUPS.some((other) => other.speaks.test(row.words)) ? COST_OTHER_WORDS : COST_NO_WORDS;
}

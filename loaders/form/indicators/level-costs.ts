/**
 * What it costs to put consecutive rows under one pair of labels: the evidence for levels, weighed.
 */
import { editDistance } from "../distance.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { costsOfScrap, type LabelScrap } from "./level-labels.ts";

/** A row as far as its place in the order of groups is concerned. */
export interface LevelRow {
  /** How many printed lines its tallest cell has. */
  height: number;
  page: number;
  /** Name and target, in which words may speak for a group. */
  words: string;
  scraps: LabelScrap[];
}

/** Where a merged cell shows its label: in the middle, as pages are set, or in its first row, as tables are exported. */
export type Anchor = "middle" | "top";

/** The cost of rows `from` to `to` (exclusive) under a group of LEVEL_GROUPS. */
export type Price = (from: number, to: number, group: number) => number;

const COST_OTHER_WORDS = 0.6;
const COST_NO_WORDS = 0.3;
/** Words for satisfaction are used for nothing else. */
const COST_SATISFACTION = 2;
const COST_SEGMENT = 0.4;
const COST_WITHOUT_LABEL = 1.5;
/** A label off the middle of its cell, for each printed line. */
const COST_LINE_OFF = 0.6;
const MOST_OFF = 2.4;
/** A character too many or too few in what the labels of a segment spell. */
const COST_MISSPELT = 0.25;
const MOST_MISSPELT = 2;

/** The price of every segment, from sums over its rows that are taken once. */
export function priceOf(rows: readonly LevelRow[], anchor: Anchor): Price {
  const words = LEVEL_GROUPS.map((_, group) => runningSums(rows.map((row) => costOfWords(row, group))));
  const scraps = costsOfScraps(rows);
  const labels = rows.map((row) => row.scraps.filter((scrap) => scrap.level === 2));
  const labelCount = runningSums(labels.map((list) => list.length));
  const anyLabel = labelCount.at(-1)! > 0;
  const misspelt = misspellings(labels);
  const off = anchor === "middle" ? offMiddle(rows, labels) : offTop(labels);
  return (from, to, group) => {
    const without = anyLabel && labelCount[to] === labelCount[from] ? COST_WITHOUT_LABEL : 0;
    const byWords = words[group]![to]! - words[group]![from]!;
    const byScraps = scraps[group]![to]! - scraps[group]![from]!;
    return COST_SEGMENT + without + byWords + byScraps + misspelt(from, to, group) + off(from, to);
  };
}

function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

function costOfWords(row: LevelRow, group: number): number {
  const satisfaction = LEVEL_GROUPS.at(-1)!;
  const satisfied = satisfaction.speaks.test(row.words);
  if (satisfied !== (LEVEL_GROUPS[group] === satisfaction))
    return satisfied ? COST_SATISFACTION : COST_OTHER_WORDS;
  if (LEVEL_GROUPS[group]!.speaks.test(row.words)) return 0;
  return LEVEL_GROUPS.some((other) => other.speaks.test(row.words)) ? COST_OTHER_WORDS : COST_NO_WORDS;
}

/** For each group the running sum of what the scraps in the rows speak against it. */
function costsOfScraps(rows: readonly LevelRow[]): number[][] {
  const costs = rows.map((row) => row.scraps.map((scrap) => costsOfScrap(scrap, LEVEL_GROUPS)));
  return LEVEL_GROUPS.map((_, group) =>
    runningSums(costs.map((list) => list.reduce((sum, cost) => sum + cost[group]!, 0))),
  );
}

/** The labels of a segment spell its group's once, or, in tables that repeat it, on each row. */
function misspellings(labels: readonly LabelScrap[][]): Price {
  const spelled = labels.map((list) => list.map((scrap) => scrap.text).join(""));
  const characters = runningSums(spelled.map((text) => text.length));
  const cells = runningSums(labels.map((list) => list.length));
  return (from, to, group) => {
    const label = LEVEL_GROUPS[group]!.level2;
    if (cells[to] === cells[from]) return 0;
    const segment = spelled.slice(from, to).filter((text) => text !== "");
    if (segment.length > 0 && segment.every((text) => text === label)) return 0;
    if (characters[to]! - characters[from]! > 2 * label.length) return MOST_MISSPELT;
    return Math.min(MOST_MISSPELT, COST_MISSPELT * editDistance(segment.join(""), label));
  };
}

/** How far the labels stand from the middle of their cell; a page break cuts a cell in two, each part with a label of its own. */
function offMiddle(
  rows: readonly LevelRow[],
  labels: readonly LabelScrap[][],
): (from: number, to: number) => number {
  const tops = runningSums(rows.map((row) => row.height));
  const cells = runningSums(labels.map((list) => list.length));
  const places = runningSums(
    rows.map((row, index) =>
      labels[index]!.reduce((sum, scrap) => sum + tops[index]! + row.height * scrap.within, 0),
    ),
  );
  const pages = rows.flatMap((row, index) =>
    index > 0 && row.page !== rows[index - 1]!.page ? [index] : [],
  );
  const offOnPage = (from: number, to: number): number => {
    const number = cells[to]! - cells[from]!;
    if (number === 0) return 0;
    const mean = (places[to]! - places[from]!) / number;
    return Math.min(MOST_OFF, COST_LINE_OFF * Math.abs(mean - (tops[from]! + tops[to]!) / 2));
  };
  return (from, to) => {
    let cost = 0;
    for (let start = from; start < to; ) {
      const end = Math.min(to, pages.find((page) => page > start) ?? to);
      cost += offOnPage(start, end);
      start = end;
    }
    return cost;
  };
}

/** How many rows above its first label a cell begins. */
function offTop(labels: readonly LabelScrap[][]): (from: number, to: number) => number {
  const next = new Array<number>(labels.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let row = labels.length - 1; row >= 0; row--)
    next[row] = labels[row]!.length > 0 ? row : next[row + 1]!;
  return (from, to) => (next[from]! < to ? Math.min(MOST_OFF, COST_LINE_OFF * (next[from]! - from)) : 0);
}

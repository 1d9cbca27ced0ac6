/**
 * What it costs to put consecutive rows under one pair of labels: the evidence for levels, weighed.
 *
 * What the rows themselves say adds up row by row, so the cheapest cut by that alone is found at once. It bounds every
 * cut from below, and what it truly costs, with the places and the spelling of the labels, bounds the best one from
 * above. Only segments between the two can matter; the others are never priced.
 */
import { editDistance } from "../distance.ts";
import { remembering } from "../remember.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { type Anchor, costsOfPlaces } from "./label-places.ts";
import { evidenceOf, type LevelEvidence, type LevelRow } from "./level-evidence.ts";
import type { LabelScrap } from "./level-labels.ts";

/** Consecutive rows under one group, `from` inclusive, `to` exclusive. */
export interface PricedSegment {
  from: number;
  to: number;
  cost: number;
}

/** The segments that are part of a cut which costs at most so much more than the best one. */
export interface SegmentPrices {
  /** Indices in LEVEL_GROUPS, in the form's order. */
  groups: readonly number[];
  /** For each of these groups its segments, by their first row, then by their end. */
  segments: PricedSegment[][];
}

const COST_SEGMENT = 0.4;
const COST_WITHOUT_LABEL = 1.5;
/** A table out of a spreadsheet, in which every label is whole, hardly lost one. */
const COST_WITHOUT_LABEL_EXPORTED = 4;
/** A character too many or too few in what the labels of a segment spell. */
const COST_MISSPELT = 0.25;
const MOST_MISSPELT = 2;
/** Costs are sums of fractions. */
const ROUNDING = 1e-6;

/**
 * The prices of the segments of a table.
 * @param exported the table comes out of a spreadsheet, its labels whole
 * @param bounds what its rows say
 * @param slack how much dearer than the best a cut may be whose segments are to be among them
 */
export function pricesOf(
  rows: readonly LevelRow[],
  anchor: Anchor,
  exported: boolean,
  bounds: LevelBounds,
  slack: number,
): SegmentPrices {
  const { groups, against, least } = bounds.evidence;
  const priceList = new PriceList(rows, anchor, exported);
  const all = least.length - 1;
  let most = slack + ROUNDING;
  for (const { from, to, position } of cheapestByRows(bounds))
    most += priceList.at(from, to, groups[position]!) + against[position]![to]! - against[position]![from]!;
  const segments = groups.map((): PricedSegment[] => []);
  for (let from = 0; from < all; from++)
    for (let position = 0; position < groups.length; position++) {
      const sums = against[position]!;
      const behind = bounds.behind[position + 1]!;
      const before = bounds.ahead[position]![from]! + COST_SEGMENT - sums[from]!;
      for (let to = from + 1; to <= all; to++) {
        // However well the rows behind fit, they cannot make up for more than this.
        if (before + sums[to]! + least[all]! - least[to]! > most) break;
        if (before + sums[to]! + behind[to]! > most) continue;
        const byRows = sums[to]! - sums[from]!;
        segments[position]!.push({ from, to, cost: byRows + priceList.at(from, to, groups[position]!) });
      }
    }
  return { groups, segments };
}

/** What a cut costs at least by what its rows say, whatever its labels do. */
export interface LevelBounds {
  evidence: LevelEvidence;
  /** By the number of groups used up and by row: the rows before it under the groups before that. */
  ahead: number[][];
  /** The rows from one on under the groups from one on. */
  behind: number[][];
}

/** Bounds the cuts of a table. @param order indices in LEVEL_GROUPS, as the form sets them one after the other */
export function boundsOf(rows: readonly LevelRow[], order: readonly number[]): LevelBounds {
  const evidence = evidenceOf(rows, order);
  const { against, least } = evidence;
  const all = least.length - 1;
  const ahead = [onlyAt(0, all)];
  for (let position = 0; position < against.length; position++) {
    const sums = against[position]!;
    const before = ahead[position]!;
    const after = [0];
    let opened = Number.POSITIVE_INFINITY;
    for (let to = 1; to <= all; to++) {
      opened = Math.min(opened, before[to - 1]! - sums[to - 1]!);
      after.push(Math.min(before[to]!, opened + COST_SEGMENT + sums[to]!));
    }
    ahead.push(after);
  }
  const behind: number[][] = [];
  behind[against.length] = onlyAt(all, all);
  for (let position = against.length - 1; position >= 0; position--) {
    const sums = against[position]!;
    const after = behind[position + 1]!;
    const here = [...after];
    let closed = Number.POSITIVE_INFINITY;
    for (let from = all - 1; from >= 0; from--) {
      closed = Math.min(closed, after[from + 1]! + sums[from + 1]!);
      here[from] = Math.min(after[from]!, closed + COST_SEGMENT - sums[from]!);
    }
    behind[position] = here;
  }
  return { evidence, ahead, behind };
}

/** Costs at the rows up to a last one: nothing at one of them, and no way to the others. */
export function onlyAt(row: number, last: number): number[] {
  const costs = new Array<number>(last + 1).fill(Number.POSITIVE_INFINITY);
  costs[row] = 0;
  return costs;
}

/** The cut that is cheapest by what its rows say; for each segment the position of its group. */
function cheapestByRows({ evidence, ahead }: LevelBounds): { from: number; to: number; position: number }[] {
  const { against, least } = evidence;
  const segments: { from: number; to: number; position: number }[] = [];
  let to = least.length - 1;
  for (let position = against.length - 1; to > 0; position--) {
    const before = ahead[position]!;
    if (ahead[position + 1]![to] === before[to]) continue;
    const sums = against[position]!;
    let from = to - 1;
    for (let start = to - 2; start >= 0; start--)
      if (before[start]! - sums[start]! < before[from]! - sums[from]!) from = start;
    segments.push({ from, to, position });
    to = from;
  }
  return segments;
}

/** What segments cost by their labels. Prices from one row on build on each other, so they are asked for in turn. */
class PriceList {
  private readonly labels: readonly LabelScrap[][];
  private readonly withoutLabel: number;
  private readonly costOfPlace: (from: number, to: number) => number;
  private from = -1;
  /** Of the segments from there on, of one, two … rows. */
  private shapes: number[] = [];
  private spellings: (readonly number[])[] = [];
  private spelling = new Spelling();

  constructor(rows: readonly LevelRow[], anchor: Anchor, exported: boolean) {
    this.labels = rows.map((row) => row.scraps.filter((scrap) => scrap.level === 2));
    const isLabelled = this.labels.some((list) => list.length > 0);
    this.withoutLabel = !isLabelled ? 0 : exported ? COST_WITHOUT_LABEL_EXPORTED : COST_WITHOUT_LABEL;
    this.costOfPlace = costsOfPlaces(rows, this.labels, anchor);
  }

  /** What the labels of a segment cost under a group. */
  at(from: number, to: number, group: number): number {
    if (from !== this.from) this.begin(from);
    for (let end = from + this.shapes.length + 1; end <= to; end++) this.extend(end);
    const row = to - from - 1;
    return this.shapes[row]! + this.spellings[row]![group]!;
  }

  private begin(from: number): void {
    this.from = from;
    this.shapes = [];
    this.spellings = [];
    this.spelling = new Spelling();
  }

  private extend(end: number): void {
    this.spelling.add(this.labels[end - 1]!);
    const unlabelled = this.spelling.isEmpty ? this.withoutLabel : 0;
    this.shapes.push(COST_SEGMENT + this.costOfPlace(this.from, end) + unlabelled);
    this.spellings.push(this.spelling.costs);
  }
}

/** What the labels of a growing segment spell, and what that costs under each of LEVEL_GROUPS. */
class Spelling {
  costs: readonly number[] = NO_COSTS;
  isEmpty = true;
  private text = "";
  /** The labels say the same on each row. */
  private repeats = true;
  private first = "";

  add(labels: readonly LabelScrap[]): void {
    if (labels.length === 0) return;
    let text = "";
    for (const scrap of labels) text += scrap.text;
    if (this.text === "") this.first = text;
    else if (text !== "" && text !== this.first) this.repeats = false;
    this.text += text;
    this.isEmpty = false;
    // Tables that repeat a label on each row spell it once, over and over.
    const spelt = this.repeats ? this.first : this.text;
    this.costs = spelt.length > LONGEST_SPELLING ? ALL_MISSPELT : costsOfSpelling(spelt);
  }
}

const NO_COSTS: readonly number[] = LEVEL_GROUPS.map(() => 0);
/** Longer texts than twice the longest label spell none. */
const LONGEST_SPELLING = 2 * Math.max(...LEVEL_GROUPS.map(({ level2 }) => level2.length));
const ALL_MISSPELT: readonly number[] = LEVEL_GROUPS.map(() => MOST_MISSPELT);
const costsOfSpelling = remembering((text): readonly number[] =>
  LEVEL_GROUPS.map(({ level2 }) => costOfSpelling(text, level2)),
);

function costOfSpelling(text: string, label: string): number {
  if (text.length > 2 * label.length) return MOST_MISSPELT;
  return Math.min(MOST_MISSPELT, COST_MISSPELT * editDistance(text, label));
}

/**
 * What it costs to put consecutive rows under one pair of labels: the evidence for levels, weighed.
 */
import { editDistance } from "../distance.ts";
import { remembering } from "../remember.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { costsOfScrap, type LabelScrap } from "./level-labels.ts";

/** A row as far as its place in the order of groups is concerned. */
export interface LevelRow {
  /** How many printed lines its tallest cell has. */
  height: number;
  page: number;
  /** Name and target, in which words may speak for a group. */
  words: readonly string[];
  scraps: LabelScrap[];
}

/** Where a merged cell shows its label: in the middle, as pages are set, or in its first row, as tables are exported. */
export type Anchor = "middle" | "top";

/** What every likely run of rows costs under every group that is to be considered. */
export interface SegmentPrices {
  /** Indices in LEVEL_GROUPS, in their order. */
  groups: number[];
  /**
   * The costs of the runs from the first row on, of one, two … rows as far as they are likely, then of those from the
   * second row on, and so forth; for each run one cost a group. Long tables have few likely runs.
   */
  costs: Float64Array;
  /** Where the costs of the runs from each row on begin, and where the last ones end. */
  starts: number[];
}

const COST_OTHER_WORDS = 0.6;
/** Words that name another group: `数量`, `质量`, `成本`. */
const COST_OTHER_NAMED = 1;
const COST_NO_WORDS = 0.3;
/** Words for satisfaction are used for nothing else. */
const SATISFACTION = LEVEL_GROUPS.length - 1;
const COST_SATISFACTION = 2;
const COST_NO_SATISFACTION = 0.8;
const COST_SEGMENT = 0.4;
const COST_WITHOUT_LABEL = 1.5;
/** A label off the middle of its cell, for each printed line. */
const COST_LINE_OFF = 0.8;
const MOST_OFF = 2.4;
/** A label below the first row of its cell, for each row: exported tables are exact. */
const COST_ROW_OFF_TOP = 2;
/** Where a cell goes on on the next page, its label may stand anywhere in either part. */
const TRUST_ACROSS_PAGES = 0.25;
/** A character too many or too few in what the labels of a segment spell. */
const COST_MISSPELT = 0.25;
const MOST_MISSPELT = 2;

/** Segments whose rows speak so much more against a group than against their own best ones are out of the question. */
const MOST_EXCESS = 8;
const MOST_EXCESS_OF_ROW = 0.5;

/** The prices of all segments of a table; infinite for those that are out of the question. */
export function pricesOf(rows: readonly LevelRow[], anchor: Anchor, mostExcess = MOST_EXCESS): SegmentPrices {
  const scrapCosts = rows.map((row) => row.scraps.map(costsOfScrap));
  const spoken = rows.map((row) => loudnessOf(row.words));
  const groups = consideredGroups(spoken, scrapCosts);
  const labels = rows.map((row) => row.scraps.filter((scrap) => scrap.level === 2));
  const labelled = labels.some((list) => list.length > 0);
  const evidence = groups.map((group) => evidenceAgainst(group, spoken, scrapCosts));
  const off = anchor === "middle" ? offMiddle(rows, labels) : offTop(labels);
  const bounds = { evidence, least: leastOf(evidence), mostExcess };
  const starts = [0];
  for (let from = 0; from < rows.length; from++)
    starts.push(starts[from]! + (endOfLikely(bounds, from) - from) * groups.length);
  const costs = new Float64Array(starts[rows.length]!).fill(Number.POSITIVE_INFINITY);
  let at = 0;
  for (let from = 0; from < rows.length; from++) {
    const spelling = new Spelling();
    for (let to = from + 1; at < starts[from + 1]!; to++) {
      spelling.add(labels[to - 1]!);
      const shape = COST_SEGMENT + off(from, to) + (labelled && spelling.isEmpty ? COST_WITHOUT_LABEL : 0);
      const most = mostByRows(bounds, from, to);
      for (let position = 0; position < groups.length; position++, at++) {
        const sums = evidence[position]!;
        const byRows = sums[to]! - sums[from]!;
        if (byRows <= most) costs[at] = shape + byRows + spelling.costs[groups[position]!]!;
      }
    }
  }
  return { groups, costs, starts };
}

/** What the rows speak against each group, and how far a likely segment may lie above the least of it. */
interface Bounds {
  evidence: readonly (readonly number[])[];
  least: readonly number[];
  mostExcess: number;
}

/** The most that the rows of a likely segment speak against its group. */
function mostByRows({ least, mostExcess }: Bounds, from: number, to: number): number {
  return least[to]! - least[from]! + mostExcess + MOST_EXCESS_OF_ROW * (to - from);
}

/** The end of the longest segment from a row on up to which each is likely for some group. */
function endOfLikely(bounds: Bounds, from: number): number {
  const { evidence, least } = bounds;
  for (let to = from + 1; to < least.length; to++) {
    const most = mostByRows(bounds, from, to);
    if (!evidence.some((sums) => sums[to]! - sums[from]! <= most)) return to - 1;
  }
  return least.length - 1;
}

/** The running sum over the rows of what speaks against the group that fits each of them best. */
function leastOf(evidence: readonly (readonly number[])[]): number[] {
  const sums = [0];
  for (let row = 1; row < evidence[0]!.length; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (const against of evidence) least = Math.min(least, against[row]! - against[row - 1]!);
    sums.push(sums[row - 1]! + least);
  }
  return sums;
}

/** The running sum over the rows of what their words and their scraps of labels speak against a group. */
function evidenceAgainst(
  group: number,
  spoken: readonly Loudness[],
  scrapCosts: readonly (readonly number[])[][],
): number[] {
  const sums = [0];
  for (let row = 0; row < spoken.length; row++) {
    let cost = sums[row]! + costOfWords(spoken[row]!, group);
    for (const scrap of scrapCosts[row]!) cost += scrap[group]!;
    sums.push(cost);
  }
  return sums;
}

/** For each group how loudly texts speak for it: 2 where one names the group itself, 1 where one speaks for it, 0 else. */
interface Loudness {
  ofGroups: readonly number[];
  loudest: number;
}

function loudnessOf(texts: readonly string[]): Loudness {
  const ofGroups = LEVEL_GROUPS.map(() => 0);
  let loudest = 0;
  for (const text of texts) {
    const ofText = loudnessOfText(text);
    for (let group = 0; group < ofGroups.length; group++) {
      ofGroups[group] = Math.max(ofGroups[group]!, ofText[group]!);
      loudest = Math.max(loudest, ofText[group]!);
    }
  }
  return { ofGroups, loudest };
}

const loudnessOfText = remembering((text): readonly number[] =>
  LEVEL_GROUPS.map(({ level2, speaks }) =>
    text.includes(level2.replace("指标", "")) ? 2 : speaks.test(text) ? 1 : 0,
  ),
);

/** Groups that some words or some scrap speak for; the others would never be chosen. */
function consideredGroups(
  spoken: readonly Loudness[],
  scrapCosts: readonly (readonly number[])[][],
): number[] {
  const all = LEVEL_GROUPS.map((_, group) => group);
  const telling = scrapCosts.flat().filter((costs) => costs.some((cost) => cost > 0));
  const spokenFor = all.filter(
    (group) =>
      spoken.some(({ ofGroups }) => ofGroups[group]! > 0) || telling.some((costs) => costs[group] === 0),
  );
  return spokenFor.length > 0 ? spokenFor : all;
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

function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

/** What a row's words speak against a group. */
function costOfWords({ ofGroups, loudest }: Loudness, group: number): number {
  const satisfied = ofGroups[SATISFACTION]! > 0;
  if (satisfied !== (group === SATISFACTION)) return satisfied ? COST_SATISFACTION : COST_NO_SATISFACTION;
  if (ofGroups[group]! > 0) return 0;
  return loudest > 1 ? COST_OTHER_NAMED : loudest > 0 ? COST_OTHER_WORDS : COST_NO_WORDS;
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
function offTop(labels: readonly LabelScrap[][]): (from: number, to: number) => number {
  const next = new Array<number>(labels.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let row = labels.length - 1; row >= 0; row--)
    next[row] = labels[row]!.length > 0 ? row : next[row + 1]!;
  return (from, to) => (next[from]! < to ? Math.min(MOST_OFF, COST_ROW_OFF_TOP * (next[from]! - from)) : 0);
}

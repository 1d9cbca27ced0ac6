/**
 * A page that the extractor read as running text.
 *
 * Each printed row became one line. The line starts with a run of rows in words (`名称 指标值 完成值 分值 得分 名称 …`),
 * beginning with the next row and repeating later ones, ever more garbled; behind it may stand the row itself, its
 * columns from right to left. So every line is a place for one row; what stands reversed behind it belongs there, and
 * the runs, which tell the order of the rows many times over, fill the places that stayed empty.
 */
import type { Row } from "../../readers/sheet.ts";
import { type Bigrams, bigramsOf, similarity } from "../distance.ts";
import { saysNothing, squeeze, withoutLookalikes, withoutMarkup, wordsIn } from "../glyphs.ts";
import type { Flag } from "../types.ts";
import { INDICATOR_NAME_ENDING } from "../vocabulary.ts";
import { isLabelScrap } from "./label-scraps.ts";
import { type LineField, linesOfPage, type Page, type Part, type TableLine } from "./lines.ts";
import { shapeOf } from "./shapes.ts";
import { mostTellEveryCharacter } from "./tellings.ts";

/** A row as a run tells it. */
interface RunItem {
  /** The line of the file that it begins on. */
  line: number;
  name: string;
  target: string | null;
  actual: string | null;
  weight: string | null;
  score: string | null;
}

/** All tellings of one row. */
interface Cluster {
  names: Map<string, number>;
  /** Of the name told most often. */
  bigrams: Bigrams;
  items: RunItem[];
  /** The line at which each telling expects the row to stand. */
  expected: number[];
}

const POINTS_IN_RUN = /^\d{1,3}\.\d{1,2}$/;
/** A cell that tells at least so many rows is a run. */
const LEAST_ITEMS = 2;
/** Share of a page's lines that are runs, or reversed, from which the page is read as running text. */
const LEAST_RUNS = 0.25;
/** Tellings more alike than this are of the same row. */
const SAME_ROW = 0.6;
const SHORTEST_NAME = 3;

/** Whether a page came as running text. */
export function isRunningText(page: Page): boolean {
  const runs = page.rows.filter(holdsRun).length;
  return page.layout.reversed ? runs > 0 : runs >= Math.max(2, page.rows.length * LEAST_RUNS);
}

/** The rows of such a page, one a line, with names filled from the runs where the line itself has none. */
export function linesOfRunningText(page: Page, number: number): TableLine[] {
  const slots = page.layout.reversed
    ? linesOfPage(withoutRuns(page), number)
    : page.rows.map((row) => emptyLine(row.line, number));
  const clusters = clustersOf(page.rows, slots[0]?.line ?? 0);
  const own = slots.map((slot) => ownCluster(slot, clusters));
  const free = clusters
    .filter((cluster) => !own.includes(cluster))
    .map(placeableOf)
    .sort((a, b) => a.line - b.line);
  const placed = placeClusters(slots, own, free);
  return slots.map((slot, index) => filled(slot, own[index] ?? placed[index] ?? null));
}

/** The cell of a line that holds its run: the longest of words. */
function runCell(row: Row): string {
  return row.cells.reduce((longest, cell) => (cell.text.length > longest.length ? cell.text : longest), "");
}

/** The page without the leading column of runs, so that only the reversed rows are left. */
function withoutRuns(page: Page): Page {
  const rows = page.rows.map((row) => ({
    line: row.line,
    cells: row.cells.filter((cell) => cell.column >= page.layout.score && !saysNothing(cell.text)),
  }));
  return { ...page, rows };
}

function emptyLine(line: number, page: number): TableLine {
  return {
    line,
    page,
    parts: { level1: [], level2: [], name: [], target: [], actual: [], weight: [], score: [], reason: [] },
  };
}

/** Whether a line tells rows in a run. */
function holdsRun(row: Row): boolean {
  const run = runCell(row);
  return holdsPoints(run, 2 * LEAST_ITEMS) && itemsOf(run, row.line).length >= LEAST_ITEMS;
}

/** Whether a text has as many decimal points as that many numbers of points need. */
function holdsPoints(text: string, least: number): boolean {
  let at = -1;
  for (let number = 0; number < least; number++) {
    at = text.indexOf(".", at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The rows that a run tells, each ended by its two numbers of points. */
function itemsOf(run: string, line: number): RunItem[] {
  const words = wordsIn(withoutMarkup(run));
  const items: RunItem[] = [];
  let open: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const next = words[at + 1];
    if (POINTS_IN_RUN.test(word) && next !== undefined && POINTS_IN_RUN.test(next)) {
      items.push(itemOf(open, word, next, line));
      open = [];
      at++;
    } else if (!POINTS_IN_RUN.test(word)) open.push(word);
  }
  // A line that holds nothing but a name tells that one row.
  if (items.length === 0 && open.length > 0) items.push(itemOf(open, null, null, line));
  return items.filter((item) => item.name.length >= SHORTEST_NAME);
}

function itemOf(
  words: readonly string[],
  weight: string | null,
  score: string | null,
  line: number,
): RunItem {
  let rest = [...words];
  while (rest.length > 1 && isLabelScrap(rest[0]!)) rest = rest.slice(1);
  let actual: string | null = null;
  let target: string | null = null;
  const last = rest.at(-1);
  if (weight !== null && last !== undefined && rest.length > 1) {
    const shape = shapeOf(last);
    const signed = /^[=<>≥≤]/.test(last);
    if (shape === "verdict" || (shape === "quantity" && !signed)) [actual, rest] = [last, rest.slice(0, -1)];
    if (rest.length > 1) [target, rest] = [rest.at(-1)!, rest.slice(0, -1)];
  }
  return { line, name: squeeze(withoutLookalikes(rest.join(""))), target, actual, weight, score };
}

function clustersOf(rows: readonly Row[], firstLine: number): Cluster[] {
  const tellings = rows.flatMap((row, index) =>
    itemsOf(runCell(row), row.line).map((item, position) => ({
      item,
      expected: firstLine + index + 1 + position,
    })),
  );
  const counts = new Map<string, number>();
  for (const { item } of tellings) counts.set(item.name, (counts.get(item.name) ?? 0) + 1);
  const clusters: Cluster[] = [];
  const clusterOfName = new Map<string, Cluster>();
  for (const [name] of [...counts].sort((a, b) => b[1] - a[1])) {
    const known = mostAlike(name, clusters);
    const cluster = known ?? { names: new Map(), bigrams: bigramsOf(name), items: [], expected: [] };
    if (!known) clusters.push(cluster);
    cluster.names.set(name, counts.get(name)!);
    clusterOfName.set(name, cluster);
  }
  for (const { item, expected } of tellings) {
    const cluster = clusterOfName.get(item.name)!;
    cluster.items.push(item);
    cluster.expected.push(expected);
  }
  return clusters;
}

function mostAlike(name: string, clusters: readonly Cluster[]): Cluster | null {
  let best: Cluster | null = null;
  let most = SAME_ROW;
  const bigrams = bigramsOf(name);
  for (const cluster of clusters) {
    const alike = similarity(bigrams, cluster.bigrams);
    if (alike >= most) [best, most] = [cluster, alike];
  }
  return best;
}

/** The tellings of the row whose name the line itself gives. */
function ownCluster(slot: TableLine, clusters: readonly Cluster[]): Cluster | null {
  const name = squeeze(slot.parts.name.map((part) => part.text).join(""));
  return name.length >= SHORTEST_NAME ? mostAlike(name, clusters) : null;
}

/** A cluster that no line names, with what its tellings say of its place. */
interface Placeable {
  cluster: Cluster;
  /** The line that they expect it on. */
  line: number;
  target: string | null;
}

function placeableOf(cluster: Cluster): Placeable {
  return {
    cluster,
    line: median(cluster.expected),
    target: mostFrequent(cluster.items.map((item) => item.target)),
  };
}

const COST_EMPTY_PLACE = 3;
const COST_LINE_OFF = 0.5;
const COST_OTHER_TARGET = 1.5;
/** Leaving out a row that was told often is dear, one garbled telling is not. */
const COST_LEFT_OUT = 0.6;
const MOST_TELLINGS = 5;

/** Sets the rows that no line names into the places that no name fills, keeping their order, at least cost. */
function placeClusters(
  slots: readonly TableLine[],
  own: readonly (Cluster | null)[],
  free: readonly Placeable[],
): (Cluster | null)[] {
  const places = slots.flatMap((slot, index) => (own[index] || slot.parts.name.length > 0 ? [] : [index]));
  const cost: number[][] = [[0]];
  for (let f = 1; f <= free.length; f++) cost[0]![f] = cost[0]![f - 1]! + leftOut(free[f - 1]!);
  for (let p = 1; p <= places.length; p++) {
    cost[p] = [cost[p - 1]![0]! + COST_EMPTY_PLACE];
    for (let f = 1; f <= free.length; f++)
      cost[p]![f] = Math.min(
        cost[p - 1]![f - 1]! + costOfPlace(slots[places[p - 1]!]!, free[f - 1]!),
        cost[p - 1]![f]! + COST_EMPTY_PLACE,
        cost[p]![f - 1]! + leftOut(free[f - 1]!),
      );
  }
  const placed = new Array<Cluster | null>(slots.length).fill(null);
  for (let p = places.length, f = free.length; p > 0 && f > 0; ) {
    const here = cost[p]![f]!;
    const slot = places[p - 1]!;
    if (here === cost[p - 1]![f - 1]! + costOfPlace(slots[slot]!, free[f - 1]!)) {
      placed[slot] = free[f - 1]!.cluster;
      p--;
      f--;
    } else if (here === cost[p - 1]![f]! + COST_EMPTY_PLACE) p--;
    else f--;
  }
  return placed;
}

function leftOut({ cluster }: Placeable): number {
  return COST_LEFT_OUT * Math.min(MOST_TELLINGS, cluster.items.length);
}

function costOfPlace(slot: TableLine, told: Placeable): number {
  const off = Math.abs(told.line - slot.line) * COST_LINE_OFF;
  const target = slot.parts.target[0]?.text;
  const isOther = target !== undefined && told.target !== null && squeeze(target) !== told.target;
  return off + (isOther ? COST_OTHER_TARGET : 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The line with what the runs tell of its row, each filled cell with what speaks for it. */
function filled(slot: TableLine, cluster: Cluster | null): TableLine {
  if (!cluster) return slot;
  const flags: Partial<Record<LineField, Flag>> = {};
  const parts = { ...slot.parts };
  if (parts.name.length === 0) {
    const [name, count] = [...cluster.names].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]!;
    parts.name = [told(name, (item) => item.name, cluster, slot)];
    flags.name = nameFlag(name, count, cluster);
  }
  for (const field of ["target", "actual", "weight", "score"] as const) {
    const text = mostFrequent(cluster.items.map((item) => item[field]));
    if (parts[field].length > 0 || text === null) continue;
    parts[field] = [told(text, (item) => item[field], cluster, slot)];
    if (cluster.items.length === 1)
      flags[field] = { status: "uncertain", reason: "本行单元格没有读到，取自页面连读文字中的同一行" };
  }
  return { ...slot, parts, ...(Object.keys(flags).length > 0 && { flags }) };
}

/** What speaks for a name: most tellings as a whole, or most of them at each of its characters. */
function nameFlag(name: string, count: number, { names, items }: Cluster): Flag {
  const times = items.length;
  if (count > 1 && count * 2 > times)
    return { status: "repaired", reason: `页面被读成连读文字，${times}次读数中${count}次一致` };
  if (INDICATOR_NAME_ENDING.test(name) && mostTellEveryCharacter(name, names))
    return {
      status: "repaired",
      reason: `页面被读成连读文字，${times}次读数互有出入，但每个字都有半数以上读数相同`,
    };
  return { status: "uncertain", reason: `页面被读成连读文字，${times}次读数互有出入` };
}

/** A text at the last line above its row, or its own, that tells it: there a person finds it. */
function told(text: string, of: (item: RunItem) => string | null, cluster: Cluster, slot: TableLine): Part {
  const lines = cluster.items.filter((item) => of(item) === text).map((item) => item.line);
  const above = lines.filter((line) => line <= slot.line);
  return { text, column: 0, line: above.length > 0 ? Math.max(...above) : Math.min(...lines) };
}

/**
 * 一级指标 and 二级指标 of every row, in full words, whatever is left of the labels of their merged cells.
 */
import { splitAtSpace } from "../glyphs.ts";
import { readingAt } from "../reading.ts";
import type { Reading } from "../types.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import { stanceOf } from "./level-evidence.ts";
import { type LabelScrap, scrapsByRow } from "./level-labels.ts";
import { cutLevels, type LevelSegment } from "./level-segments.ts";
import type { TableLine } from "./lines.ts";
import type { TableRow } from "./rows.ts";
import { flagToldWith } from "./values.ts";

export interface RowLevels {
  level1: Reading<string>;
  level2: Reading<string>;
}

/**
 * Another cut that costs so little more cannot be ruled out: less is enough where the row's own words name the label or
 * speak for it, more is needed where the label is garbled, or beside a row so tall that the middle of a label tells
 * little. Measured on damaged forms whose labels are known: no row with a wrong label had such a margin.
 */
const CLEAR_MARGINS = { named: 0.35, spoken: 0.65, open: 0.85 } as const;
/** Where no column line cuts the page and no cell wraps, labels stand where they were printed. */
const CLEAR_MARGIN_UNCUT = 0.8;
const CLEAR_MARGIN_OF_GARBLED = 1;
const CLEAR_MARGIN_BESIDE_TALL = 1.6;
const TALL_ROW = 6;
/** Rows on either side within which a tall one counts. */
const REACH_OF_TALL = 2;
/** Costs are sums of fractions. */
const ROUNDING = 1e-6;

/**
 * The labels of each row.
 * @param lines all lines of the table, also those that hold nothing but scraps of labels
 * @param words name and target of each row
 * @param seamed whether column lines cut the names of the page
 */
export function readLevels(
  lines: readonly TableLine[],
  rows: readonly TableRow[],
  words: readonly string[][],
  seamed: boolean,
): RowLevels[] {
  const scraps = scrapsByRow(lines, rows);
  const heights = rows.map(heightOf);
  const uncut = !seamed && heights.every((height) => height === 1);
  const { segments, margins } = cutLevels(
    rows.map((row, index) => ({
      height: heights[index]!,
      page: row.lines[0]!.page,
      words: words[index]!,
      scraps: scraps[index]!,
    })),
    seamed,
    CLEAR_MARGIN_BESIDE_TALL,
  );
  const groups = segments.flatMap(({ from, to, group }) => new Array<number>(to - from).fill(group));
  const level1 = labelReadings(blocksOfLevel1(segments), scraps, 1, seamed);
  const level2 = labelReadings(segments, scraps, 2, seamed);
  return rows.map((row, index) => {
    const margin = margins[index]!;
    const near = heights.slice(Math.max(0, index - REACH_OF_TALL), index + REACH_OF_TALL + 1);
    const besideTall = near.some((height) => height >= TALL_ROW);
    const stance = stanceOf(words[index]!, groups[index]!);
    const line = row.lines[0]!.line;
    const clearOf = ({ flag }: Reading<string>): number => {
      if (stance === "open" && besideTall) return CLEAR_MARGIN_BESIDE_TALL;
      if (stance === "open" && flag) return CLEAR_MARGIN_OF_GARBLED;
      return stance === "open" && uncut ? CLEAR_MARGIN_UNCUT : CLEAR_MARGINS[stance];
    };
    const [own1, own2] = [level1[index]!, level2[index]!];
    const rivals = [LEVEL_GROUPS[margin.rival1]?.level1, LEVEL_GROUPS[margin.rival2]?.level2];
    return {
      level1: told(row, "level1", atRow(own1, line, margin.level1, clearOf(own1), rivals[0])),
      level2: told(row, "level2", atRow(own2, line, margin.level2, clearOf(own2), rivals[1])),
    };
  });
}

/** The label with the doubt that its row brought along, if there is one. */
function told(row: TableRow, field: "level1" | "level2", reading: Reading<string>): Reading<string> {
  const flag = flagToldWith(row.lines, field);
  return flag?.status === "uncertain" ? { ...reading, flag } : reading;
}

/** The printed lines of the tallest cell, labels apart: a merged cell does not make its rows taller. */
function heightOf(row: TableRow): number {
  let height = row.lines.length;
  // Cells side by side share their lines.
  for (const { parts } of row.lines)
    for (const field of CELLS_WITH_HEIGHT)
      for (const { text } of parts[field]) height = Math.max(height, splitAtSpace(text).length);
  return height;
}

const CELLS_WITH_HEIGHT = ["name", "target", "actual", "reason"] as const;

/** Neighbouring segments under one level 1. */
function blocksOfLevel1(segments: readonly LevelSegment[]): LevelSegment[] {
  const blocks: LevelSegment[] = [];
  for (const segment of segments) {
    const last = blocks.at(-1);
    if (last && LEVEL_GROUPS[last.group]!.level1 === LEVEL_GROUPS[segment.group]!.level1)
      last.to = segment.to;
    else blocks.push({ ...segment });
  }
  return blocks;
}

/** The label over each row, with what was read of it. */
function labelReadings(
  blocks: readonly LevelSegment[],
  scraps: readonly LabelScrap[][],
  level: 1 | 2,
  seamed: boolean,
): Reading<string>[] {
  const readings: Reading<string>[] = [];
  for (const { from, to, group } of blocks) {
    const label = LEVEL_GROUPS[group]![level === 1 ? "level1" : "level2"];
    const own: LabelScrap[] = [];
    for (let row = from; row < to; row++)
      for (const scrap of scraps[row]!) if (scrap.level === level) own.push(scrap);
    const { value, flag } = inOwnWords(label, own, seamed);
    const asRead = own.map((scrap) => scrap.asRead).join("⇥");
    const reading = readingAt({ line: own[0]?.line ?? null, asRead }, value, flag);
    for (let row = from; row < to; row++) readings.push(reading);
  }
  return readings;
}

const SHORTENED = "指标";

/**
 * The label as the form prints it: whole, once or on each row, or, where no column line could have cut it off, without 指标
 * at its end. Anything else is mended to the whole label, and flagged.
 */
function inOwnWords(
  label: string,
  scraps: readonly LabelScrap[],
  seamed: boolean,
): Pick<Reading<string>, "value" | "flag"> {
  const texts: string[] = [];
  for (const { text } of scraps) if (text !== "") texts.push(text);
  const text = texts.join("");
  const first = texts[0];
  if (text === label || (first !== undefined && texts.every((own) => own === label))) return { value: label };
  if (!seamed && first !== undefined && first + SHORTENED === label && texts.every((own) => own === first))
    return { value: first };
  const read = text === "" ? "标题文字没有读到" : `标题读作“${text}”`;
  const reason = `${read}，按指标的固定顺序和用语定为“${label}”`;
  return { value: label, flag: { status: "repaired", reason } };
}

/**
 * The label of one row.
 * @param margin by how much the next best cut, which gives it the label `rival`, is dearer
 * @param clear from which margin that cut is ruled out
 */
function atRow(
  reading: Reading<string>,
  line: number,
  margin: number,
  clear: number,
  rival: string | undefined,
): Reading<string> {
  const { value, asRead, flag } = reading;
  const place = { line: reading.line ?? line, asRead };
  if (margin + ROUNDING >= clear) return readingAt(place, value, flag);
  const reason = `标题残缺，该行也可能属于“${rival ?? "相邻的指标类别"}”；按排列次序、标题残字和用语暂定为“${value}”`;
  return readingAt(place, value, { status: "uncertain", reason });
}

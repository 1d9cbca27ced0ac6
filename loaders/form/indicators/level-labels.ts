/**
 * The labels of merged cells, as scraps strewn over the rows they cover, and how well a scrap speaks for a label.
 */
import { editDistance } from "../distance.ts";
import { countCjk, isCjk, squeeze, withoutLookalikes } from "../glyphs.ts";
import { remembering } from "../remember.ts";
import { LEVEL_GROUPS } from "../vocabulary.ts";
import type { TableLine } from "./lines.ts";
import type { TableRow } from "./rows.ts";

/** One cell of a label column. */
export interface LabelScrap {
  /** Its Chinese characters; empty for dirt that only tells that a label stood here. */
  text: string;
  asRead: string;
  level: 1 | 2;
  line: number;
  /** Where in its row it stands, from 0 at the top to 1 at the bottom. */
  within: number;
}

const LEVEL1 = [...new Set(LEVEL_GROUPS.map((group) => group.level1))];
const LEVEL2: ReadonlySet<string> = new Set(LEVEL_GROUPS.map((group) => group.level2));
/** Words for level 1 that no level 2 is called by: they tell the level wherever they stand. */
const ONLY_LEVEL1: ReadonlySet<string> = new Set(LEVEL1.filter((label) => !LEVEL2.has(label)));

/** Whether a scrap is a label to the character, without anything around or between. */
export function isCleanLabel({ text, asRead, level }: LabelScrap): boolean {
  return (
    text === asRead.replace(POINTS_OF_LABEL, "") && (level === 1 ? LEVEL1.includes(text) : isLevel2(text))
  );
}

const isEndOfLevel2 = (text: string): boolean => [...LEVEL2].some((label) => label.endsWith(text));

/** Whether a text is a label of level 2, with or without 指标 at its end. */
function isLevel2(text: string): boolean {
  return LEVEL2.has(text) || LEVEL2.has(`${text}指标`);
}

/** Whether a text is a label of level 2 in one piece, with at most one character misread. */
export function isNearlyWholeLabel(text: string): boolean {
  return isLevel2(text) || [...LEVEL2].some((label) => editDistance(text, label) <= 1);
}

/** For each row the scraps that stand in it, or next to it where they have a line of their own. */
export function scrapsByRow(lines: readonly TableLine[], rows: readonly TableRow[]): LabelScrap[][] {
  const byRow: LabelScrap[][] = rows.map(() => []);
  if (rows.length === 0) return byRow;
  // Places count printed lines, not lines of the file: blank ones, as at page breaks, keep nothing apart.
  const places = new Map(lines.map((line, place) => [line.line, place]));
  let above = "";
  const spans = rows.map((row) => ({
    first: places.get(row.lines[0]!.line)!,
    last: places.get(row.lines.at(-1)!.line)!,
  }));
  lines.forEach((line, place) => {
    if (line.parts.level1.length === 0 && line.parts.level2.length === 0) return;
    const row = nearestSpan(place, spans);
    const { first, last } = spans[row]!;
    const within = Math.max(0, Math.min(1, (place - first + 0.5) / (last - first + 1)));
    const scraps = scrapsOfLine(line, within, above);
    byRow[row]!.push(...scraps);
    above = scraps.findLast((scrap) => scrap.level === 2)?.text ?? "";
  });
  return byRow;
}

/** The points that some forms print behind a label: `产出指标(50分)`. */
const POINTS_OF_LABEL = /[(（]\s*\d+(?:\.\d+)?\s*分?\s*[)）]/g;

/** The Chinese characters of a scrap, look-alikes set right. */
const charactersOf = remembering((text) =>
  [...withoutLookalikes(squeeze(text.replace(POINTS_OF_LABEL, "")))].filter(isCjk).join(""),
);

/** The span that holds a place, else the nearest, the upper one where two are equally near. */
function nearestSpan(place: number, spans: readonly { first: number; last: number }[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  spans.forEach(({ first, last }, index) => {
    const distance = Math.max(first - place, place - last, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** @param above the last scrap of level 2 on the line above, which may go on on this one */
function scrapsOfLine(line: TableLine, within: number, above: string): LabelScrap[] {
  const scraps: LabelScrap[] = [];
  for (const [level, field] of [
    [1, "level1"],
    [2, "level2"],
  ] as const)
    for (const part of line.parts[field]) {
      const text = charactersOf(part.text);
      // 效益指标 below 社会, or beside another label, is the end of 社会效益指标.
      const endsLevel2 = LEVEL2.has(above + text) || (line.parts.level1.length > 0 && isEndOfLevel2(text));
      const isLevel1 = level === 1 || (ONLY_LEVEL1.has(text) && !endsLevel2);
      scraps.push({ text, asRead: part.text, level: isLevel1 ? 1 : 2, line: line.line, within });
    }
  return scraps;
}

const COST_FOREIGN_CHARACTER = 1.5;
const MOST_COST_OF_SCRAP = 4;
const COST_OTHER_COLUMN = 0.3;

/** How badly each group fits a scrap, by the characters that its labels lack; the best fit costs nothing. */
export function costsOfScrap({ text, level }: LabelScrap): readonly number[] {
  return level === 1 ? costsOfLevel1(text) : costsOfLevel2(text);
}

const costsOfLevel1 = remembering((text) => computeCosts(text, 1));
const costsOfLevel2 = remembering((text) => computeCosts(text, 2));

function computeCosts(text: string, level: 1 | 2): number[] {
  const costs = LEVEL_GROUPS.map((group) => {
    const [own, other] = level === 1 ? [group.level1, group.level2] : [group.level2, group.level1];
    if (own === text) return 0;
    return (
      COST_FOREIGN_CHARACTER * Math.min(unmatched(text, own), unmatched(text, other) + COST_OTHER_COLUMN)
    );
  });
  const least = Math.min(...costs);
  const spelled = LEVEL_GROUPS.some((group) => (level === 1 ? group.level1 : group.level2) === text);
  return costs.map((cost) =>
    cost > least && spelled ? MOST_COST_OF_SCRAP : Math.min(MOST_COST_OF_SCRAP, cost - least),
  );
}

/** Characters of a scrap that a label does not have in that order. */
function unmatched(scrap: string, label: string): number {
  let previous = new Array<number>(label.length + 1).fill(0);
  for (const character of scrap) {
    const current = [0];
    for (let at = 1; at <= label.length; at++)
      current.push(
        label[at - 1] === character ? previous[at - 1]! + 1 : Math.max(previous[at]!, current[at - 1]!),
      );
    previous = current;
  }
  return countCjk(scrap) - previous[label.length]!;
}

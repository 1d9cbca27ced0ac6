/**
 * The name of an indicator from the parts of its row: scraps of labels left out, wrapped lines and both sides of a
 * column line joined.
 */
import {
  countCjk,
  hasForeign,
  isCjk,
  splitAtSpace,
  squeeze,
  withoutForeign,
  withoutLookalikes,
  wordsIn,
} from "../glyphs.ts";
import { INDICATOR_NAME_ENDING } from "../vocabulary.ts";
import { isLabelScrap, labelsOfScrap } from "./label-scraps.ts";
import type { Part, TableLine } from "./lines.ts";
import type { SeamedText } from "./seams.ts";

/** A name put together, with all that was done to it. */
export interface NameDraft extends SeamedText {
  /** Its parts, cleaned and joined. */
  text: string;
  line: number;
  asRead: string;
  /** How many of its parts stand on the row's first line. */
  partsOfFirstLine: number;
  /** What was left out or set right, in Chinese; empty where the cell was taken as it stands. */
  mended: string[];
  /** Something at the end or at a line's end is lost. */
  cut: boolean;
  doubled: boolean[];
  rubbed: boolean[];
  /** Words that may be the target, run into the name's cell. */
  overflow: string | null;
}

/** What the page tells about its names: how wide a line is, and whether column lines run through them. */
export interface NameColumn {
  width: number;
  seamed: boolean;
}

/** A wrapped line shorter than this share of the column has lost its end. */
const FULL_LINE = 0.75;
/** Longer runs of a label's characters are words of their own. */
const LONGEST_SCRAP = 3;
/** A name of so few characters on one side of a column line may be half of one. */
const SHORT_SIDE = 4;

/** How wide the names of a form are set, and whether column lines cut them. */
export function nameColumnOf(lines: readonly TableLine[]): NameColumn {
  let width = 0;
  let seamed = 0;
  let named = 0;
  for (const line of lines) {
    const parts = line.parts.name;
    if (parts.length === 0) continue;
    named++;
    if (parts.length > 1) seamed++;
    const words = parts.flatMap((part) => splitAtSpace(part.text));
    width = Math.max(width, squeeze(parts.length > 1 ? parts.map((part) => part.text).join("") : "").length);
    for (const word of words) width = Math.max(width, word.length);
  }
  return { width, seamed: seamed * 3 >= named };
}

/** Puts the name of a row together. @param target the row's target, which may stand once more behind the name */
export function draftName(lines: readonly TableLine[], target: string, column: NameColumn): NameDraft {
  const cells = lines.flatMap((line) => line.parts.name);
  const draft: NameDraft = {
    text: "",
    line: cells[0]?.line ?? lines[0]!.line,
    asRead: cells.map((part) => part.text).join("⇥"),
    partsOfFirstLine: 0,
    parts: [],
    seams: [],
    doubled: [],
    rubbed: [],
    mended: [],
    cut: false,
    overflow: null,
  };
  // The label of the group, run out of its own cell: the name that stood here is lost.
  if (isWholeLabel(squeeze(cells.map((cell) => cell.text).join("")))) return draft;
  const clean = withoutDirtCells(cells, draft);
  for (const line of lines) {
    const own = line.parts.name.filter((cell) => clean.includes(cell));
    const asTheyStand = own.map((cell) => wordsIn(cell.text));
    joinSides(
      saysLabel(asTheyStand)
        ? asTheyStand
        : own.map((cell, index) =>
            wordsOf(cell, { first: index === 0, last: index === own.length - 1 }, target, column, draft),
          ),
      own.map((cell, index) => index > 0 && cell.column > own[index - 1]!.column + 1),
      draft,
    );
    if (draft.partsOfFirstLine === 0) draft.partsOfFirstLine = draft.parts.length;
  }
  draft.text = draft.parts.join("");
  const oneSided = column.seamed && cells.length === 1;
  if (oneSided && isPartOfName(draft.text)) draft.cut = true;
  trimEnd(draft);
  return draft;
}

/** A cell without one Chinese character, beside cells with some, is dirt. */
function withoutDirtCells(cells: readonly Part[], draft: NameDraft): Part[] {
  const clean = cells.filter((cell) => countCjk(cell.text) > 0);
  if (clean.length < cells.length && clean.length > 0) draft.mended.push("去掉了没有汉字的杂字格");
  return clean;
}

/** The words of one cell: wrapped lines of the name, without scraps of labels and without a repeated target. */
function wordsOf(
  cell: Part,
  { first, last }: { first: boolean; last: boolean },
  target: string,
  column: NameColumn,
  draft: NameDraft,
): string[] {
  const all = wordsIn(cell.text);
  let words = first ? withoutScraps(all, draft) : all;
  if (last && words.length > 1 && target !== "" && words.at(-1) === target && endsWell(words.slice(0, -1))) {
    words = words.slice(0, -1);
    draft.mended.push("名称后重复的指标值不计入名称");
  }
  if (last && words.length > 1 && target === "") words = withoutOverflow(words, draft);
  const wrapped = words.slice(0, -1).filter((word) => isCjk(word.at(-1)!));
  if (wrapped.some((word) => word.length < column.width * FULL_LINE) && cell.text.length > SHORT_SIDE)
    draft.cut = true;
  return words;
}

/**
 * Without words that are characters of a merged label. They come from the cell at the left, so they stand first; then
 * more of them may stand in between, and last where the name is whole without.
 */
function withoutScraps(words: readonly string[], draft: NameDraft): string[] {
  if (words.length < 2 || !isShortScrap(words[0]!)) return [...words];
  draft.mended.push("去掉了混入名称的左侧标题残字");
  return words.filter((word, index) => {
    if (!isShortScrap(word)) return true;
    return index === words.length - 1 && (endsWell(words) || !holdsWholeName(words.slice(0, -1)));
  });
}

function isShortScrap(word: string): boolean {
  return word.length <= LONGEST_SCRAP && isLabelScrap(word);
}

/** Whether a name ends with one of the words: nothing behind it can be its last character. */
function holdsWholeName(words: readonly string[]): boolean {
  return words.some((_, index) => endsWell(words.slice(0, index + 1)));
}

function endsWell(words: readonly string[]): boolean {
  return INDICATOR_NAME_ENDING.test(words.join(""));
}

/** A name in the words of a label (服务对象满意度), wrapped on both sides of a column line: no scrap of one. */
function saysLabel(sides: readonly string[][]): boolean {
  if (sides.length < 2) return false;
  const rows = Math.max(...sides.map((words) => words.length));
  const words = Array.from({ length: rows }, (_, row) => sides.map((side) => side[row] ?? "")).flat();
  return rows > 1 && endsWell(words) && isLabelScrap(words.join(""));
}

/** A word of the form's own labels, standing alone where the name should be. */
function isWholeLabel(text: string): boolean {
  return text.endsWith("指标") && labelsOfScrap(text).length > 0;
}

/** Name and target in one cell: the name ends where names of indicators end, the rest is the target. */
function withoutOverflow(words: readonly string[], draft: NameDraft): string[] {
  for (let end = 1; end < words.length; end++) {
    if (!INDICATOR_NAME_ENDING.test(words.slice(0, end).join(""))) continue;
    draft.overflow = [...new Set(words.slice(end))].join("");
    return words.slice(0, end);
  }
  return [...words];
}

/**
 * Joins the cells of a name: line by line across a column line where both sides wrap, else one after the other.
 * @param apart for each side whether an empty cell stands before it, which may have lost its characters
 */
function joinSides(sides: readonly string[][], apart: readonly boolean[], draft: NameDraft): void {
  const rows = Math.max(0, ...sides.map((words) => words.length));
  for (let row = 0; row < rows; row++) {
    let first = true;
    let leftMended = false;
    for (const [side, words] of sides.entries()) {
      const printed = words[row] ?? "";
      const word = cleanWord(printed, draft);
      if (word === "") continue;
      if (draft.parts.length === 0) draft.parts.push(word);
      else if (first) addPart(word, { seam: false }, draft);
      else joinAtSeam(word, leftMended || apart[side]! || word[0] !== printed[0], draft);
      first = false;
      leftMended = word.at(-1) !== printed.at(-1);
    }
  }
}

function addPart(
  part: string,
  { seam, doubled = false, rubbed = false }: { seam: boolean; doubled?: boolean; rubbed?: boolean },
  draft: NameDraft,
): void {
  draft.parts.push(part);
  draft.seams.push(seam);
  draft.doubled.push(doubled);
  draft.rubbed.push(rubbed);
}

function cleanWord(word: string, draft: NameDraft): string {
  const clean = withoutLookalikes(hasForeign(word) ? withoutForeign(word) : word);
  if (clean !== word) draft.mended.push(`“${word}”中的杂字已去掉或改正`);
  return clean;
}

const DIRT_BEFORE = /^[\d」「』『》《_|·.。,，、'`;；=+*!?~^\\/-]+(?=[\u3400-\u9fff])/;
const DIRT_BEHIND = /(?<=[\u3400-\u9fff])[」「』『》《_|·.。,，、'`;；=+*!?~^\\/-]+$/;
/** The right side may be the end of the left once more; shorter repeats are words of their own. */
const SHORTEST_REPEAT = 3;

/**
 * Two sides of a column line: what the line made of the character it ran through is rubbed off.
 * @param doubted a character at the line was set right before, or an empty cell stands there
 */
function joinAtSeam(right: string, doubted: boolean, draft: NameDraft): void {
  const left = draft.parts.at(-1)!;
  const cleanLeft = left.replace(DIRT_BEHIND, "");
  let cleanRight = right.replace(DIRT_BEFORE, "");
  const rubbed = cleanLeft !== left || cleanRight !== right;
  if (rubbed) draft.mended.push("去掉了竖线断开处的杂字");
  draft.parts[draft.parts.length - 1] = cleanLeft;
  if (repeatsEnd(cleanLeft, cleanRight)) {
    draft.mended.push(`“${right}”是名称末尾的重影`);
    return;
  }
  const doubled = cleanLeft.at(-1) === cleanRight[0];
  if (doubled) {
    draft.mended.push(`竖线两侧都读到“${cleanRight[0]}”，只留一个`);
    cleanRight = cleanRight.slice(1);
  }
  addPart(cleanRight, { seam: true, doubled, rubbed: rubbed || doubted }, draft);
}

function repeatsEnd(left: string, right: string): boolean {
  let same = 0;
  while (same < right.length && right[right.length - 1 - same] === left[left.length - 1 - same]) same++;
  return same >= SHORTEST_REPEAT && same >= right.length - 1;
}

function trimEnd(draft: NameDraft): void {
  const last = draft.parts.at(-1) ?? "";
  const trimmed = last.replace(DIRT_BEHIND, "");
  if (trimmed === last) return;
  draft.parts[draft.parts.length - 1] = trimmed;
  draft.text = draft.parts.join("");
  draft.mended.push("去掉了末尾的杂字");
  draft.cut = true;
}

function isPartOfName(text: string): boolean {
  return countCjk(text) <= SHORT_SIDE || !INDICATOR_NAME_ENDING.test(text);
}

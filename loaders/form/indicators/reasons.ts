/**
 * 偏差原因分析及改进措施: prose in the narrowest column of the table, and so the most damaged.
 */
import { fittingText } from "../fit.ts";
import {
  countCjk,
  hasForeign,
  saysNothing,
  splitAtSpace,
  squeeze,
  withoutForeign,
  wordsIn,
} from "../glyphs.ts";

import { readingAt } from "../reading.ts";
import type { TextIndex } from "../text-index.ts";
import type { Flag, Reading } from "../types.ts";
import { chineseWords } from "../words.ts";
import type { CharacterHabits } from "./character-habits.ts";
import type { TableLine } from "./lines.ts";
import type { TableRow } from "./rows.ts";
import { mendSeams, type SeamedText, SUPPORTED } from "./seams.ts";
import { firstPart, flagToldWith, verbatim } from "./values.ts";

/** A reason before other places in the document were asked about it. */
export interface ReasonDraft extends SeamedText {
  line: number;
  asRead: string;
  /** Its parts, joined. */
  text: string;
  /** Characters that no form prints were left out. */
  dirty: boolean;
  /** Wrapped lines end before the column does: characters are lost. */
  cut: boolean;
  /** Nothing but scraps beside a row that lost no points. */
  noise: boolean;
  /** Such scraps right below the heading, not one word among them: what its last line (及改进措施) left there. */
  ofHeading: boolean;
  /** A doubt that the row brought along. */
  told: Flag | undefined;
}

/** What a page tells about its reasons. */
export interface ReasonColumn {
  /** The first line of the page's table. */
  firstLine: number | null;
  /** Characters of the longest line. */
  width: number;
  /** Column lines run through the reasons. */
  seamed: boolean;
}

/** A wrapped line shorter than this share of the column has lost its end. */
const FULL_LINE = 0.75;
/** Characters that may be lost at the end of each wrapped line. */
const MOST_LOST = 4;
/** Scraps of the heading or of a line are never longer. */
const LONGEST_NOISE = 10;

const NO_COLUMN: ReasonColumn = { firstLine: null, width: 0, seamed: false };

/** How wide the reasons of each page are set. */
export function reasonColumnsOf(rows: readonly TableRow[]): Map<number, ReasonColumn> {
  const columns = new Map<number, ReasonColumn>();
  for (const line of rows.flatMap((row) => row.lines)) {
    const parts = line.parts.reason;
    const known = columns.get(line.page) ?? { ...NO_COLUMN, firstLine: line.line };
    const lengths = parts.flatMap((part) => splitAtSpace(part.text).map((word) => word.length));
    const seamed = parts.filter((part) => countCjk(part.text) > 1).length > 1;
    columns.set(line.page, {
      ...known,
      width: Math.max(known.width, ...lengths),
      seamed: known.seamed || seamed,
    });
  }
  return columns;
}

/** Puts the reason of a row together; null where the row gives none. */
export function draftReason(row: TableRow, columns: ReadonlyMap<number, ReasonColumn>): ReasonDraft | null {
  const lines = row.lines.map(sidesOf).filter((sides) => sides.length > 0);
  if (lines.length === 0) return null;
  const column = columns.get(row.lines[0]!.page) ?? NO_COLUMN;
  const whole = row.lines.every((line) => line.whole);
  const noise = !whole && isNoise(row);
  const draft: ReasonDraft = {
    line: firstPart(row.lines, "reason")!.line,
    asRead: verbatim(row.lines, "reason"),
    text: "",
    parts: [],
    seams: [],
    dirty: false,
    cut: !whole && (standsAlone(row) || (column.seamed && lines.every((sides) => sides.length === 1))),
    noise,
    ofHeading: noise && column.firstLine === row.lines[0]!.line && !holdsWords(row),
    told: flagToldWith(row.lines, "reason"),
  };
  for (const sides of lines) {
    if (
      sides
        .flatMap((side) => side.slice(0, -1))
        .some((word, at, words) => isShort(word, words[at + 1], column))
    )
      draft.cut = true;
    addInterleaved(sides, draft);
  }
  draft.text = draft.parts.join("");
  return draft;
}

/** A reason below a row that lost no points, on lines of its own, may be the end of another row's. */
function standsAlone({ lines, points: { weight, score } }: TableRow): boolean {
  if (weight === null || weight !== score) return false;
  return lines.every(({ parts }) => parts.reason.length === 0 || parts.weight.length === 0);
}

/** The wrapped lines of each cell. */
function sidesOf(line: TableLine): string[][] {
  return line.parts.reason.filter((part) => !saysNothing(part.text)).map((part) => wordsIn(part.text));
}

/** A line that ends before the column does; around figures people set spaces of their own. */
function isShort(word: string, next: string | undefined, { width }: ReasonColumn): boolean {
  if (/\d$/.test(word) || /^\d/.test(next ?? "")) return false;
  return word.length < width * FULL_LINE;
}

/** Cells side by side are two halves of the same lines: the first line of each, then the second of each. */
function addInterleaved(sides: readonly string[][], draft: ReasonDraft): void {
  const longest = Math.max(...sides.map((side) => side.length));
  for (let at = 0; at < longest; at++) {
    let leftOfIt = false;
    for (const side of sides) {
      const word = cleanWord(side[at] ?? "", draft);
      if (word === "") continue;
      if (draft.parts.length > 0) draft.seams.push(leftOfIt);
      draft.parts.push(word);
      leftOfIt = true;
    }
  }
}

const STROKES = /[」「』『|_]+/g;

function cleanWord(word: string, draft: ReasonDraft): string {
  const clean = (hasForeign(word) ? withoutForeign(word) : word).replace(STROKES, "");
  if (clean !== word) draft.dirty = true;
  return clean;
}

/** A row that lost nothing needs no reason; a few scraps beside it are what a heading or a line left behind. */
function isNoise({ points: { weight, score }, lines }: TableRow): boolean {
  const texts = lines.flatMap((line) => line.parts.reason.map((part) => part.text));
  const text = squeeze(texts.join(""));
  if (weight === null || score === null || weight !== score || text.length > LONGEST_NOISE) return false;
  return countCjk(text) < text.length || texts.length > 1;
}

function holdsWords({ lines }: TableRow): boolean {
  const texts = lines.flatMap((line) => line.parts.reason.map((part) => part.text));
  return texts.some((text) => chineseWords(squeeze(text)).some((word) => countCjk(word) > 1));
}

/** What the document says elsewhere that helps to read a reason. */
export interface ReasonEvidence {
  /** Reasons that stand whole, with their lines. */
  whole: ReadonlyMap<string, number>;
  index: () => TextIndex;
  habits: () => CharacterHabits;
}

/** The reason of a row: as it stands, or mended by the rest of the document, or with its doubt. */
export function decideReason(
  draft: ReasonDraft | null,
  { whole, index, habits }: ReasonEvidence,
): Reading<string> {
  if (!draft) return { value: null, line: null, asRead: "" };
  if (draft.told) return readingAt(draft, draft.text, draft.told);
  if (draft.noise)
    return readingAt<string>(
      draft,
      null,
      draft.ofHeading
        ? { status: "repaired", reason: "该行紧接表头且没有扣分，旁边是表头末行的残字，已去掉" }
        : { status: "ghost", reason: "该行没有扣分，旁边只有残字，不计为偏差原因" },
    );
  if (isWhole(draft)) return readingAt(draft, draft.text);
  const fit = fittingText(draft.parts, index(), { mostLost: draft.cut ? MOST_LOST : 0 });
  if (fit)
    return readingAt(draft, fit, { status: "repaired", reason: `第${whole.get(fit)}行完整印有同一段文字` });
  if (draft.cut)
    return readingAt(draft, draft.text, { status: "truncated", reason: "原因被竖线或换行切断，有字缺失" });
  const seams = mendSeams(draft, habits());
  if (seams.sure && !draft.dirty)
    return readingAt(
      draft,
      seams.text,
      seams.mended.length === 0
        ? undefined
        : { status: "repaired", reason: [...seams.mended, SUPPORTED].join("；") },
    );
  const reason = [...seams.mended, "原因由断开的几截拼成，没有别处完整印有"].join("；");
  return readingAt(draft, seams.text, { status: "uncertain", reason });
}

function isWhole(draft: ReasonDraft): boolean {
  return !draft.seams.includes(true) && !draft.cut && !draft.dirty;
}

/** The reasons that stand whole in a document, with their lines. */
export function wholeReasons(drafts: readonly (ReasonDraft | null)[]): Map<string, number> {
  const whole = new Map<string, number>();
  for (const draft of drafts)
    if (draft && isWhole(draft) && !draft.noise && !whole.has(draft.text)) whole.set(draft.text, draft.line);
  return whole;
}

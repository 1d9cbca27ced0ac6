/**
 * 偏差原因分析及改进措施: prose in the narrowest column of the table, and so the most damaged.
 */
import { countCjk, halfWidth, hasForeign, saysNothing, squeeze, withoutForeign } from "../glyphs.ts";
import { fittingName } from "../names.ts";
import type { Reading } from "../types.ts";
import type { TableLine } from "./lines.ts";
import type { TableRow } from "./rows.ts";
import { firstPart, verbatim } from "./values.ts";

/** A reason before other places in the document were asked about it. */
export interface ReasonDraft {
  line: number;
  asRead: string;
  text: string;
  /** Its wrapped lines, cleaned: what evidence is looked for with. */
  parts: string[];
  /** In one cell, no dirt, and every wrapped line as long as the column allows. */
  whole: boolean;
  /** Wrapped lines end before the column does: characters are lost. */
  cut: boolean;
  /** Nothing but scraps beside a row that lost no points. */
  noise: boolean;
}

/** What a page tells about its reasons. */
export interface ReasonColumn {
  /** Characters of the longest line. */
  width: number;
  /** Column lines run through the reasons. */
  seamed: boolean;
}

/** A wrapped line shorter than this share of the column has lost its end. */
const FULL_LINE = 0.75;
/** Scraps of the heading or of a line are never longer. */
const LONGEST_NOISE = 10;

/** How wide the reasons of each page are set. */
export function reasonColumnsOf(rows: readonly TableRow[]): Map<number, ReasonColumn> {
  const columns = new Map<number, ReasonColumn>();
  for (const line of rows.flatMap((row) => row.lines)) {
    const parts = line.parts.reason;
    if (parts.length === 0) continue;
    const known = columns.get(line.page) ?? { width: 0, seamed: false };
    const lengths = parts.flatMap((part) => part.text.split(/\s+/).map((word) => word.length));
    const seamed = parts.filter((part) => countCjk(part.text) > 1).length > 1;
    columns.set(line.page, { width: Math.max(known.width, ...lengths), seamed: known.seamed || seamed });
  }
  return columns;
}

/** Puts the reason of a row together; null where the row gives none. */
export function draftReason(row: TableRow, columns: ReadonlyMap<number, ReasonColumn>): ReasonDraft | null {
  const cells = row.lines.flatMap((line) => line.parts.reason).filter((part) => !saysNothing(part.text));
  if (cells.length === 0) return null;
  const column = columns.get(row.lines[0]!.page) ?? { width: 0, seamed: false };
  const sides = row.lines.flatMap((line) => sidesOf(line));
  const words = interleaved(sides);
  const parts = words.map(cleanWord).filter((word) => word !== "");
  const raw = squeeze(words.join(""));
  const text = halfWidth(parts.join("")) === raw ? raw : parts.join("");
  const wrapped = sides.flatMap((side) => side.slice(0, -1));
  const cut =
    wrapped.some((word) => word.length < column.width * FULL_LINE) || (column.seamed && sides.length === 1);
  const dirty = parts.join("") !== words.join("");
  return {
    line: firstPart(row.lines, "reason")!.line,
    asRead: verbatim(row.lines, "reason"),
    text,
    parts,
    whole: sides.length === 1 && !cut && !dirty,
    cut,
    noise: isNoise(
      row,
      cells.map((part) => part.text),
    ),
  };
}

/** The wrapped lines of each cell. */
function sidesOf(line: TableLine): string[][] {
  return line.parts.reason
    .filter((part) => !saysNothing(part.text))
    .map((part) => part.text.split(/\s+/).filter((word) => word !== ""));
}

/** Cells side by side are two halves of the same lines: the first line of each, then the second of each. */
function interleaved(sides: readonly string[][]): string[] {
  const longest = Math.max(...sides.map((side) => side.length));
  const words: string[] = [];
  for (let at = 0; at < longest; at++) for (const side of sides) if (side[at]) words.push(side[at]!);
  return words;
}

function cleanWord(word: string): string {
  return (hasForeign(word) ? withoutForeign(word) : word).replace(/[」「』『|_]+/g, "");
}

/** A row that lost nothing needs no reason; a few scraps beside it are what a heading or a line left behind. */
function isNoise(row: TableRow, texts: readonly string[]): boolean {
  const { weight, score } = row.points;
  const text = squeeze(texts.join(""));
  if (weight === null || score === null || weight !== score || text.length > LONGEST_NOISE) return false;
  return countCjk(text) < text.length || texts.length > 1;
}

/** The reason of a row, mended by one that stands whole elsewhere in the document, or with its doubt. */
export function decideReason(draft: ReasonDraft | null, whole: ReadonlyMap<string, number>): Reading<string> {
  if (!draft) return { value: null, line: null, asRead: "" };
  const place = { line: draft.line, asRead: draft.asRead };
  if (draft.noise) {
    const reason = "该行没有扣分，旁边只有残字，不计为偏差原因";
    return { value: null, ...place, flag: { status: "ghost", reason } };
  }
  if (draft.whole) return { value: draft.text, ...place };
  const fit = fittingName(draft.parts, whole.keys());
  if (fit)
    return {
      value: fit,
      ...place,
      flag: { status: "repaired", reason: `第${whole.get(fit)}行完整印有同一段文字` },
    };
  if (draft.cut)
    return {
      value: draft.text,
      ...place,
      flag: { status: "truncated", reason: "原因被竖线或换行切断，有字缺失" },
    };
  return {
    value: draft.text,
    ...place,
    flag: { status: "uncertain", reason: "原因由断开的几截拼成，没有别处可以印证" },
  };
}

/** The reasons that stand whole in a document, with their lines. */
export function wholeReasons(drafts: readonly (ReasonDraft | null)[]): Map<string, number> {
  const whole = new Map<string, number>();
  for (const draft of drafts)
    if (draft?.whole && !draft.noise && !whole.has(draft.text)) whole.set(draft.text, draft.line);
  return whole;
}

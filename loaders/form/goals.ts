/**
 * 年度总体目标: two columns of prose, 预期目标 and 实际完成情况.
 *
 * Nothing on the form checks prose, so where column lines cut it, or the columns ran into one another, all that can be
 * done is to keep the text and say so.
 */
import type { Cell, Row } from "../readers/sheet.ts";
import { countCjk, saysNothing, splitAtSpace, squeeze, withoutMarkup } from "./glyphs.ts";
import type { Flag, Reading } from "./types.ts";
import { GOAL_LABELS } from "./vocabulary.ts";

export interface Goals {
  expectedGoal: Reading<string>;
  actualOutcome: Reading<string>;
}

/** Prose from one side of the section. */
interface Piece {
  text: string;
  raw: string;
  line: number;
}

const SENTENCE_END = /[。！!？?;；.…”"'）)]$/;
/** The first item of a numbered list: where it comes a second time, the other column begins. */
const LIST_START = /[(（]1[)）]|(?<!\d)1[.、．]|一是/g;

/**
 * Reads both columns.
 * @param damaged whether column lines cut the cells of this form elsewhere: then they cut its prose too
 * @param borderDoubt why the border between both columns is not sure; null where it is
 */
export function readGoals(
  heading: readonly Row[],
  rows: readonly Row[],
  damaged: boolean,
  borderDoubt: string | null = null,
): Goals {
  const boundary = boundaryOf(heading);
  const pieces = rows.flatMap((row) => row.cells.flatMap((cell) => pieceOf(cell, row.line)));
  // A program that kept the cells of a form apart kept its prose whole.
  const broken = (damaged || !headingIsWhole(heading)) && !rows.every((row) => row.kept);
  const isUnderHeading = heading.some(({ cells }) => wholeBoundary(cells) !== null && stand(pieces, cells));
  const isOneColumn = pieces.every(({ cell }) => cell.column === pieces[0]?.cell.column);
  if (boundary === null || (isOneColumn && !isUnderHeading)) {
    const [expected, actual] = sidesOfRunningText(pieces.map(({ piece }) => piece));
    return {
      expectedGoal: side(expected, "预期目标", broken),
      actualOutcome: side(actual, "实际完成情况", broken),
    };
  }
  const left = pieces.filter(({ cell }) => cell.column < boundary).map(({ piece }) => piece);
  const right = pieces.filter(({ cell }) => cell.column >= boundary).map(({ piece }) => piece);
  return {
    expectedGoal: doubted(side(left, "预期目标", broken), borderDoubt),
    actualOutcome: doubted(side(right, "实际完成情况", broken), borderDoubt),
  };
}

/** Whether prose stands in the very columns of its headings: then the column that has none is empty. */
function stand(pieces: readonly { cell: Cell }[], heading: readonly Cell[]): boolean {
  return pieces.every(({ cell }) =>
    heading.some(({ column, text }) => column === cell.column && isWholeHeading(text)),
  );
}

function doubted(reading: Reading<string>, reason: string | null): Reading<string> {
  return reason === null || reading.flag ? reading : { ...reading, flag: { status: "uncertain", reason } };
}

/** The column from which cells belong to 实际完成情况; null where the heading stands in one cell. */
function boundaryOf(heading: readonly Row[]): number | null {
  const cells = heading.flatMap((row) => row.cells);
  const whole = wholeBoundary(cells);
  if (whole !== null) return whole;
  const actual = cells.find((cell) => /实际?|际?完成情/.test(squeeze(cell.text)));
  const expected = cells.find((cell) => /预期?|期目标|设定目标/.test(squeeze(cell.text)));
  if (!actual || actual === expected) return null;
  return expected ? Math.ceil((expected.column + actual.column) / 2) : actual.column - 1;
}

const EXPECTED = /^(?:年度)?(?:总体|绩效|预期|设定|年初设定|年初)*目标$/;
const ACTUAL = /^(?:年度|全年)?(?:总体|绩效)?(?:目标)?(?:实际?)?(?:完成|实现)情况$/;

function isWholeHeading(text: string): boolean {
  return EXPECTED.test(squeeze(withoutMarkup(text))) || ACTUAL.test(squeeze(withoutMarkup(text)));
}

/** The border between two headings that can be read to the character; null where there are no such. */
function wholeBoundary(cells: readonly Cell[]): number | null {
  const text = (cell: Cell): string => squeeze(withoutMarkup(cell.text));
  const actual = cells.findLast((cell) => ACTUAL.test(text(cell)));
  const expected = cells.findLast((cell) => EXPECTED.test(text(cell)));
  if (!actual || !expected || expected.column >= actual.column) return null;
  return Math.ceil((expected.column + actual.column) / 2);
}

function headingIsWhole(heading: readonly Row[]): boolean {
  const cells = heading.flatMap((row) => row.cells.map((cell) => squeeze(cell.text)));
  if (wholeBoundary(heading.flatMap((row) => row.cells)) !== null) return true;
  return endsWithOne(cells, GOAL_LABELS.expected) && endsWithOne(cells, GOAL_LABELS.actual);
}

function endsWithOne(cells: readonly string[], labels: readonly string[]): boolean {
  return labels.some((label) => cells.some((text) => text.endsWith(label)));
}

/** The prose of a cell; nothing for the label at the left and for dirt. */
function pieceOf(cell: Cell, line: number): { cell: Cell; piece: Piece }[] {
  const words = splitAtSpace(withoutMarkup(cell.text));
  while (words.length > 0 && isLabelScrap(words[0]!)) words.shift();
  if (isHeading(words.join(""))) return [];
  const text = squeeze(words.join(" "));
  return text === "" || saysNothing(text) ? [] : [{ cell, piece: { text, raw: cell.text, line } }];
}

/** The headings of the columns, longer ones first: they hold shorter ones. */
const HEADINGS = [...GOAL_LABELS.expected, ...GOAL_LABELS.actual].sort((a, b) => b.length - a.length);
const LONGEST_HEADING = HEADINGS.join("").length;

/** A heading of a column that stands on a line of its own, among the prose. */
function isHeading(text: string): boolean {
  if (text === "" || text.length > LONGEST_HEADING) return false;
  return HEADINGS.reduce((left, label) => left.replace(label, ""), text) === "";
}

function isLabelScrap(word: string): boolean {
  return word !== "" && word.length <= GOAL_LABELS.section.length && GOAL_LABELS.section.includes(word);
}

/**
 * Prose without columns: the second list begins the second column; after that, paragraphs come in turns, left and
 * right of one page after the other.
 */
function sidesOfRunningText(pieces: readonly Piece[]): [Piece[], Piece[]] {
  const [first, ...rest] = pieces;
  if (!first) return [[], []];
  const restart = [...first.text.matchAll(LIST_START)][1]?.index;
  const left: Piece[] = [restart === undefined ? first : { ...first, text: first.text.slice(0, restart) }];
  const right: Piece[] = restart === undefined ? [] : [{ ...first, text: first.text.slice(restart) }];
  const turns = restart === undefined ? 1 : 0;
  rest.forEach((piece, index) => {
    ((index + turns) % 2 === 0 ? left : right).push(piece);
  });
  return [left, right];
}

function side(pieces: readonly Piece[], label: string, damaged: boolean): Reading<string> {
  const text = pieces.map((piece) => piece.text).join("");
  const place = { line: pieces[0]?.line ?? null, asRead: pieces.map((piece) => piece.raw).join("⇥") };
  if (countCjk(text) === 0 && !/[\dA-Za-z]/.test(text))
    return { value: null, ...place, flag: { status: "missing", reason: `没有读到${label}` } };
  const flag = doubt(text, pieces.length, label, damaged);
  return { value: text, ...place, ...(flag && { flag }) };
}

function doubt(text: string, pieces: number, label: string, damaged: boolean): Flag | null {
  if (!damaged) return null;
  if (!SENTENCE_END.test(text))
    return { status: "truncated", reason: `${label}的文字没有结束，后面部分缺失` };
  const reason =
    pieces > 1
      ? `${label}被分成${pieces}截，可能夹有另一栏的文字`
      : `${label}所在页面有断栏，文字可能缺字或夹有另一栏的文字`;
  return { status: "uncertain", reason };
}

/**
 * Columns beside those of the form's money: of the year before, of what was changed in mid-year, of reasons. None of them is a
 * field, and each would be taken for one by its words: 上年预算数 for the budget, 调整数 for what the budget was changed to.
 */
import type { Cell, Row } from "../readers/sheet.ts";
import { type Decimal, formatDecimal } from "./decimal.ts";
import { exactField } from "./funding-heading.ts";
import { halfWidth, squeeze, withoutMarkup } from "./glyphs.ts";
import { decimalOf, type Piece, piecesOf } from "./pieces.ts";
import { rateFits } from "./rules.ts";

/** The heading and the rows of a form's money without what no field takes. */
export interface MoneyTable {
  heading: readonly Row[];
  rows: readonly Row[];
  /** The column of what was added to the budget or taken from it, where no column holds the sum. */
  increments: Increments | null;
}

/** Amounts that were added to those of another column. */
export interface Increments {
  column: number;
  initial: number;
}

/** 到位率 follows from 到位数; reasons and remarks beside amounts are words. */
const NOT_KEPT = /到位率|原因|说明|^备注$/;
const PAST = /^(?:上|去|前|往)一?年度?(?!结转|结余)/;
const PRESENT = /^(?:本|今)年度?(?=.)|^当年(?=预算|执行|支出|决算)/;
const YEAR = /^(20\d{2})年度?/;
const INCREMENT =
  /^(?:年中|年度|本年|预算|全年)*(?:调整|调增|追加|调剂|增减)(?:变动|情况)?(?:预算)?(?:数|额|金额)?$/;

/** The table without its other columns. */
export function withoutAsides(printed: readonly Row[], rows: readonly Row[]): MoneyTable {
  const heading = withUpperWords(printed);
  const labels = heading.flatMap(({ cells }) => cells.map((cell) => ({ cell, text: wordsOf(cell) })));
  const years = labels.flatMap(({ text }) => YEAR.exec(text)?.[1] ?? []);
  const thisYear = years.sort().at(-1);
  const plain = new Set(labels.filter(({ text }) => !YEAR.test(text)).map(({ text }) => exactField(text)));
  const isPast = (text: string): boolean => {
    if (PAST.test(text)) return true;
    const year = YEAR.exec(text)?.[1];
    // Where the same heading stands without a year, that is this year's.
    const field = year === undefined ? null : exactField(text.replace(YEAR, ""));
    return year !== undefined && (year < thisYear! || (field !== null && plain.has(field)));
  };
  const aside = new Set(
    labels.filter(({ text }) => isPast(text) || NOT_KEPT.test(text)).map(({ cell }) => cell.column),
  );
  const own = new Map(
    labels.map(({ cell, text }) => [cell.column, text.replace(YEAR, "").replace(PRESENT, "")]),
  );
  const increments = incrementsOf(own, aside, rows);
  if (increments?.sumColumn !== undefined) aside.add(increments.column);
  const kept = (cells: readonly Cell[]): Cell[] => cells.filter(({ column }) => !aside.has(column));
  const named = heading.map((row) => ({
    ...row,
    cells: kept(row.cells).map((cell) => ({ ...cell, text: presentWords(cell, thisYear !== undefined) })),
  }));
  return {
    heading: named,
    rows: aside.size === 0 ? rows : rows.map((row) => ({ ...row, cells: kept(row.cells) })),
    increments: increments && increments.sumColumn === undefined ? increments : null,
  };
}

/** What a heading says, without brackets and what stands in them. */
function wordsOf({ text }: Cell): string {
  return halfWidth(squeeze(withoutMarkup(text))).replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
}

/** A heading without the words that it is of this year. */
function presentWords(cell: Cell, hasYears: boolean): string {
  const words = wordsOf(cell);
  const present = (hasYears ? words.replace(YEAR, "") : words).replace(PRESENT, "");
  return present === words || present === "" ? cell.text : present;
}

/** 上年 and 本年 may stand in a line of their own, above 预算数 and 执行数: each heading with the word above it. */
function withUpperWords(heading: readonly Row[]): readonly Row[] {
  const at = heading.findIndex(({ cells }) => cells.filter((cell) => isYearAlone(wordsOf(cell))).length > 1);
  const lower = heading[at + 1];
  if (at < 0 || !lower) return heading;
  const years = heading[at]!.cells.filter((cell) => isYearAlone(wordsOf(cell)));
  const others = heading[at]!.cells.filter((cell) => !years.includes(cell));
  const cells = lower.cells.map((cell) => {
    const above = years.filter(
      ({ column, columnSpan }) =>
        column <= cell.column && (columnSpan === undefined || cell.column < column + columnSpan),
    );
    const isOfYear = /预算|执行|支出|决算|金额/.test(cell.text);
    return above.length > 0 && isOfYear ? { ...cell, text: `${wordsOf(above.at(-1)!)}${cell.text}` } : cell;
  });
  const joined = [...others.filter(({ column }) => !cells.some((own) => own.column === column)), ...cells];
  return heading.toSpliced(at, 2, { ...lower, cells: joined.sort((a, b) => a.column - b.column) });
}

function isYearAlone(text: string): boolean {
  return /^(?:上年|去年|前年|本年|今年|当年|20\d{2}年)度?$/.test(text);
}

/**
 * The column of what was added to the initial budget, as the arithmetic of the rows says; null where it may as well be the
 * budget that it was changed to. `sumColumn` is the one that holds the sum.
 */
function incrementsOf(
  labels: ReadonlyMap<number, string>,
  aside: ReadonlySet<number>,
  rows: readonly Row[],
): (Increments & { sumColumn?: number }) | null {
  const columns = [...labels].filter(([column]) => !aside.has(column));
  const columnOf = (field: string, but?: number): number | undefined =>
    columns.find(([column, text]) => column !== but && exactField(text) === field)?.[0];
  const column = columns.find(([, text]) => INCREMENT.test(text))?.[0];
  const initial = columnOf("initialBudget");
  if (column === undefined || initial === undefined) return null;
  const sumColumn = columnOf("adjustedBudget", column);
  const executed = columnOf("executed");
  const rate = columnOf("executionRate");
  const places = 2;
  let holds = 0;
  for (const row of rows) {
    const pieces = piecesOf(row.cells);
    const [before, added] = [amountAt(pieces, initial), amountAt(pieces, column)];
    if (before === null || added === null) continue;
    if (sumColumn !== undefined) {
      const sum = amountAt(pieces, sumColumn);
      if (sum === null) continue;
      if (before + added !== sum) return null;
      holds++;
      continue;
    }
    if (added < 0n) holds++;
    const [spent, printed] = [amountAt(pieces, executed), amountAt(pieces, rate)];
    if (spent === null || printed === null || spent === 0n) continue;
    if (added > 0n && rateFits(printed, spent, added, places)) return null;
    if (before + added > 0n && rateFits(printed, spent, before + added, places)) holds++;
  }
  if (holds === 0) return null;
  return { column, initial, ...(sumColumn !== undefined && { sumColumn }) };
}

function amountAt(pieces: readonly Piece[], column: number | undefined): Decimal | null {
  const own = pieces.filter((piece) => piece.column === column);
  return own.length === 1 && own[0]!.kind === "number" ? decimalOf(own[0]!.digits) : null;
}

/** The pieces of a row with the sum in place of what was added; the piece keeps what is printed. */
export function withSums(pieces: readonly Piece[], { column, initial }: Increments): Piece[] {
  const [before, added] = [amountAt(pieces, initial), amountAt(pieces, column)];
  if (before === null || added === null) return [...pieces];
  const digits = formatDecimal(before + added);
  return pieces.map((piece) => (piece.column === column ? { ...piece, digits } : piece));
}

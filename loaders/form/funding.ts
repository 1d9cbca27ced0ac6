/**
 * 项目资金: the rows of money, read together so that the rules of the form choose between their readings.
 */
import type { Row } from "../readers/sheet.ts";
import { type Decimal, formatDecimal } from "./decimal.ts";
import { inPercent } from "./execution-rate.ts";
import { type Increments, withoutAsides, withSums } from "./funding-asides.ts";
import { type ChosenReading, chooseReadings } from "./funding-choice.ts";
import { columnsOf } from "./funding-columns.ts";
import { AMOUNTS, type FieldColumn, FUNDING_FIELDS, precisionOf, type RowReading } from "./funding-row.ts";
import { cleanLabel, KNOWN_SOURCE_LABELS, sourceOf } from "./funding-sources.ts";
import { countCjk, wordsIn } from "./glyphs.ts";
import { holdsLabel } from "./labels.ts";
import { isLoneAmount, loneAmountOf, unplacedAmount } from "./lone-amounts.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Flag, Form, FundingRow, Reading } from "./types.ts";
import { doubtUnsaidUnit, unitOf } from "./unit-of-money.ts";
import { type FundingField, SOURCE_LABELS } from "./vocabulary.ts";

export interface FundingSection {
  amountUnit: Form["amountUnit"];
  rows: FundingRow[];
}

/** Characters that a label has at least: digits before it are dirt of the merged cell. */
const SHORTEST_LABEL = 3;
/** 万元 for every unit that amounts are printed in. */
const UNIT_FACTORS = { 元: [1n, 10_000n], 万元: [1n, 1n], 亿元: [10_000n, 1n] } as const;

/**
 * Reads the money of one form. Amounts come out in 万元 whatever the heading says.
 * @param known the columns, where they are known already
 * @param unitAbove the unit that a line above the form names
 */
export function readFunding(
  printedHeading: readonly Row[],
  printedRows: readonly Row[],
  known?: readonly FieldColumn[],
  unitAbove: Form["amountUnit"] | null = null,
): FundingSection {
  const { heading, rows, increments } = withoutAsides(printedHeading, printedRows);
  const columns = known && known.length > 0 ? known : columnsOf(heading, rows);
  const moneyRows = rows
    .map(splitRow)
    .filter((part) => part !== null)
    .map((row) => (increments ? { ...row, pieces: withSums(row.pieces, increments) } : row));
  const unplaced = rows.flatMap(rowsOfLoneAmounts);
  const precision = precisionOf(moneyRows.map((part) => part.pieces));
  const saidUnit = unitOf([...printedHeading, ...printedRows], unitAbove);
  const amountUnit = saidUnit ?? "万元";
  const chosen = chooseReadings(moneyRows, columns, precision);
  const doubt = saidUnit === null ? doubtUnsaidUnit : (own: FundingRow[]): FundingRow[] => own;
  return {
    amountUnit,
    rows: doubt([
      ...moneyRows.map((row, index) => {
        const read = fundingRow(row, chosen[index]!, amountUnit, precision.places);
        return increments ? withSumTold(read, row.pieces, increments) : read;
      }),
      ...unplaced,
    ]),
  };
}

/** A budget that is the sum of two printed amounts says so. */
function withSumTold(row: FundingRow, pieces: readonly Piece[], { column, initial }: Increments): FundingRow {
  const { adjustedBudget } = row;
  const [before, added] = [initial, column].map((at) => pieces.find((piece) => piece.column === at));
  if (adjustedBudget.value === null || !before || !added) return row;
  const isSure = adjustedBudget.flag === undefined || adjustedBudget.flag.status === "repaired";
  const flag = {
    status: "repaired",
    reason: `表上印的是增减额“${added.raw}”，与年初预算数“${before.raw}”相加得出，与执行率或正负号相符`,
  } as const;
  return isSure ? { ...row, adjustedBudget: { ...adjustedBudget, flag } } : row;
}

const NO_PIECES: readonly Piece[] = [];

interface SplitRow {
  source: string;
  label: string;
  row: Row;
  pieces: Piece[];
  whole: boolean;
  kept: boolean;
  /** What is left of its figures are points and per cent signs. */
  lostDigits: boolean;
}

/** The sources of a row that print one amount each, in no column. */
function rowsOfLoneAmounts({ cells, line }: Row): FundingRow[] {
  return cells
    .map((cell) => loneAmountOf(cell.text))
    .filter((lone) => lone !== null)
    .map((lone) => {
      const amount = unplacedAmount(lone, line);
      const nothing = { value: null, line, asRead: "" };
      return {
        source: sourceOf(lone.label) ?? lone.label,
        label: cleanLabel(lone.label),
        line,
        initialBudget: amount,
        adjustedBudget: amount,
        received: nothing,
        executed: amount,
        weight: nothing,
        executionRate: nothing,
        score: nothing,
      };
    });
}

/** The label at the left and the figures after it; null for a row that is none of money. */
function splitRow(row: Row): SplitRow | null {
  if (row.cells.some((cell) => isLoneAmount(cell.text))) return null;
  const pieces = piecesOf(row.cells);
  const labelEnd = endOfLabel(pieces);
  if (labelEnd < 1) return rowWithoutFigures(row, pieces);
  const figures = withDashes(pieces, labelEnd);
  const label = joined(pieces.slice(0, pieces.length - figures.length));
  const source = sourceOf(label);
  return source === null
    ? null
    : {
        source,
        label: cleanLabel(label),
        row,
        pieces: figures,
        whole: row.whole ?? false,
        kept: row.kept ?? false,
        lostDigits: false,
      };
}

/**
 * A source that nothing was planned from and nothing spent: its label, and dashes or nothing. Points and per cent signs are
 * what is left of figures.
 */
function rowWithoutFigures(row: Row, pieces: readonly Piece[]): SplitRow | null {
  const label = joined(pieces.filter((piece) => piece.kind === "text"));
  const isKnown = SOURCE_LABELS.some(([, labels]) => holdsLabel(label, labels));
  const source = isKnown ? sourceOf(label) : null;
  if (!source || pieces.some((piece) => piece.kind === "number")) return null;
  return {
    source,
    label: cleanLabel(label),
    row,
    pieces: pieces.filter((piece) => piece.kind === "nothing"),
    whole: row.whole ?? false,
    kept: row.kept ?? false,
    lostDigits: pieces.some((piece) => isRestOfFigure(piece.raw)),
  };
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.raw).join("");
}

/** Where the figures begin: at the first number behind enough words for a label; -1 where there is none. */
function endOfLabel(pieces: readonly Piece[]): number {
  let words = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "number" && (words >= SHORTEST_LABEL || isKnownLabel(pieces, index))) return index;
    words += countCjk(piece.raw);
  }
  return -1;
}

function isKnownLabel(pieces: readonly Piece[], end: number): boolean {
  const words = pieces.slice(0, end).filter(({ kind, alone }) => kind !== "nothing" || !alone);
  return KNOWN_SOURCE_LABELS.includes(joined(words));
}

/** A dash before the first number stands for an empty amount, unless it hangs on the label. */
function withDashes(pieces: readonly Piece[], labelEnd: number): Piece[] {
  let start = labelEnd;
  while (start > 0 && pieces[start - 1]!.kind === "nothing" && pieces[start - 1]!.alone) start--;
  return pieces.slice(start);
}

function fundingRow(
  { row, source, label, lostDigits }: SplitRow,
  chosen: ChosenReading,
  unit: Form["amountUnit"],
  places: number,
): FundingRow {
  const read = (field: FundingField): Reading<Decimal> =>
    lostDigits && field !== "received" ? readingOfRest(row) : fieldReading(chosen, field, row, unit);
  return {
    source,
    label,
    line: row.line,
    initialBudget: read("initialBudget"),
    adjustedBudget: read("adjustedBudget"),
    received: read("received"),
    executed: read("executed"),
    weight: read("weight"),
    executionRate: inPercent(read("executionRate"), chosen.reading, places),
    score: read("score"),
  };
}

/** What a figure without its digits is read as. */
function readingOfRest({ line, cells }: Row): Reading<Decimal> {
  const rests = cells.flatMap(({ text }) => wordsIn(text)).filter(isRestOfFigure);
  const flag = { status: "missing", reason: "这一行的数字缺失，只剩小数点或百分号" } as const;
  return { value: null, line, asRead: rests.join("⇥"), flag };
}

/** A point, a comma or a per cent sign by itself. */
function isRestOfFigure(text: string): boolean {
  return /^[.,％%．，]*[.%％．][.,％%．，]*$/.test(text);
}

const FLAG_OF_CUT = {
  surely: { status: "repaired", reason: "相邻各格的数字连在一起，按执行率和得分断开" },
  doubtful: { status: "uncertain", reason: "相邻各格的数字连在一起，勾稽关系分不出断在哪里" },
} as const satisfies Record<string, Flag>;

function fieldReading(
  chosen: ChosenReading,
  field: FundingField,
  { line, cutApart }: Row,
  unit: Form["amountUnit"],
): Reading<Decimal> {
  const cutFlag = cutApart && FLAG_OF_CUT[cutApart];
  const { value, pieces } = chosen.reading.fields[field];
  const flag =
    chosen.reading.fields[field].value === null ? flagOf(chosen, field) : (cutFlag ?? flagOf(chosen, field));
  const [times, by] = AMOUNTS.has(field) ? UNIT_FACTORS[unit] : UNIT_FACTORS.万元;
  const dirt = dirtAt(chosen.reading, field);
  const own = dirt.length === 0 ? pieces : [...pieces, ...dirt].sort((a, b) => a.column - b.column);
  return {
    value: value === null ? null : (value * times) / by,
    line,
    asRead: own.map((piece) => piece.raw).join("⇥"),
    ...(flag && { flag }),
  };
}

/** What was dropped with a figure: words beside it, and digits behind. */
function dirtAt(reading: RowReading, field: FundingField): readonly Piece[] {
  const { dropped } = reading.fields[field];
  const behind = digitsBehind(reading, field);
  return dropped.length === 0 ? behind : [...dropped.filter((piece) => piece.kind === "text"), ...behind];
}

/** Digits dropped right behind a figure: what a column line cut off it. They were dropped on the way to the next field. */
function digitsBehind(reading: RowReading, field: FundingField): readonly Piece[] {
  const behind = FUNDING_FIELDS.slice(FUNDING_FIELDS.indexOf(field) + 1);
  const { received } = reading.fields;
  const isPrinted = received.pieces.length + received.dropped.length > 0;
  const next = behind.find((other) => other !== "received" || isPrinted);
  const loose = next ? reading.fields[next].dropped : NO_PIECES;
  return loose.length === 0 ? NO_PIECES : loose.filter((piece) => piece.kind === "number");
}

function flagOf(
  { reading, contested, broken, supported: holds }: ChosenReading,
  field: FundingField,
): Flag | null {
  const { value, pieces, dropped } = reading.fields[field];
  const supported = holds.has(field);
  const others = contested.get(field);
  if (others) {
    const readings = others.map((other) => (other === null ? "空" : formatDecimal(other))).join("、");
    return { status: "uncertain", reason: `这一格也可以读作${readings}，表内勾稽关系分不出哪一种对` };
  }
  if (value === null) {
    const lost = pieces.length === 0 && dropped.some((piece) => piece.kind === "number");
    return lost || (broken && (AMOUNTS.has(field) || field === "executionRate"))
      ? { status: "missing", reason: "这一格没有读到数" }
      : null;
  }
  if (reading.displaced)
    return { status: "repaired", reason: "这一行的数比表头错开一列，移回后合计和执行率都对得上" };
  if (broken) return { status: "uncertain", reason: "这一行残缺，各格对不上表头或彼此对不上" };
  const foreign = digitsBehind(reading, field)[0] ?? dropped.find((piece) => piece.kind === "text");
  if (foreign)
    return supported
      ? { status: "repaired", reason: `旁边多出的“${foreign.raw}”不属于这一格，去掉后合计和执行率都对得上` }
      : { status: "uncertain", reason: `旁边多出“${foreign.raw}”，去掉后勾稽关系仍对不上` };
  if (pieces.some((piece) => piece.rubbed))
    return supported
      ? { status: "repaired", reason: "去掉了数字旁的污点，合计和执行率都对得上" }
      : { status: "uncertain", reason: "数字旁有污点，去掉后勾稽关系仍对不上" };
  if (pieces.length > 1 && !supported) return { status: "uncertain", reason: "由两格拼成，勾稽关系对不上" };
  return null;
}

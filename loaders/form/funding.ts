/**
 * 项目资金: the rows of money, read together so that the rules of the form choose between their readings.
 */
import type { Row } from "../readers/sheet.ts";
import type { Decimal } from "./decimal.ts";
import {
  type FieldColumn,
  FUNDING_FIELDS,
  type Precision,
  precisionOf,
  type RowReading,
  readingsOfRow,
} from "./funding-row.ts";
import { countCjk, squeeze, withoutMarkup } from "./glyphs.ts";
import { nearestLabel } from "./labels.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { addsUp, executionScoreFits, rateFits } from "./rules.ts";
import type { Flag, Form, FundingRow, Ghost, Reading } from "./types.ts";
import { FUNDING_COLUMN_LABELS, type FundingField, SOURCE_LABELS } from "./vocabulary.ts";

export interface FundingSection {
  amountUnit: Form["amountUnit"];
  rows: FundingRow[];
  ghosts: Ghost[];
}

/** A row of money before its figures are chosen. */
interface MoneyRow {
  source: string;
  label: string;
  row: Row;
  readings: RowReading[];
}

const COST_SUM_BROKEN = 5;
const COST_RATE_BROKEN = 3;
const COST_SCORE_BROKEN = 2;
const COST_OVERSPENT = 0.5;
/** Points without a weight, a weight of nothing, or a weight that nothing was won or lost on. */
const COST_POINTS_ALONE = 3;
/** Two readings that are nearer than this cannot be told apart by anything on the form. */
const CLEAR_MARGIN = 1.2;
/** Combinations of readings that are weighed; beyond it the dearest readings are left out first. */
const MOST_COMBINATIONS = 4096;

const FIELD_LABELS = Object.entries(FUNDING_COLUMN_LABELS) as [FundingField, readonly string[]][];
/** 万元 for every unit that amounts are printed in. */
const UNIT_FACTORS = { 元: [1n, 10_000n], 万元: [1n, 1n], 亿元: [10_000n, 1n] } as const;

/** Reads the money of one form. Amounts come out in 万元 whatever the heading says. */
export function readFunding(heading: readonly Row[], rows: readonly Row[]): FundingSection {
  const columns = columnsOf(heading);
  const split = rows.map(splitRow).filter((part) => part !== null);
  const precision = precisionOf(split.map((part) => part.pieces));
  const amountUnit = unitOf([...heading, ...rows]);
  const moneyRows: MoneyRow[] = distinctSources(split).map((part) => ({
    source: part.source,
    label: part.label,
    row: part.row,
    readings: readingsOfRow(part.pieces, columns, precision),
  }));
  const chosen = chooseReadings(moneyRows, precision);
  const ghosts: Ghost[] = [];
  return {
    amountUnit,
    rows: moneyRows.map((row, index) => fundingRow(row, chosen, index, precision, amountUnit)),
    ghosts,
  };
}

/** The fields in the order of the heading; the national order where the heading cannot be read. */
function columnsOf(heading: readonly Row[]): FieldColumn[] {
  const found: FieldColumn[] = [];
  for (const cell of heading.flatMap((row) => row.cells)) {
    const field = nearestLabel(squeeze(withoutMarkup(cell.text)), FIELD_LABELS);
    if (field && !found.some((known) => known.field === field)) found.push({ field, column: cell.column });
  }
  if (found.length === FUNDING_FIELDS.length) return found;
  return FUNDING_FIELDS.map(
    (field) => found.find((known) => known.field === field) ?? { field, column: null },
  );
}

interface SplitRow {
  source: string;
  label: string;
  row: Row;
  pieces: Piece[];
}

/** The label at the left and the figures after it; null for a row without figures. */
function splitRow(row: Row): SplitRow | null {
  const pieces = piecesOf(row.cells);
  const labelEnd = pieces.findIndex((piece, index) => piece.kind === "number" && labelBefore(pieces, index));
  if (labelEnd < 1) return null;
  const label = pieces
    .slice(0, labelEnd)
    .map((piece) => piece.raw)
    .join("");
  const source = sourceOf(label);
  return source === null
    ? null
    : { source, label: cleanLabel(label), row, pieces: withDashes(pieces, labelEnd) };
}

function labelBefore(pieces: readonly Piece[], index: number): boolean {
  return (
    countCjk(
      pieces
        .slice(0, index)
        .map((piece) => piece.raw)
        .join(""),
    ) >= 3
  );
}

/** A dash before the first number stands for an empty amount, unless it hangs on the label. */
function withDashes(pieces: readonly Piece[], labelEnd: number): Piece[] {
  let start = labelEnd;
  while (start > 0 && pieces[start - 1]!.kind === "nothing" && pieces[start - 1]!.alone) start--;
  return pieces.slice(start);
}

function sourceOf(label: string): string | null {
  const known = nearestLabel(label, SOURCE_LABELS);
  if (known) return known;
  const own = cleanLabel(label);
  return own === "" ? null : own;
}

/** The label as printed, without the merged cell to its left, 其中 and the colon. */
function cleanLabel(label: string): string {
  const own = label.replace(/^.*?其中[::]?/, "").replace(/[::]$/, "");
  const known = SOURCE_LABELS.flatMap(([, labels]) => [...labels]).find((word) => own.includes(word));
  return known ? own.slice(own.indexOf(known)) : own;
}

/** A source that stands twice keeps its first row: the key of a row of money is its source. */
function distinctSources(rows: readonly SplitRow[]): SplitRow[] {
  return rows.filter((row, index) => rows.findIndex((other) => other.source === row.source) === index);
}

function unitOf(rows: readonly Row[]): Form["amountUnit"] {
  const text = rows.flatMap((row) => row.cells.map((cell) => squeeze(cell.text))).join("");
  if (/[(（:：]?亿元[)）]/.test(text)) return "亿元";
  if (/万/.test(text)) return "万元";
  return /[(（]元[)）]|单位[::]元/.test(text) ? "元" : "万元";
}

interface Choice {
  /** For each row the index of its reading. */
  picks: number[];
  cost: number;
}

/** What the rules leave: the cheapest choice, and for every cell how much dearer the next other value is. */
interface Chosen {
  best: RowReading[];
  margin(row: number, field: FundingField): number;
  sumsHold: Record<string, boolean>;
}

function chooseReadings(rows: readonly MoneyRow[], precision: Precision): Chosen {
  const lists = trimmed(rows.map((row) => row.readings));
  const choices: Choice[] = [];
  const picks = new Array<number>(rows.length).fill(0);
  const visit = (at: number): void => {
    if (at === rows.length) {
      const readings = picks.map((pick, index) => lists[index]![pick]!);
      choices.push({ picks: [...picks], cost: costOfTogether(rows, readings, precision) });
      return;
    }
    for (let pick = 0; pick < lists[at]!.length; pick++) {
      picks[at] = pick;
      visit(at + 1);
    }
  };
  visit(0);
  choices.sort((a, b) => a.cost - b.cost);
  const best = choices[0]!.picks.map((pick, index) => lists[index]![pick]!);
  return {
    best,
    margin(row, field) {
      const value = best[row]!.fields[field].value;
      const other = choices.find((choice) => lists[row]![choice.picks[row]!]!.fields[field].value !== value);
      return other ? other.cost - choices[0]!.cost : Number.POSITIVE_INFINITY;
    },
    sumsHold: Object.fromEntries(
      FUNDING_FIELDS.map((field) => [field, !sumBroken(rows, best, field, precision)]),
    ),
  };
}

function trimmed(lists: RowReading[][]): RowReading[][] {
  const shorter = lists.map((list) => [...list]);
  while (shorter.reduce((product, list) => product * list.length, 1) > MOST_COMBINATIONS) {
    const dearest = shorter
      .filter((list) => list.length > 1)
      .sort((a, b) => b.at(-1)!.cost - b[0]!.cost - (a.at(-1)!.cost - a[0]!.cost))[0]!;
    dearest.pop();
  }
  return shorter;
}

function costOfTogether(
  rows: readonly MoneyRow[],
  readings: readonly RowReading[],
  precision: Precision,
): number {
  let cost = 0;
  for (const reading of readings) cost += reading.cost + costOfRow(reading, precision);
  for (const field of ["initialBudget", "adjustedBudget", "executed"] as const)
    if (sumBroken(rows, readings, field, precision)) cost += COST_SUM_BROKEN;
  return cost;
}

function costOfRow(reading: RowReading, precision: Precision): number {
  const { adjustedBudget, executed, executionRate, weight, score } = reading.fields;
  let cost = 0;
  if (adjustedBudget.value !== null && executed.value !== null) {
    if (executed.value > adjustedBudget.value) cost += COST_OVERSPENT;
    if (executionRate.value !== null)
      if (!rateFits(executionRate.value, executed.value, adjustedBudget.value, precision.places))
        cost += COST_RATE_BROKEN;
  }
  if (executionRate.value !== null && weight.value !== null && score.value !== null)
    if (!executionScoreFits(score.value, weight.value, executionRate.value)) cost += COST_SCORE_BROKEN;
  if (weight.value !== null && score.value !== null && score.value > weight.value) cost += COST_SCORE_BROKEN;
  if ((weight.value === null) !== (score.value === null) || weight.value === 0n) cost += COST_POINTS_ALONE;
  return cost;
}

/** Whether the sources of a column are all there and miss their total. */
function sumBroken(
  rows: readonly MoneyRow[],
  readings: readonly RowReading[],
  field: FundingField,
  precision: Precision,
): boolean {
  const totalRow = rows.findIndex((row) => row.source === "total");
  if (totalRow < 0 || rows.length < 2) return false;
  const total = readings[totalRow]!.fields[field].value;
  const parts = readings
    .filter((_, index) => index !== totalRow)
    .map((reading) => reading.fields[field].value);
  const known = parts.filter((value): value is Decimal => value !== null);
  if (total === null || known.length === 0) return false;
  return !addsUp(total, known, precision.places);
}

function fundingRow(
  row: MoneyRow,
  chosen: Chosen,
  index: number,
  precision: Precision,
  unit: Form["amountUnit"],
): FundingRow {
  const reading = chosen.best[index]!;
  const rowHolds = costOfRow(reading, precision) === 0;
  const fieldReading = (field: FundingField): Reading<Decimal> => {
    const { value, pieces, dropped } = reading.fields[field];
    const amount = field === "initialBudget" || field === "adjustedBudget" || field === "executed";
    const supported = rowHolds && (!amount || chosen.sumsHold[field] === true);
    const flag = flagOf(reading, field, chosen.margin(index, field), supported);
    const [times, by] = amount ? UNIT_FACTORS[unit] : UNIT_FACTORS.万元;
    const dirt = [...dropped.filter((piece) => piece.kind === "text"), ...digitsBehind(reading, field)];
    return {
      value: value === null ? null : (value * times) / by,
      line: row.row.line,
      asRead: [...pieces, ...dirt]
        .sort((left, right) => left.column - right.column)
        .map((piece) => piece.raw)
        .join("⇥"),
      ...(flag && { flag }),
    };
  };
  return {
    source: row.source,
    label: row.label,
    line: row.row.line,
    initialBudget: fieldReading("initialBudget"),
    adjustedBudget: fieldReading("adjustedBudget"),
    executed: fieldReading("executed"),
    weight: fieldReading("weight"),
    executionRate: fieldReading("executionRate"),
    score: fieldReading("score"),
  };
}

/** Digits dropped right behind a figure: what a column line cut off it. They were dropped on the way to the next field. */
function digitsBehind(reading: RowReading, field: FundingField): Piece[] {
  const next = FUNDING_FIELDS[FUNDING_FIELDS.indexOf(field) + 1];
  const loose = next ? reading.fields[next].dropped : [];
  return loose.filter((piece) => piece.kind === "number");
}

function flagOf(reading: RowReading, field: FundingField, margin: number, supported: boolean): Flag | null {
  const { value, pieces, dropped } = reading.fields[field];
  if (margin < CLEAR_MARGIN)
    return { status: "uncertain", reason: "这一格有两种读法，表内勾稽关系分不出哪一种对" };
  if (value === null) {
    const lost = pieces.length === 0 && dropped.some((piece) => piece.kind === "number");
    return lost ? { status: "missing", reason: "这一格没有读到数" } : null;
  }
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

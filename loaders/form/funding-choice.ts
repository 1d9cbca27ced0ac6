/**
 * The rows of money together: of all the readings that the rows allow, the one that breaks the fewest rules.
 */
import { alignedReading, displacedReading, wholeReading } from "./aligned-row.ts";
import type { Decimal } from "./decimal.ts";
import {
  AMOUNTS,
  type FieldColumn,
  FUNDING_FIELDS,
  type Precision,
  type RowReading,
  readingsOfRow,
} from "./funding-row.ts";
import type { Piece } from "./pieces.ts";
import { addsUp, executionScoreFits, rateFits, rateInPercent } from "./rules.ts";
import type { FundingField } from "./vocabulary.ts";

/** A row of money as its label and its pieces. */
export interface MoneyRow {
  source: string;
  pieces: Piece[];
  /** Its figures surely stand in their columns. */
  whole: boolean;
  /** A program kept its cells apart: a figure has the places that somebody gave it. */
  kept: boolean;
}

/** The reading of one row, and what the rules say of it. */
export interface ChosenReading {
  reading: RowReading;
  /** Fields that other readings, hardly worse, give other values. */
  contested: ReadonlyMap<FundingField, (Decimal | null)[]>;
  /** Fields whose values satisfy every rule that they take part in. */
  supported: ReadonlySet<FundingField>;
  /**
   * The row is damaged, and no reading of it is whole and satisfies the rules of its own figures; or it is empty, and the
   * sums miss something.
   */
  broken: boolean;
}

const COST_SUM_BROKEN = 5;
const COST_RATE_BROKEN = 3;
const COST_SCORE_BROKEN = 2;
const COST_OVERSPENT = 0.5;
/** A rate of something, without the budget or what was spent of it. */
const COST_RATE_ALONE = 2;
/** Points without a weight, a weight of nothing, or a weight that nothing was won or lost on. */
const COST_POINTS_ALONE = 3;
/** Two readings that are nearer than this cannot be told apart by anything on the form. */
const CLEAR_MARGIN = 1.2;
/** How much dearer than its cheapest a row's reading may be if it mends all that is broken. */
const READINGS_WITHIN = 8;
/** Combinations of readings that are looked at; beyond it the dearest readings of a row are left out first. */
const MOST_COMBINATIONS = 4096;

/** A reading with what the rules of its own row add to its cost. */
interface Weighed {
  reading: RowReading;
  cost: number;
}

interface Choice {
  readings: RowReading[];
  cost: number;
}

/** Chooses one reading for each row. */
export function chooseReadings(
  rows: readonly MoneyRow[],
  columns: readonly FieldColumn[],
  precision: Precision,
): ChosenReading[] {
  if (rows.length === 0) return [];
  const total = rows.findIndex((row) => row.source === "total");
  const combined = (readings: RowReading[][]): Choice[] =>
    cheapestChoices(
      readings.map((list) => weighed(list, precision)),
      (chosen) => COST_SUM_BROKEN * brokenSums(total, chosen, precision).length,
    );
  // A row with each figure under its heading is read as printed, whatever rules it breaks: those are the form's own.
  const underHeadings = rows.map(
    (row) =>
      (row.whole ? wholeReading(row.pieces, columns) : null) ??
      alignedReading(row.pieces, columns, row.kept ? { ...precision, agreement: 0 } : precision),
  );
  const asPrinted = movedIntoPlace(rows, underHeadings, columns, precision).map(
    (reading, row) => reading ?? keptReading(rows[row]!, columns),
  );
  const plainest = rows.map(({ pieces }, row) =>
    asPrinted[row] ? [asPrinted[row]] : readingsOfRow(pieces, columns, precision, CLEAR_MARGIN),
  );
  const plain = asPrinted.includes(null)
    ? combined(plainest)
    : [{ readings: asPrinted as RowReading[], cost: 0 }];
  // Where the plainest readings satisfy every rule, no other can do better; else the rows that may be to blame are read wider.
  const sumsBroken = brokenSums(total, plain[0]!.readings, precision).length > 0;
  const toBlame = rows.map(
    (_, row) => !asPrinted[row] && (sumsBroken || costOfRow(plain[0]!.readings[row]!, precision) > 0),
  );
  const wider = (): RowReading[][] =>
    rows.map(({ pieces }, row) =>
      toBlame[row] ? readingsOfRow(pieces, columns, precision, READINGS_WITHIN) : plainest[row]!,
    );
  const choices = toBlame.includes(true) ? combined(wider()) : plain;
  const best = choices[0]!.readings;
  const broken = brokenSums(total, best, precision);
  const unbroken = new Set(FUNDING_FIELDS.filter((field) => !broken.includes(field)));
  return best.map((reading, row) => {
    const breaksRules = costOfRow(reading, precision) > 0;
    return {
      reading,
      contested: contestedFields(
        reading,
        choices.map((choice) => choice.readings[row]!),
      ),
      broken: rows[row]!.whole
        ? false
        : asPrinted[row]
          ? broken.length > 0 && isEmpty(reading)
          : breaksRules || lacksAmount(reading, columns) || dropsFigure(reading),
      supported: breaksRules ? NO_FIELDS : unbroken,
    };
  });
}

/**
 * The reading of a row whose cells a program kept apart, each of them under its heading, where points stand without a weight or
 * a weight without points: one of the two was not filled in. Null for any other row.
 */
function keptReading({ kept, pieces }: MoneyRow, columns: readonly FieldColumn[]): RowReading | null {
  const isUnder = pieces.every(
    ({ kind, column, alone }) =>
      alone && (kind === "nothing" || columns.some((own) => own.column === column)),
  );
  const reading = kept && isUnder ? wholeReading(pieces, columns) : null;
  if (!reading || pieces.some(({ kind }) => kind === "text")) return null;
  const { weight, score } = reading.fields;
  return (weight.value === null) === (score.value === null) ? null : reading;
}

const NO_FIELDS: ReadonlySet<FundingField> = new Set();

/** Rows of one cell more or less before their figures stand so far beside the headings. */
const DISPLACEMENTS = [1, -1];

/**
 * The readings with a row moved where it stands one column beside its headings: that is so where its own rules and all sums
 * hold with it moved, and some are broken as it stands.
 */
function movedIntoPlace(
  rows: readonly MoneyRow[],
  asPrinted: readonly (RowReading | null)[],
  columns: readonly FieldColumn[],
  precision: Precision,
): (RowReading | null)[] {
  const total = rows.findIndex((row) => row.source === "total");
  const misfits = (readings: readonly (RowReading | null)[]): number =>
    readings.includes(null)
      ? Number.POSITIVE_INFINITY
      : brokenSums(total, readings as RowReading[], precision).length;
  if (total < 0 || misfits(asPrinted) === 0) return [...asPrinted];
  for (const [at, { pieces, whole }] of rows.entries()) {
    if (whole) continue;
    for (const by of DISPLACEMENTS) {
      const moved = displacedReading(pieces, columns, precision, by);
      if (!moved || isEmpty(moved) || costOfRow(moved, precision) > 0) continue;
      const readings = asPrinted.with(at, moved);
      if (misfits(readings) === 0) return readings;
    }
  }
  return [...asPrinted];
}

/** The fields that other readings, hardly worse, give other values, with these. */
function contestedFields(
  chosen: RowReading,
  others: readonly RowReading[],
): Map<FundingField, (Decimal | null)[]> {
  const contested = new Map<FundingField, (Decimal | null)[]>();
  if (others.length < 2) return contested;
  for (const field of FUNDING_FIELDS) {
    const values = new Set(others.map((other) => other.fields[field].value));
    values.delete(chosen.fields[field].value);
    if (values.size > 0) contested.set(field, [...values]);
  }
  return contested;
}

function weighed(readings: readonly RowReading[], precision: Precision): Weighed[] {
  return readings
    .map((reading) => ({ reading, cost: reading.cost + costOfRow(reading, precision) }))
    .sort((a, b) => a.cost - b.cost);
}

/** The cheapest combination first, then those that are hardly dearer (branch and bound). */
function cheapestChoices(
  rows: readonly Weighed[][],
  costTogether: (readings: readonly RowReading[]) => number,
): Choice[] {
  const lists = trimmed(rows);
  const restAtLeast = new Array<number>(lists.length + 1).fill(0);
  for (let row = lists.length - 1; row >= 0; row--)
    restAtLeast[row] = restAtLeast[row + 1]! + lists[row]![0]!.cost;
  let choices: Choice[] = [];
  let least = Number.POSITIVE_INFINITY;
  const picked: RowReading[] = [];
  const visit = (row: number, cost: number): void => {
    if (cost + restAtLeast[row]! > least + CLEAR_MARGIN) return;
    if (row === lists.length) {
      const whole = cost + costTogether(picked);
      if (whole > least + CLEAR_MARGIN) return;
      least = Math.min(least, whole);
      choices.push({ readings: [...picked], cost: whole });
      return;
    }
    for (const option of lists[row]!) {
      picked[row] = option.reading;
      visit(row + 1, cost + option.cost);
    }
  };
  visit(0, 0);
  choices = choices.filter((choice) => choice.cost < least + CLEAR_MARGIN);
  return choices.sort((a, b) => a.cost - b.cost);
}

function trimmed(lists: readonly Weighed[][]): Weighed[][] {
  const shorter = lists.map((list) => [...list]);
  while (shorter.reduce((product, list) => product * list.length, 1) > MOST_COMBINATIONS) {
    const excess = (list: Weighed[]): number => list.at(-1)!.cost - list[0]!.cost;
    const dearest = shorter.filter((list) => list.length > 1).sort((a, b) => excess(b) - excess(a))[0]!;
    dearest.pop();
  }
  return shorter;
}

function isEmpty(reading: RowReading): boolean {
  return FUNDING_FIELDS.every((field) => reading.fields[field].value === null);
}

function lacksAmount(reading: RowReading, columns: readonly FieldColumn[]): boolean {
  return columns.some(({ field }) => AMOUNTS.has(field) && reading.fields[field].value === null);
}

/** Whether a whole figure, not a digit of another and not one read twice, was left out: then nobody knows which of them it is. */
function dropsFigure({ fields }: RowReading): boolean {
  const read = FUNDING_FIELDS.flatMap((field) => fields[field].pieces.map(({ digits }) => digits));
  return FUNDING_FIELDS.flatMap((field) => fields[field].dropped).some(
    ({ kind, digits }) => kind === "number" && !/^\d$/.test(digits) && !read.includes(digits),
  );
}

/** What a row's own figures break: executed within the budget, rate and score as they follow from it. */
function costOfRow(reading: RowReading, precision: Precision): number {
  const { adjustedBudget, executed, executionRate, weight, score } = reading.fields;
  const printed = executionRate.value;
  const rate =
    printed && (rateInPercent(printed, executed.value, adjustedBudget.value, precision.places) ?? printed);
  let cost = 0;
  if (adjustedBudget.value !== null && executed.value !== null) {
    if (executed.value > adjustedBudget.value) cost += COST_OVERSPENT;
    if (rate !== null && !rateFits(rate, executed.value, adjustedBudget.value, precision.places))
      cost += COST_RATE_BROKEN;
  } else if (rate !== null && rate > 0n) cost += COST_RATE_ALONE;
  if (rate !== null && weight.value !== null && score.value !== null)
    if (!executionScoreFits(score.value, weight.value, rate)) cost += COST_SCORE_BROKEN;
  if (weight.value !== null && score.value !== null && score.value > weight.value) cost += COST_SCORE_BROKEN;
  if ((weight.value === null) !== (score.value === null) || weight.value === 0n) cost += COST_POINTS_ALONE;
  return cost;
}

/** The columns whose sources are there and miss their total. @param total index of the row of totals, or -1 */
function brokenSums(total: number, readings: readonly RowReading[], precision: Precision): FundingField[] {
  if (total < 0 || readings.length < 2) return [];
  const broken: FundingField[] = [];
  for (const field of AMOUNTS) {
    const whole = readings[total]!.fields[field].value;
    if (whole === null) continue;
    const parts: Decimal[] = [];
    for (const reading of readings) {
      const { value } = reading.fields[field];
      if (value !== null && reading !== readings[total]) parts.push(value);
    }
    if (parts.length > 0 && !addsUp(whole, parts, precision.places)) broken.push(field);
  }
  return broken;
}

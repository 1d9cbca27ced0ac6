/**
 * The readings that one row of money allows, each with its cost.
 *
 * A column line that is not there splits a number (`3,900.7⇥2`) or leaves a digit of it behind (`163.56⇥5`), a cell runs
 * into the next, a dash becomes a stroke. So the pieces of the row are laid onto its fields in every order-keeping
 * way, and each step away from "one piece, one field, in its column" costs. The rules of the form choose later.
 */
import type { Decimal } from "./decimal.ts";
import { decimalOf, type Piece, placesOf } from "./pieces.ts";
import { remembering } from "./remember.ts";
import type { FundingField } from "./vocabulary.ts";

export const FUNDING_FIELDS: readonly FundingField[] = [
  "initialBudget",
  "adjustedBudget",
  "received",
  "executed",
  "weight",
  "executionRate",
  "score",
];
/** The fields that a heading may leave out. */
export const OPTIONAL_FIELDS: ReadonlySet<FundingField> = new Set(["initialBudget", "received"]);
/** The fields in money. */
export const AMOUNTS: ReadonlySet<FundingField> = new Set([
  "initialBudget",
  "adjustedBudget",
  "received",
  "executed",
]);

/** A field in the order of the heading, with the column its heading stands in, if that could be read. */
export interface FieldColumn {
  field: FundingField;
  column: number | null;
}

/** How one field was read: its pieces, and what was done to them. */
export interface FieldReading {
  value: Decimal | null;
  pieces: Piece[];
  /** Pieces beside it that were taken for dirt. */
  dropped: Piece[];
}

export interface RowReading {
  cost: number;
  fields: Record<FundingField, FieldReading>;
  /** The whole row stood one column beside its headings. */
  displaced?: true;
}

/** How the amounts of this form are printed, from the numbers that stand alone. */
export interface Precision {
  places: number;
  /** Share of the numbers that have so many places, 0 to 1. */
  agreement: number;
}

const COST_JOIN = 1;
const COST_COLUMN_OFF = 0.4;
const COST_WRONG_PLACES = 6;
const COST_RUBBED = 0.5;
/** 10% of the points: printed so now and then, but rather a rate. */
const COST_PERCENT_FOR_POINTS = 3;
const COST_DASH_FOR_AMOUNT = 0.5;
const COST_EMPTY_AMOUNT = 2;
const COST_EMPTY_RATE = 0.7;
const COST_EMPTY_POINTS = 0.3;
const COST_DROP = { nothing: 0.1, text: 0.6, digit: 1.2, repeat: 2.5, number: 4 };
const MOST_READINGS = 12;

/** One step of laying a row out: a field read from pieces, or a piece dropped. */
interface Step {
  cost: number;
  /** What the step adds to the key of a laying. */
  key: string;
  pieces: readonly Piece[];
  value: Decimal | null;
  isDrop: boolean;
}

/** A way to lay the pieces from one on onto the fields from one on: a step in front of a way for the rest. */
interface Laying {
  cost: number;
  /** The values so far, which tell readings apart. */
  key: string;
  step: Step | null;
  rest: Laying | null;
}

/** What is left to do: nothing. */
const DONE: Laying = { cost: 0, key: "", step: null, rest: null };
/** Costs are sums of fractions. */
const ROUNDING = 1e-6;

/**
 * The readings of a row, cheapest first, no two with the same values.
 * @param within how much dearer than the cheapest a reading may be
 */
export function readingsOfRow(
  pieces: readonly Piece[],
  columns: readonly FieldColumn[],
  precision: Precision,
  within: number,
): RowReading[] {
  const steps: Step[][][] = [];
  for (let slot = 0; slot <= columns.length; slot++) {
    steps[slot] = [];
    for (let at = 0; at <= pieces.length; at++)
      steps[slot]![at] = stepsFrom(pieces, at, columns[slot], precision);
  }
  const reached = cheapestWaysTo(steps);
  const most = reached[columns.length]![pieces.length]! + within + ROUNDING;
  // From the back: the layings of the pieces behind are known when a step is set in front of them.
  let behind: Laying[][] = [];
  for (let slot = columns.length; slot >= 0; slot--) {
    const here: Laying[][] = [];
    for (let at = pieces.length; at >= 0; at--) {
      const isEnd = slot === columns.length && at === pieces.length;
      here[at] = isEnd
        ? [DONE]
        : cheapestLayings(steps[slot]![at]!, at, here, behind, within, most - reached[slot]![at]!);
    }
    behind = here;
  }
  return behind[0]!.map((laying) => ({ cost: laying.cost, fields: fieldsOf(laying, columns) }));
}

/** The steps that can be taken with the pieces from one on: it is dropped, or the field is empty, or read from it. */
function stepsFrom(
  pieces: readonly Piece[],
  at: number,
  column: FieldColumn | undefined,
  precision: Precision,
): Step[] {
  const steps: Step[] = [];
  const piece = pieces[at];
  if (piece)
    steps.push({ cost: costOfDropping(piece, pieces), key: "", pieces: [piece], value: null, isDrop: true });
  if (!column) return steps;
  steps.push(placing([], "", costOfEmpty(column.field)));
  if (!piece) return steps;
  const single = costOfPlacing(piece, column.field, column.column, precision);
  if (single !== null) steps.push(placing([piece], piece.digits, single));
  const next = pieces[at + 1];
  const joined = next && piece.column !== next.column ? joinedNumber(piece, next, precision) : null;
  const double = joined ? costOfPlacing(joined, column.field, column.column, precision) : null;
  if (double !== null) steps.push(placing([piece, next!], joined!.digits, COST_JOIN + double));
  return steps;
}

function placing(pieces: readonly Piece[], digits: string, cost: number): Step {
  return { cost, key: keyOf(digits), pieces, value: digits === "" ? null : decimalOf(digits), isDrop: false };
}

const keyOf = remembering((digits) => `${digits === "" ? "" : (decimalOf(digits) ?? "")}|`);

/** For each field and piece the least that it costs to come there from the front. */
function cheapestWaysTo(steps: readonly (readonly Step[])[][]): number[][] {
  const reached = steps.map((row) => row.map(() => Number.POSITIVE_INFINITY));
  reached[0]![0] = 0;
  for (const [slot, row] of steps.entries())
    for (const [at, list] of row.entries())
      for (const { cost, isDrop, pieces } of list) {
        const next = reached[isDrop ? slot : slot + 1]!;
        const end = at + pieces.length;
        next[end] = Math.min(next[end]!, reached[slot]![at]! + cost);
      }
  return reached;
}

/**
 * The cheapest layings that the steps lead to, no two with the same values.
 * @param here the layings for this field from each later piece on
 * @param behind the same for the next field
 * @param most what a laying may cost to be part of a reading at all
 */
function cheapestLayings(
  steps: readonly Step[],
  at: number,
  here: readonly Laying[][],
  behind: readonly Laying[][],
  within: number,
  most: number,
): Laying[] {
  let limit = most;
  for (const step of steps) {
    const [cheapest] = restsOf(step, at, here, behind);
    if (cheapest) limit = Math.min(limit, step.cost + cheapest.cost + within);
  }
  const layings: Laying[] = [];
  for (const step of steps)
    for (const rest of restsOf(step, at, here, behind)) {
      const cost = step.cost + rest.cost;
      if (cost > limit) break;
      layings.push({ cost, key: step.key + rest.key, step, rest });
    }
  if (layings.length < 2) return layings;
  layings.sort((a, b) => a.cost - b.cost);
  const kept = new Map<string, Laying>();
  for (const laying of layings) {
    if (kept.size === MOST_READINGS) break;
    if (!kept.has(laying.key)) kept.set(laying.key, laying);
  }
  return [...kept.values()];
}

function restsOf(
  { isDrop, pieces }: Step,
  at: number,
  here: readonly Laying[][],
  behind: readonly Laying[][],
): readonly Laying[] {
  return isDrop ? here[at + 1]! : behind[at + pieces.length]!;
}

/** The fields of a whole laying; a piece that belongs to no field goes with the field behind it, else with the last. */
function fieldsOf(laying: Laying, columns: readonly FieldColumn[]): RowReading["fields"] {
  const fields = emptyFields();
  let slot = 0;
  let dropped: Piece[] = [];
  for (let way: Laying | null = laying; way?.step; way = way.rest) {
    const { isDrop, value, pieces } = way.step;
    if (isDrop) dropped.push(...pieces);
    else {
      fields[columns[slot++]!.field] = { value, pieces: [...pieces], dropped };
      dropped = [];
    }
  }
  if (dropped.length > 0) fields[columns.at(-1)!.field].dropped.push(...dropped);
  return fields;
}

const NOTHING: FieldReading = { value: null, pieces: [], dropped: [] };

/** Every field without a reading: what stays of those that the form has no column for. */
export function emptyFields(): RowReading["fields"] {
  return {
    initialBudget: NOTHING,
    adjustedBudget: NOTHING,
    received: NOTHING,
    executed: NOTHING,
    weight: NOTHING,
    executionRate: NOTHING,
    score: NOTHING,
  };
}

/** What it costs to read a piece as a field; null where it cannot be. */
export function costOfPlacing(
  piece: Piece,
  field: FundingField,
  column: number | null,
  precision: Precision,
): number | null {
  const off =
    column === null || !piece.alone ? 0 : COST_COLUMN_OFF * Math.min(2, Math.abs(piece.column - column));
  if (piece.kind === "text") return null;
  if (piece.kind === "nothing")
    return (
      off + (AMOUNTS.has(field) ? COST_DASH_FOR_AMOUNT : field === "executionRate" ? COST_EMPTY_RATE : 0)
    );
  if (piece.percent && AMOUNTS.has(field)) return null;
  const rubbed =
    (piece.rubbed ? COST_RUBBED : 0) +
    (piece.percent && field !== "executionRate" ? COST_PERCENT_FOR_POINTS : 0);
  const strange = AMOUNTS.has(field) && piece.digits !== "0" && placesOf(piece.digits) !== precision.places;
  return off + rubbed + (strange ? COST_WRONG_PLACES * precision.agreement ** 2 : 0);
}

function costOfEmpty(field: FundingField): number {
  if (AMOUNTS.has(field)) return COST_EMPTY_AMOUNT;
  return field === "executionRate" ? COST_EMPTY_RATE : COST_EMPTY_POINTS;
}

function costOfDropping(piece: Piece, pieces: readonly Piece[]): number {
  if (piece.kind !== "number") return COST_DROP[piece.kind];
  if (/^\d$/.test(piece.digits)) return COST_DROP.digit;
  const repeated = pieces.some((other) => other !== piece && other.digits === piece.digits);
  return repeated ? COST_DROP.repeat : COST_DROP.number;
}

/** Places that figures of a form have at least where a column line may cut them. */
const USUAL_PLACES = 2;

/**
 * Two neighbours as one number: digits after the point went on in the next cell, or digits before it. One that has all its places
 * is not gone on with.
 */
function joinedNumber(left: Piece, right: Piece, { places }: Precision): Piece | null {
  if (left.kind !== "number" || right.kind !== "number" || right.digits.startsWith("-")) return null;
  const digits = left.digits + right.digits;
  if (!/^-?\d+\.?\d*$/.test(digits) || !(left.digits.includes(".") || right.digits.includes(".")))
    return null;
  if (placesOf(digits) > Math.max(places, USUAL_PLACES)) return null;
  return { ...left, digits, rubbed: left.rubbed || right.rubbed };
}

/** The places that most numbers standing alone in their cells are printed with. */
export function precisionOf(rows: readonly (readonly Piece[])[]): Precision {
  const counts = new Map<number, number>();
  let total = 0;
  for (const piece of rows.flat()) {
    if (piece.kind !== "number" || !piece.alone || /^\d$/.test(piece.digits)) continue;
    const places = placesOf(piece.digits);
    counts.set(places, (counts.get(places) ?? 0) + 1);
    total++;
  }
  const [places, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [2, 0];
  return { places, agreement: total === 0 ? 0 : count / total };
}

/**
 * The readings that one row of money allows, each with its cost.
 *
 * A column line that is not there splits a number (`3,900.7⇥2`) or leaves a digit of it behind (`163.56⇥5`), a cell runs
 * into the next, a dash becomes a stroke. So the pieces of the row are laid onto its fields in every order-keeping
 * way, and each step away from "one piece, one field, in its column" costs. The rules of the form choose later.
 */
import type { Decimal } from "./decimal.ts";
import { decimalOf, type Piece, placesOf } from "./pieces.ts";
import type { FundingField } from "./vocabulary.ts";

export const FUNDING_FIELDS: readonly FundingField[] = [
  "initialBudget",
  "adjustedBudget",
  "executed",
  "weight",
  "executionRate",
  "score",
];
const AMOUNTS: ReadonlySet<FundingField> = new Set(["initialBudget", "adjustedBudget", "executed"]);

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
const COST_DASH_FOR_AMOUNT = 0.5;
const COST_EMPTY_AMOUNT = 2;
const COST_EMPTY_RATE = 0.7;
const COST_EMPTY_POINTS = 0.3;
const COST_DROP = { nothing: 0.1, text: 0.6, digit: 1.2, repeat: 2.5, number: 4 };
/** Readings that cost this much more than the best are not worth weighing. */
const READINGS_WITHIN = 8;
const MOST_READINGS = 12;

/** The readings of a row, cheapest first, no two with the same values. */
export function readingsOfRow(
  pieces: readonly Piece[],
  columns: readonly FieldColumn[],
  precision: Precision,
): RowReading[] {
  const found = new Map<string, RowReading>();
  let limit = Number.POSITIVE_INFINITY;
  const taken: Partial<Record<FundingField, FieldReading>> = {};
  let loose: Piece[] = [];

  const lay = (at: number, slot: number, cost: number): void => {
    if (cost > limit) return;
    if (slot === columns.length) {
      const rest = pieces.slice(at);
      keep(cost + rest.reduce((sum, piece) => sum + costOfDropping(piece, pieces), 0), rest);
      return;
    }
    const { field, column } = columns[slot]!;
    const piece = pieces[at];
    if (piece) {
      const single = costOfPlacing(piece, field, column, precision);
      if (single !== null) withField(field, [piece], () => lay(at + 1, slot + 1, cost + single));
      const next = pieces[at + 1];
      const joined = next && piece.column !== next.column ? joinedNumber(piece, next) : null;
      if (joined) {
        const placing = costOfPlacing(joined, field, column, precision);
        if (placing !== null)
          withField(
            field,
            [piece, next!],
            () => lay(at + 2, slot + 1, cost + COST_JOIN + placing),
            joined.digits,
          );
      }
      loose.push(piece);
      lay(at + 1, slot, cost + costOfDropping(piece, pieces));
      loose.pop();
    }
    withField(field, [], () => lay(at, slot + 1, cost + costOfEmpty(field)));
  };

  const withField = (field: FundingField, own: Piece[], go: () => void, digits?: string): void => {
    const dropped = loose;
    loose = [];
    const text = digits ?? own[0]?.digits ?? "";
    taken[field] = { value: text === "" ? null : decimalOf(text), pieces: own, dropped: [...dropped] };
    go();
    delete taken[field];
    loose = dropped;
  };

  const keep = (cost: number, rest: readonly Piece[]): void => {
    if (cost > limit) return;
    const fields = { ...taken } as Record<FundingField, FieldReading>;
    const last = columns.at(-1)!.field;
    fields[last] = { ...fields[last], dropped: [...fields[last].dropped, ...loose, ...rest] };
    const key = FUNDING_FIELDS.map((field) => fields[field]?.value?.toString() ?? "").join("|");
    const known = found.get(key);
    if (known && known.cost <= cost) return;
    found.set(key, { cost, fields });
    limit = Math.min(limit, cost + READINGS_WITHIN);
  };

  lay(0, 0, 0);
  return [...found.values()]
    .filter((reading) => reading.cost <= limit)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_READINGS);
}

/** What it costs to read a piece as a field; null where it cannot be. */
function costOfPlacing(
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
  const rubbed = piece.rubbed ? COST_RUBBED : 0;
  const places =
    AMOUNTS.has(field) && placesOf(piece.digits) !== precision.places
      ? COST_WRONG_PLACES * precision.agreement ** 2
      : 0;
  return off + rubbed + places;
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

/** Two neighbours as one number: digits after the point went on in the next cell, or digits before it. */
function joinedNumber(left: Piece, right: Piece): Piece | null {
  if (left.kind !== "number" || right.kind !== "number" || right.digits.startsWith("-")) return null;
  const digits = left.digits + right.digits;
  if (!/^-?\d+\.?\d*$/.test(digits) || !(left.digits.includes(".") || right.digits.includes(".")))
    return null;
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

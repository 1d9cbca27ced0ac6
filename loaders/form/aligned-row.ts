/**
 * A row of money whose pieces stand each under its heading, or all of them one column beside: read as it stands, without
 * weighing one reading against another.
 */
import { decimal } from "./decimal.ts";
import {
  costOfPlacing,
  emptyFields,
  type FieldColumn,
  type Precision,
  type RowReading,
} from "./funding-row.ts";
import { decimalOf, type Piece } from "./pieces.ts";
import { rateFits } from "./rules.ts";
import { FULL_SCORE } from "./vocabulary.ts";

/** A form has no more points than these. */
const MOST_POINTS = decimal(FULL_SCORE);

/**
 * No more points than the weight allows, and neither without the other, unless the amounts tell that the row stands under its
 * headings: else these stand beside their columns.
 */
function pointsMakeSense(fields: RowReading["fields"], { places }: Precision): boolean {
  const { weight, score } = fields;
  if (weight.value !== null && weight.value > MOST_POINTS) return false;
  if (score.value !== null && score.value > MOST_POINTS) return false;
  if (weight.value === null || score.value === null)
    return weight.value === score.value || rateHolds(fields, places);
  return score.value <= weight.value;
}

/** Whether a printed rate is executed over budget. */
function rateHolds(
  { adjustedBudget, executed, executionRate }: RowReading["fields"],
  places: number,
): boolean {
  if (adjustedBudget.value === null || executed.value === null || executionRate.value === null) return false;
  if (adjustedBudget.value === 0n) return false;
  return rateFits(executionRate.value, executed.value, adjustedBudget.value, places);
}

/** Below it the figures of a form have no common number of places. */
const MIXED_AGREEMENT = 0.8;
/** A reading this cheap has no rival: to drop or join a number costs more. */
const COST_OF_PLAIN = 0.7;

/**
 * The reading of a row whose pieces stand each under its heading, with dashes or nothing where there is no figure; null
 * for any other row.
 */
export function alignedReading(
  pieces: readonly Piece[],
  columns: readonly FieldColumn[],
  precision: Precision,
): RowReading | null {
  const fields = emptyFields();
  // Where figures are printed with now more, now fewer places, one with fewer has not lost any.
  const habits = precision.agreement < MIXED_AGREEMENT ? { ...precision, agreement: 0 } : precision;
  let cost = 0;
  for (const { field, column } of columns) {
    const own = pieces.filter((piece) => piece.column === column);
    if (column === null || own.length > 1) return null;
    const [piece] = own;
    // A dash or nothing under a heading is printed nothing, as long as all that is there stands under headings.
    const placing = piece && piece.kind !== "nothing" ? costOfPlacing(piece, field, column, habits) : 0;
    if (placing === null) return null;
    cost += placing;
    const value = piece?.kind === "number" ? decimalOf(piece.digits) : null;
    fields[field] = { value, pieces: own, dropped: [] };
  }
  const loose = pieces.filter(
    (piece) => piece.kind !== "nothing" && !columns.some(({ column }) => column === piece.column),
  );
  const plain = cost <= COST_OF_PLAIN && loose.length === 0 && pointsMakeSense(fields, precision);
  return plain ? { cost, fields } : null;
}

/** The reading of a row whose pieces all stand as many columns to the right of their headings; null where they do not. */
export function displacedReading(
  pieces: readonly Piece[],
  columns: readonly FieldColumn[],
  precision: Precision,
  by: number,
): RowReading | null {
  const movedBack = pieces.map((piece) => ({ ...piece, column: piece.column - by }));
  const reading = alignedReading(movedBack, columns, precision);
  return reading && { ...reading, displaced: true };
}

/** A row whose figures surely stand in their columns, whatever they say; null where a column holds more than one. */
export function wholeReading(pieces: readonly Piece[], columns: readonly FieldColumn[]): RowReading | null {
  const fields = emptyFields();
  for (const { field, column } of columns) {
    const own = pieces.filter((piece) => piece.column === column);
    if (own.length > 1) return null;
    const [piece] = own;
    fields[field] = {
      value: piece?.kind === "number" ? decimalOf(piece.digits) : null,
      pieces: own,
      dropped: [],
    };
  }
  return { cost: 0, fields };
}

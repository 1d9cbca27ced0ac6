/**
 * The order of the columns of money in a text that lost them. A heading whose cells wrap is told line by line, so that its words come
 * in another order than the figures below: then the arithmetic of the rows tells the order, or that none is sure.
 */
import type { Decimal } from "../decimal.ts";
import { FUNDING_FIELDS } from "../funding-row.ts";
import { decimalOf, piecesOf, placesOf } from "../pieces.ts";
import { rateFits, rateInPercent } from "../rules.ts";
import type { FundingField } from "../vocabulary.ts";

/** The texts of a row's figures, one for each column. */
type Figures = readonly string[];

/** How often rows bear an order out, and how often they speak against it. */
interface Verdict {
  fit: number;
  contradict: number;
}

/**
 * The order in which the fields of money stand: as the heading tells them, unless rows contradict it and bear out the order of the
 * national form, which most headings have.
 * @param told the fields in the order of the heading's words
 * @param rows rows with a figure, or a dash, for every field
 */
export function orderOfMoney(
  told: readonly FundingField[],
  rows: readonly Figures[],
): readonly FundingField[] {
  if (verdictOn(told, rows).contradict === 0) return told;
  const national = FUNDING_FIELDS.filter((field) => told.includes(field));
  const { fit, contradict } = verdictOn(national, rows);
  return fit > 0 && contradict === 0 ? national : told;
}

/** Whether a row's figures break their rate as they stand in an order, and would bear it out in another one. */
export function isOutOfOrder(order: readonly FundingField[], figures: Figures): boolean {
  if (verdictOn(order, [figures]).contradict === 0) return false;
  const { values, places } = valuesOf(figures);
  const own = values.filter((value) => value !== null && value > 0n) as Decimal[];
  return own.some((budget) =>
    own.some(
      (executed) =>
        executed !== budget &&
        own.some((rate) => rate !== budget && rate !== executed && rateFits(rate, executed, budget, places)),
    ),
  );
}

function verdictOn(order: readonly FundingField[], rows: readonly Figures[]): Verdict {
  const verdict: Verdict = { fit: 0, contradict: 0 };
  for (const figures of rows) {
    const { values, places } = valuesOf(figures);
    const of = (field: FundingField): Decimal | null => values[order.indexOf(field)] ?? null;
    const [budget, executed, printed] = [of("adjustedBudget"), of("executed"), of("executionRate")];
    if (budget === null || executed === null || printed === null || budget <= 0n) continue;
    const rate = rateInPercent(printed, executed, budget, places);
    if (rate !== null && rateFits(rate, executed, budget, places)) verdict.fit++;
    else verdict.contradict++;
  }
  return verdict;
}

function valuesOf(figures: Figures): { values: (Decimal | null)[]; places: number } {
  const pieces = figures.map((text) => piecesOf([{ text, column: 0 }])[0]);
  const numbers = pieces.map((piece) => (piece?.kind === "number" ? piece.digits : null));
  const places = Math.max(0, ...numbers.flatMap((digits) => (digits === null ? [] : [placesOf(digits)])));
  return { values: numbers.map((digits) => (digits === null ? null : decimalOf(digits))), places };
}

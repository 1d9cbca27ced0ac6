/**
 * The pieces of a row of figures: what stands between white space and column lines, and what each could be.
 */
import type { Cell } from "../readers/sheet.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";
import { countCjk, halfWidth, saysNothing, withoutMarkup, wordsIn } from "./glyphs.ts";
import { remembering } from "./remember.ts";

export type PieceKind = "number" | "nothing" | "text";

export interface Piece {
  kind: PieceKind;
  /** As it stands in the source. */
  raw: string;
  /** Column of its cell. */
  column: number;
  /** Whether it stands alone in its cell, so that the column means something. */
  alone: boolean;
  /** For a number: its digits without separators, and whether dirt was rubbed off to get them. */
  digits: string;
  rubbed: boolean;
  /** For a number: whether a per cent sign stands behind it, so that it is a rate or a share of the points. */
  percent: boolean;
}

const NUMBER = /^[-+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)?(?:\.\d*)?%?$/;
/** Dirt at the ends of a number: half of a bracket, a stroke of a line. */
const DIRT = /^[\s|'`"_)）(（:：;；、。·•]+|[\s|'`"_)）(（:：;；、。·•]+$/g;

/** The unit that some forms print in every cell besides the heading. */
const UNIT_BEHIND = /^([-+]?[\d,，]+(?:\.\d+)?)(?:万元|分)$/;

/** The pieces of the given cells, in order. */
export function piecesOf(cells: readonly Cell[]): Piece[] {
  const pieces: Piece[] = [];
  for (const cell of cells) {
    const parts = wordsIn(withoutMarkup(cell.text));
    for (const raw of parts) pieces.push(pieceOf(raw, cell.column, parts.length === 1));
  }
  return pieces;
}

function pieceOf(raw: string, column: number, alone: boolean): Piece {
  const { kind, digits, rubbed, percent } = readPiece(raw);
  return { kind, raw, column, alone, digits, rubbed, percent };
}

const readPiece = remembering((raw): Pick<Piece, "kind" | "digits" | "rubbed" | "percent"> => {
  const text = halfWidth(raw).replace(UNIT_BEHIND, "$1");
  const number = isNumber(text) ? text : text.replace(DIRT, "");
  if (isNumber(number))
    return {
      kind: "number",
      digits: number.replace(/[,，%+]/g, ""),
      rubbed: number !== text,
      percent: number.endsWith("%"),
    };
  const nothing = saysNothing(text) || (text.length <= 2 && countCjk(text) === 0);
  return { kind: nothing ? "nothing" : "text", digits: "", rubbed: false, percent: false };
});

function isNumber(text: string): boolean {
  return NUMBER.test(text) && /\d/.test(text);
}

/**
 * The value of a number piece; a point without digits after it is a whole number. What a spreadsheet computed to more
 * places than a form prints is rounded to the finest of them.
 */
export const decimalOf: (digits: string) => Decimal | null = remembering((digits) => {
  const plain = digits.replace(/\.$/, "").replace(/^(-?)\./, "$10.");
  return parseDecimal(plain) ?? rounded(plain);
});

const LONGER = /^(-?)(\d+\.\d{6})(\d)\d*$/;

function rounded(text: string): Decimal | null {
  const [, sign, kept, next] = LONGER.exec(text) ?? [];
  const value = kept === undefined ? null : parseDecimal(kept);
  if (value === null) return null;
  const magnitude = next! >= "5" ? value + 1n : value;
  return sign === "-" ? -magnitude : magnitude;
}

/** Digits after the point. */
export function placesOf(digits: string): number {
  const point = digits.indexOf(".");
  return point < 0 ? 0 : digits.length - point - 1;
}

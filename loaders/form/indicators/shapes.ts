/**
 * What a cell of the indicator table looks like: points, a quantity, a verdict, or words.
 */
import { editDistance } from "../distance.ts";
import { halfWidth, squeeze, withoutMarkup } from "../glyphs.ts";
import { remembering } from "../remember.ts";
import { VERDICTS } from "../vocabulary.ts";

export type Shape = "points" | "quantity" | "verdict" | "words";

const POINTS = /^\d{1,3}(?:\.\d{1,2})?$/;
const LONGEST_POINTS = 8;
/** A sign or a digit at the start: a figure with or without its unit, whole or cut before the unit's end. */
const QUANTITY = /^(?:[=<>≥≤≧≦≈±]|>=|<=|大于|小于|不低于|不少于|不超过)*\s*[-+]?\d[\d,.]*(?!.*\d{4}年)/;
const MOST_GARBLED_VERDICT = 0.3;

/** Whether a cell holds points and nothing else. */
export function isPoints(cell: string): boolean {
  // Most cells begin with a word: they are told by one character.
  const first = cell.charCodeAt(0);
  if (first > 0x39 && (first < 0xff10 || first > 0xff19) && first !== 0x3000) return false;
  return cell.length <= LONGEST_POINTS && POINTS.test(halfWidth(cell.trim()));
}

/** The shape of a cell's text as a value of the table. */
export const shapeOf = remembering(findShape);

function findShape(cell: string): Shape {
  const text = halfWidth(squeeze(withoutMarkup(cell)));
  if (POINTS.test(text)) return "points";
  if (QUANTITY.test(text)) return "quantity";
  return isVerdict(text) ? "verdict" : "words";
}

/** Whether a text is one of the form's verdicts, as far as it can still be told. */
export function isVerdict(text: string): boolean {
  return nearestVerdict(text) !== null;
}

const VERDICT_SET: ReadonlySet<string> = new Set(VERDICTS);
/** A verdict may have so many characters too many or too few. */
const MOST_LENGTH_OFF = 2;
const LONGEST_VERDICT = Math.max(...VERDICTS.map((verdict) => verdict.length));
const VERDICT_CHARACTERS: ReadonlySet<string> = new Set(VERDICTS.join(""));

/** The verdict that a text is, or is nearly. */
export function nearestVerdict(text: string): string | null {
  if (VERDICT_SET.has(text)) return text;
  if (text.length < 3 || text.length > LONGEST_VERDICT + MOST_LENGTH_OFF || !couldBeVerdict(text))
    return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const verdict of VERDICTS) {
    if (Math.abs(verdict.length - text.length) > MOST_LENGTH_OFF) continue;
    const share = editDistance(text, verdict) / verdict.length;
    if (share < least) [best, least] = [verdict, share];
  }
  return least <= MOST_GARBLED_VERDICT ? best : null;
}

/** Whether enough characters are those of verdicts for one of them to be near. */
function couldBeVerdict(text: string): boolean {
  let strange = 0;
  for (const character of text) if (!VERDICT_CHARACTERS.has(character)) strange++;
  return strange <= (text.length + 2) * MOST_GARBLED_VERDICT;
}

/** Brackets that a text opens and does not close, or closes and did not open. */
export function bracketsOpen(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(" || character === "（") depth++;
    if (character === ")" || character === "）") depth--;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

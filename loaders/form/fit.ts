/**
 * Which whole text the pieces of a cut one stand for.
 *
 * A column line that runs through a character leaves its two halves, each read as some character of its own, or one
 * of them as dirt, or nothing. So at a cut each side may hold one character too many, where the whole has one or none; more
 * may be lost only where the caller knows of a loss. Everything else must be as in the whole text, to the character.
 */

import { type TextIndex, textsHolding, textsHoldingAny } from "./text-index.ts";

/** The pieces of a text in order; an empty piece stands for a cell of nothing but dirt. */
export type Pieces = readonly string[];

export interface FitRules {
  /** How many characters may be lost at each cut and at the ends, beyond the one that a line cut. */
  mostLost: number;
}

const COST_HALF = 0.5;
const COST_LOST = 0.3;
/** Share of the whole text that must have been read to be recognised by it. */
const LEAST_SHARE = 0.5;
const LEAST_KEPT = 2;
/** The next best text must cost this much more. */
const CLEAR_MARGIN = 0.4;
/** Words that make sense wherever they stand: not to be taken for half a character. */
const FUNCTION_WORDS = "的与和及或";

/** The one of the given texts that the pieces stand for; null where none fits, or two do. */
export function fittingText(pieces: Pieces, wholes: TextIndex, rules: FitRules): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const whole of textsToCompare(pieces, wholes)) {
    const cost = costOfFit(pieces, whole, rules);
    if (cost < least) [best, least, next] = [whole, cost, least];
    else next = Math.min(next, cost);
  }
  return next - least >= CLEAR_MARGIN ? best : null;
}

/** Whatever the cuts took, the middle of the longest piece must be there, or one of its two characters: most texts are ruled out by it. */
function textsToCompare(pieces: Pieces, wholes: TextIndex): readonly string[] {
  const longest = pieces.reduce((long, piece) => (piece.length > long.length ? piece : long), "");
  const middle = longest.slice(1, -1);
  return middle === "" ? textsHoldingAny(wholes, longest) : textsHolding(wholes, middle);
}

/** What it costs to take the pieces for this text; infinite where they cannot be. */
export function costOfFit(pieces: Pieces, whole: string, { mostLost }: FitRules): number {
  const read = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (read > whole.length + pieces.length || read < whole.length * LEAST_SHARE)
    return Number.POSITIVE_INFINITY;
  return layFrom({ pieces, whole, mostLost }, 0, 0, 0, 0);
}

interface Fitting {
  pieces: Pieces;
  whole: string;
  mostLost: number;
}

/**
 * The cheapest way to lay the pieces from `index` on into the text from `at` on.
 * @param halves characters taken away at the cut before them
 * @param kept characters laid so far
 */
function layFrom(fitting: Fitting, index: number, at: number, halves: number, kept: number): number {
  const { pieces, whole, mostLost } = fitting;
  if (index === pieces.length) {
    const lost = whole.length - at - Math.min(1, halves);
    const enough = kept >= Math.max(LEAST_KEPT, whole.length * LEAST_SHARE);
    return enough && lost <= mostLost ? COST_LOST * Math.max(0, lost) : Number.POSITIVE_INFINITY;
  }
  const piece = pieces[index]!;
  if (piece === "") return layFrom(fitting, index + 1, at, halves + 1, kept);
  const mostFront = index > 0 && isHalf(piece[0]!) ? 1 : 0;
  const mostBack = index < pieces.length - 1 && isHalf(piece.at(-1)!) ? 1 : 0;
  let least = Number.POSITIVE_INFINITY;
  for (let front = 0; front <= mostFront; front++)
    for (let back = 0; back <= mostBack; back++) {
      const core = piece.slice(front, piece.length - back);
      if (core === "") continue;
      const free = Math.min(1, halves + front);
      for (let start = whole.indexOf(core, at); start >= 0; start = whole.indexOf(core, start + 1)) {
        if (start > at + free + mostLost) break;
        const cost = COST_HALF * (front + back) + COST_LOST * Math.max(0, start - at - free);
        const rest = layFrom(fitting, index + 1, start + core.length, back, kept + core.length);
        least = Math.min(least, cost + rest);
      }
    }
  return least;
}

function isHalf(character: string): boolean {
  return !FUNCTION_WORDS.includes(character);
}

/**
 * How alike two texts are: the Dice coefficient of their pairs of neighbouring characters, as a share of one.
 *
 * `2 × common pairs ÷ all pairs`, each pair counted as often as it stands there; punctuation, spaces and the difference
 * between full and half width don't count. 1 is the same text, 0 no pair in common. A sentence moved elsewhere costs
 * the pairs at its two ends only, and the time grows with the length, not with its square.
 */
import { type Fraction, fraction } from "./fraction.ts";

/** Letters, digits and characters; the rest is punctuation and spacing. */
const SOUNDLESS = /[^\p{L}\p{N}]/gu;

/** Null where a text is too short to have a pair. */
export function similarity(a: string, b: string): Fraction | null {
  const ofA = pairsOf(a);
  const ofB = pairsOf(b);
  if (ofA.length === 0 || ofB.length === 0) return null;
  const left = new Map<string, number>();
  for (const pair of ofA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of ofB) {
    const times = left.get(pair) ?? 0;
    if (times === 0) continue;
    common += 1;
    left.set(pair, times - 1);
  }
  return fraction(BigInt(2 * common), BigInt(ofA.length + ofB.length));
}

function pairsOf(text: string): string[] {
  const characters = [...text.normalize("NFKC").replaceAll(SOUNDLESS, "")];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/**
 * How far a text is from another, in characters: the measure by which garbled words are recognised.
 */

/** Insertions, deletions and substitutions that turn `a` into `b` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a.length + b.length;
  return fillLastRow(a, b, false)[b.length]!;
}

/** The smallest edit distance between `pattern` and any piece of `text` (Sellers' algorithm). */
export function pieceDistance(pattern: string, text: string): number {
  if (text.includes(pattern)) return 0;
  // The pattern runs down, the text across; a free first row lets the piece begin anywhere, the least of the last
  // row lets it end anywhere.
  const last = fillLastRow(pattern, text, true);
  let least = pattern.length;
  for (let column = 0; column <= text.length; column++) least = Math.min(least, last[column]!);
  return least;
}

/** One row of the table of distances, reused: the reader asks for millions of them. */
let row = new Uint16Array(256);

/** The last row of the table of distances; what lies behind `across.length` is of no meaning. */
function fillLastRow(down: string, across: string, freeStart: boolean): Uint16Array {
  if (across.length >= row.length) row = new Uint16Array(2 * across.length + 1);
  for (let column = 0; column <= across.length; column++) row[column] = freeStart ? 0 : column;
  for (let at = 1; at <= down.length; at++) {
    const character = down.charCodeAt(at - 1);
    let diagonal = row[0]!;
    row[0] = at;
    for (let column = 1; column <= across.length; column++) {
      const above = row[column]!;
      const substitution = diagonal + (character === across.charCodeAt(column - 1) ? 0 : 1);
      row[column] = Math.min(substitution, above + 1, row[column - 1]! + 1);
      diagonal = above;
    }
  }
  return row;
}

/** The two-character pieces of a text in order of their codes, each as often as it occurs: what texts are compared by. */
export type Bigrams = Uint32Array;

export function bigramsOf(text: string): Bigrams {
  const pieces = new Uint32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pieces.length; at++)
    pieces[at] = text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
  return pieces.sort();
}

/** Share of two-character pieces that two texts have in common, 0 to 1 (Dice): cheap, and blind to long shifts. */
export function similarity(a: Bigrams, b: Bigrams): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const difference = a[inA]! - b[inB]!;
    if (difference === 0) shared++;
    if (difference <= 0) inA++;
    if (difference >= 0) inB++;
  }
  return (2 * shared) / (a.length + b.length);
}

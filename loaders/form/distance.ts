/**
 * How far a text is from another, in characters: the measure by which garbled words are recognised.
 */

/** Insertions, deletions and substitutions that turn `a` into `b` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  return lastRow(a, b, false)[b.length]!;
}

/** The smallest edit distance between `pattern` and any piece of `text` (Sellers' algorithm). */
export function pieceDistance(pattern: string, text: string): number {
  if (text.includes(pattern)) return 0;
  // The pattern runs down, the text across; a free first row lets the piece begin anywhere, the least of the last
  // row lets it end anywhere.
  return Math.min(...lastRow(pattern, text, true));
}

function lastRow(down: string, across: string, freeStart: boolean): number[] {
  let previous = Array.from({ length: across.length + 1 }, (_, column) => (freeStart ? 0 : column));
  for (let row = 1; row <= down.length; row++) {
    const current = new Array<number>(across.length + 1);
    current[0] = row;
    for (let column = 1; column <= across.length; column++) {
      const substitution = previous[column - 1]! + (down[row - 1] === across[column - 1] ? 0 : 1);
      current[column] = Math.min(substitution, previous[column]! + 1, current[column - 1]! + 1);
    }
    previous = current;
  }
  return previous;
}

/** Share of two-character pieces that two texts have in common, 0 to 1 (Dice): cheap, and blind to long shifts. */
export function bigramSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pieces = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at++) {
    const piece = a.slice(at, at + 2);
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < b.length - 1; at++) {
    const piece = b.slice(at, at + 2);
    const left = pieces.get(piece) ?? 0;
    if (left > 0) {
      shared++;
      pieces.set(piece, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

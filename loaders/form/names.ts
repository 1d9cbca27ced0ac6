/**
 * A name in pieces: what was read of it, cleaned of dirt, and how well it fits a name printed whole elsewhere.
 */
import { hasForeign, isCjk, squeeze, withoutForeign, withoutLookalikes, withoutMarkup } from "./glyphs.ts";

/** A name as it was read: the parts that are text, in order. */
export interface NamePieces {
  parts: string[];
  /** Whether anything was rubbed off or left out to get them. */
  dirty: boolean;
  /** Whether a column line runs through the name: it stands in more than one cell. */
  seamed: boolean;
  line: number;
  /** Verbatim, pieces joined by `⇥`. */
  asRead: string;
}

/** Strokes and halves of brackets at the ends of a piece, and digits that a column line made of half a character. */
const DIRT_AT_START = /^[\s\d」「』『》《_|·.。,，、'`"”“‘’:：;；=+*!?~^\\/-]+/;
const DIRT_AT_END = /[\s」「』『》《_|·.。,，、'`‘’:：;；=+*!?~^\\/-]+$/;

/** The parts of a name without dirt. Brackets and quotation marks that belong to a name stay. */
export function cleanName(pieces: readonly string[], seamed: boolean, line: number): NamePieces {
  let dirty = false;
  const parts: string[] = [];
  for (const piece of pieces) {
    const plain = squeeze(withoutMarkup(piece));
    let part = withoutLookalikes(hasForeign(plain) ? withoutForeign(plain) : plain);
    // A lone Latin letter or two in front of nothing else is what is left of a cut character.
    if (!isNameText(part)) part = "";
    if (parts.length > 0 || pieces.length > 1) part = part.replace(DIRT_AT_START, "");
    part = part.replace(DIRT_AT_END, "");
    if (part !== plain) dirty = true;
    if (part === "") continue;
    const known = parts.join("");
    // The end of the name once more, left over from the cell it was cut out of.
    if (part.length >= 2 && known.endsWith(part)) dirty = true;
    else parts.push(part);
  }
  return { parts, dirty, seamed, line, asRead: pieces.join("⇥") };
}

function isNameText(text: string): boolean {
  for (const character of text) if (isCjk(character)) return true;
  return false;
}

const COST_LOST_AT_EDGE = 0.3;
const COST_WRONG_AT_EDGE = 0.5;
const COST_WRONG = 1;
/** A name may cost so much for each character that was read. */
const MOST_COST_PER_CHARACTER = 0.25;
/** Share of a whole name that must have been read to be recognised by it. */
const LEAST_SHARE = 0.5;
/** The next best name must cost this much more. */
const CLEAR_MARGIN = 0.4;

/**
 * What it costs to take the parts for this whole name: characters lost where a part was cut cost little, a character
 * that differs inside a part costs a whole one. Null where they do not fit.
 */
export function costOfFit(parts: readonly string[], whole: string): number | null {
  const read = parts.join("");
  const edges = edgesOf(parts);
  const matched = { least: Math.max(2, whole.length * LEAST_SHARE) };
  const { cost, matches } = align(read, whole, edges);
  if (matches < matched.least || cost > read.length * MOST_COST_PER_CHARACTER) return null;
  return cost;
}

/** The whole name that the parts stand for, if exactly one fits. */
export function fittingName(parts: readonly string[], wholes: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const whole of new Set(wholes)) {
    const cost = costOfFit(parts, whole);
    if (cost === null) continue;
    if (cost < least) [best, next, least] = [whole, least, cost];
    else next = Math.min(next, cost);
  }
  return next - least >= CLEAR_MARGIN ? best : null;
}

/** For each position between characters of the joined parts: whether a part was cut there. */
function edgesOf(parts: readonly string[]): boolean[] {
  const edges = [true];
  for (const part of parts) {
    for (let at = 1; at < part.length; at++) edges.push(false);
    edges.push(true);
  }
  return edges;
}

function align(read: string, whole: string, edges: readonly boolean[]): { cost: number; matches: number } {
  type Cell = { cost: number; matches: number };
  const better = (a: Cell, b: Cell): Cell =>
    a.cost < b.cost || (a.cost === b.cost && a.matches >= b.matches) ? a : b;
  const lost = (at: number): number => (edges[at] ? COST_LOST_AT_EDGE : COST_WRONG);
  const wrong = (at: number): number => (edges[at] || edges[at + 1] ? COST_WRONG_AT_EDGE : COST_WRONG);
  let previous: Cell[] = [{ cost: 0, matches: 0 }];
  for (let column = 1; column <= whole.length; column++)
    previous.push({ cost: previous[column - 1]!.cost + lost(0), matches: 0 });
  for (let row = 1; row <= read.length; row++) {
    const current: Cell[] = [{ cost: previous[0]!.cost + wrong(row - 1), matches: 0 }];
    for (let column = 1; column <= whole.length; column++) {
      const same = read[row - 1] === whole[column - 1];
      const diagonal = previous[column - 1]!;
      const across = current[column - 1]!;
      const down = previous[column]!;
      let best: Cell = {
        cost: diagonal.cost + (same ? 0 : wrong(row - 1)),
        matches: diagonal.matches + (same ? 1 : 0),
      };
      best = better(best, { cost: across.cost + lost(row), matches: across.matches });
      best = better(best, { cost: down.cost + wrong(row - 1), matches: down.matches });
      current.push(best);
    }
    previous = current;
  }
  return previous[whole.length]!;
}

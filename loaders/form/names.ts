/**
 * A name of the form's head in pieces, cleaned of dirt.
 */
import { hasForeign, isCjk, squeeze, withoutForeign, withoutLookalikes, withoutMarkup } from "./glyphs.ts";

/** A name as it was read. */
export interface NamePieces {
  /** Its pieces in order; empty ones stand for cells of nothing but dirt. */
  parts: string[];
  text: string;
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
    const known = parts.join("");
    // The end of the name once more, left over from the cell it was cut out of.
    if (part.length >= 2 && known.endsWith(part)) dirty = true;
    else parts.push(part);
  }
  return { parts, text: parts.join(""), dirty, seamed, line, asRead: pieces.join("⇥") };
}

function isNameText(text: string): boolean {
  for (const character of text) if (isCjk(character)) return true;
  return false;
}

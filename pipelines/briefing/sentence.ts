/**
 * Sentences as lists of pieces.
 */
import type { Ground } from "./grounds.ts";
import type { Piece } from "./pieces.ts";

export interface Sentence {
  pieces: readonly Piece[];
  /** What it rests on, told in the note of its paragraph. */
  grounds?: readonly Ground[];
}

/** What may stand in a sentence: a fact, another sentence, or words chosen by a rule. */
export type Part = Piece | Sentence | string | null;

const DIGIT = /\d/;

/**
 * A sentence of words and facts. Words hold no digits, so no number can be printed that came from nowhere.
 *
 * @throws Error when they do
 */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): Sentence {
  const pieces: Piece[] = [];
  for (const [index, text] of words.entries()) {
    pieces.push(...piecesOf(text));
    if (index < parts.length) pieces.push(...piecesOf(parts[index]!));
  }
  return { pieces: joined(pieces) };
}

/** One sentence of several. */
export function together(parts: readonly Part[]): Sentence {
  return { pieces: joined(parts.flatMap(piecesOf)) };
}

/** Parts as a list: `甲、乙和丙`. */
export function listed(parts: readonly Part[], between = "、", last = "和"): Sentence {
  return together(
    parts.flatMap((part, index) => {
      if (index === 0) return [part];
      return [index === parts.length - 1 ? last : between, part];
    }),
  );
}

/** A sentence with what it rests on. */
export function restingOn(sentence: Sentence, ...grounds: readonly (Ground | null)[]): Sentence {
  return { ...sentence, grounds: grounds.filter((ground) => ground !== null) };
}

/** The text of a sentence. */
export function textOf({ pieces }: Sentence): string {
  return pieces.map((piece) => piece.text).join("");
}

function piecesOf(part: Part): readonly Piece[] {
  if (part === null || part === "") return [];
  if (typeof part !== "string") return "pieces" in part ? part.pieces : [part];
  if (DIGIT.test(part)) throw new Error(`a number that comes from nowhere: ${part}`);
  return [{ kind: "words", text: part }];
}

/** Neighbouring words as one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === "words" && last?.kind === "words")
      result[result.length - 1] = { kind: "words", text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

/**
 * Text across column lines: whether the two sides fit as they are, and which halves of a cut character to take away.
 */

import { meetInWords } from "../words.ts";
import {
  type CharacterHabits,
  charactersBetween,
  endsWords,
  holdsRun,
  holdsRunOfFour,
  isHabit,
  startsWords,
} from "./character-habits.ts";

/** A text in pieces: for each place between two of them whether a column line runs there. */
export interface SeamedText {
  parts: string[];
  seams: boolean[];
  /** For each of these places whether both sides had the same character there, of which one was left out. */
  doubled?: boolean[];
  /** For each of these places whether marks were rubbed off there: they may be what a line left of a character. */
  rubbed?: boolean[];
}

export interface MendedSeams {
  /** The best text: where halves of a cut character were taken away, the likeliest, not a certain one. */
  text: string;
  /** Whether the text is supported at every seam, to the character: by the document, and where mended by words too. */
  sure: boolean;
  /** Whether a seam is only supported by the dictionary. */
  byWords: boolean;
  /** What was done, in Chinese. */
  mended: string[];
}

/** What speaks for a text that is sure, in Chinese. */
export const SUPPORTED = "断开处的字在本文件别处连用，或按常用词连成";

/** One way to close a seam. */
interface Closing {
  left: string;
  between: string;
  right: string;
  /** The document does not support it, the dictionary does. */
  byWords?: boolean;
}

const textOf = ({ left, between, right }: Closing): string => left + between + right;

/** Closes every seam of a text with the evidence of the document. */
export function mendSeams(draft: SeamedText, habits: CharacterHabits): MendedSeams {
  const parts = [...draft.parts];
  const mended: string[] = [];
  let sure = true;
  let byWords = false;
  draft.seams.forEach((seam, index) => {
    if (!seam) return;
    const closing = closeSeam(parts[index]!, parts[index + 1]!, habits, draft.rubbed?.[index] ?? false);
    // One character cut through looks like two, and so do two that the page really has (免疫|疫苗).
    if (!closing || (draft.doubled?.[index] && !isKnownSingle(parts[index]!, parts[index + 1]!, habits))) {
      sure = false;
      return;
    }
    if (closing.byWords) byWords = true;
    const before = `${parts[index]!.slice(-2)}|${parts[index + 1]!.slice(0, 2)}`;
    if (textOf(closing) !== parts[index]! + parts[index + 1]!) {
      mended.push(
        `“${before}”断开处改为“${(closing.left.slice(-2) + closing.between + closing.right).slice(0, 5)}”`,
      );
      if (!isSureMend(closing, parts[index]!, parts[index + 1]!, habits)) sure = false;
    }
    parts[index] = closing.left + closing.between;
    parts[index + 1] = closing.right;
  });
  return { text: parts.join(""), sure, byWords, mended };
}

/** The sides as they are, if the document knows them so; else without halves of the cut character, if one way is known. */
function closeSeam(left: string, right: string, habits: CharacterHabits, rubbed: boolean): Closing | null {
  if (left === "" || right === "") return null;
  const asIs = { left, between: "", right };
  if (isHabit(habits, left.at(-1)! + right[0]!)) return asIs;
  const mended = [...withoutHalves(left, right), ...withCharacter(left, right, habits)];
  const closings = mended.filter((closing) => isKnown(closing, habits));
  const texts = new Set(closings.map(textOf));
  if (texts.size > 0) return texts.size === 1 ? closings[0]! : null;
  // Between two words anything may follow anything.
  const wordsEnd = endsWords(habits, left.slice(-2)) && startsWords(habits, right.slice(0, 2));
  if (wordsEnd && meetInWords(left, right)) return asIs;
  if (rubbed || !meetInWords(left, right) || withoutHalves(left, right).some(makesWords)) return null;
  return { ...asIs, byWords: true };
}

/**
 * Which halves to take away is a guess, however good. It is none where words meet only in the result, and what was taken
 * away either gives way to a character that the document sets there, or is one that the document prints nowhere else.
 */
function isSureMend(closing: Closing, left: string, right: string, habits: CharacterHabits): boolean {
  if (!makesWords(closing) || meetInWords(left, right)) return false;
  if (closing.between !== "")
    return (
      holdsRun(habits, closing.left.slice(-2) + closing.between) &&
      holdsRun(habits, closing.between + closing.right.slice(0, 2))
    );
  const half = closing.left.length < left.length ? left.at(-1)! : right[0]!;
  return !habits.text.includes(half) && holdsRun(habits, closing.left.slice(-2) + closing.right.slice(0, 2));
}

function makesWords({ left, between, right }: Closing): boolean {
  return meetInWords(left, between + right) && (between === "" || meetInWords(left + between, right));
}

/** The document has the text around the seam with the character once, and nowhere twice in a row. */
function isKnownSingle(left: string, right: string, habits: CharacterHabits): boolean {
  const character = left.at(-1)!;
  return (
    holdsRunOfFour(habits, left.slice(-2) + right.slice(0, 2)) && !isHabit(habits, character + character)
  );
}

function withoutHalves(left: string, right: string): Closing[] {
  return [
    { left: left.slice(0, -1), between: "", right },
    { left, between: "", right: right.slice(1) },
  ];
}

/** Both halves taken away, and the one character that the document sets between what is left. */
function withCharacter(left: string, right: string, habits: CharacterHabits): Closing[] {
  const shorter = { left: left.slice(0, -1), right: right.slice(1) };
  if (shorter.left === "" || shorter.right === "") return [];
  const between = charactersBetween(habits, shorter.left, shorter.right);
  return between.map((character) => ({ ...shorter, between: character }));
}

/** The closing occurs in the document: as a run of four characters, or as habitual pairs with a run of three across it. */
function isKnown({ left, between, right }: Closing, habits: CharacterHabits): boolean {
  if (left === "" || right === "") return false;
  if (between === "" && holdsRunOfFour(habits, left.slice(-2) + right.slice(0, 2))) return true;
  const across = left.at(-1)! + between + right[0]!;
  for (let at = 0; at < across.length - 1; at++) if (!isHabit(habits, across.slice(at, at + 2))) return false;
  if (between !== "") return holdsRun(habits, across);
  return holdsRun(habits, left.slice(-2) + right[0]!) || holdsRun(habits, left.at(-1)! + right.slice(0, 2));
}

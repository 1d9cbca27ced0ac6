/**
 * Text across column lines: whether the two sides fit as they are, and which halves of a cut character to take away.
 */
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
}

export interface MendedSeams {
  /** The best text: where halves of a cut character were taken away, the likeliest, not a certain one. */
  text: string;
  /** Whether the document supports the text at every seam, to the character. */
  sure: boolean;
  /** What was done, in Chinese. */
  mended: string[];
}

/** One way to close a seam. */
interface Closing {
  left: string;
  between: string;
  right: string;
}

/** Closes every seam of a text with the evidence of the document. */
export function mendSeams(draft: SeamedText, habits: CharacterHabits): MendedSeams {
  const parts = [...draft.parts];
  const mended: string[] = [];
  let sure = true;
  draft.seams.forEach((seam, index) => {
    if (!seam) return;
    const closing = closeSeam(parts[index]!, parts[index + 1]!, habits);
    // One character cut through looks like two, and so do two that the page really has (免疫|疫苗).
    if (!closing || (draft.doubled?.[index] && !isKnownSingle(parts[index]!, parts[index + 1]!, habits))) {
      sure = false;
      return;
    }
    const before = `${parts[index]!.slice(-2)}|${parts[index + 1]!.slice(0, 2)}`;
    if (closing.left + closing.between + closing.right !== parts[index]! + parts[index + 1]!)
      mended.push(
        `“${before}”断开处改为“${(closing.left.slice(-2) + closing.between + closing.right).slice(0, 5)}”`,
      );
    parts[index] = closing.left + closing.between;
    parts[index + 1] = closing.right;
  });
  return { text: parts.join(""), sure, mended };
}

/** The sides as they are, if the document knows them so; else without halves of the cut character, if one way is known. */
function closeSeam(left: string, right: string, habits: CharacterHabits): Closing | null {
  if (left === "" || right === "") return null;
  const asIs = { left, between: "", right };
  if (isHabit(habits, left.at(-1)! + right[0]!)) return asIs;
  const closings = [...withoutHalves(left, right), ...withCharacter(left, right, habits)].filter((closing) =>
    isKnown(closing, habits),
  );
  const texts = new Set(closings.map((closing) => closing.left + closing.between + closing.right));
  if (texts.size > 0) return texts.size === 1 ? closings[0]! : null;
  // Between two words anything may follow anything.
  return endsWords(habits, left.slice(-2)) && startsWords(habits, right.slice(0, 2)) ? asIs : null;
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

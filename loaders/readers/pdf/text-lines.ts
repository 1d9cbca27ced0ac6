/**
 * Words as lines of writing.
 */
import { joinLines } from "../sheet.ts";
import { type Box, boxAroundAll, middleOf, type Word } from "./geometry.ts";

/** A line of writing. */
export interface TextLine extends Box {
  words: Word[];
}

/** Share of a word's height that it must share with a line to stand on it. */
const LEAST_SHARED = 0.5;
/** A gap this wide, in heights of the writing, parts what belongs together. */
const WIDE_GAP = 1.5;
/** A gap this wide is a space between words. */
const SPACE = 0.25;

/** The lines of words, from top to bottom, each from left to right. */
export function linesOfWords(words: readonly Word[]): TextLine[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => middleOf(a)[1] - middleOf(b)[1])) {
    const line = lines.at(-1);
    if (line && shares(line[0]!, word)) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => ({
    ...boxAroundAll(line),
    words: line.sort((a, b) => a.left - b.left),
  }));
}

function shares(a: Box, b: Box): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= LEAST_SHARED * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Words of a line in groups between wide gaps. */
export function groupsOfLine({ words }: TextLine): Word[][] {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    const height = word.bottom - word.top;
    if (last && word.left - last.right < WIDE_GAP * height) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** The text of words that belong together: a space between those that stand apart. */
export function textOfWords(words: readonly Word[]): string {
  const lines = linesOfWords(words).map(({ words: own }) =>
    own.reduce((text, word, index) => {
      const gap = index === 0 ? 0 : word.left - own[index - 1]!.right;
      return text + (gap > SPACE * (word.bottom - word.top) ? " " : "") + word.text;
    }, ""),
  );
  return joinLines(lines);
}

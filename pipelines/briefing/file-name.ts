/**
 * File names made of names in forms, safe on every system.
 */
import filenamify from "filenamify";
import { plainText } from "./pieces.ts";

/** Characters: Chinese ones take three bytes, and systems stop at 255 with number and ending. */
const LONGEST = 78;

/** A file name, without its ending, for a text that may hold anything. */
export function fileName(text: string): string {
  const safe = filenamify(plainText(text), { replacement: "_", maxLength: LONGEST });
  return safe.replace(/^[._\s]+$/, "") || "未命名";
}

/**
 * File names for many texts: where two would be one, also on systems that do not tell large letters from small, the
 * later gets a number.
 */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const name = fileName(text);
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} (${n})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

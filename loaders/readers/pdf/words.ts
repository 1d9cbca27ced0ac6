/**
 * The words of a page, each with its box.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import { boxAround, combined, type Matrix, moved, type Word } from "./geometry.ts";

/** Part of a font's size that stands below the line of writing. */
const DESCENT = 0.2;

export type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;

/** The words of a page. @param toPage from the page's own space to the one a person sees */
export function wordsOf({ items }: TextContent, toPage: Matrix): Word[] {
  const words: Word[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const placed = combined(toPage, item.transform);
    // Length of the writing direction and height of the font, as they come out on the page.
    const along = Math.hypot(placed[0]!, placed[1]!);
    const across = Math.hypot(placed[2]!, placed[3]!);
    if (along === 0 || across === 0) continue;
    const scale = along / Math.hypot(item.transform[0]!, item.transform[1]!);
    const length = (item.width * scale) / along;
    const box = boxAround(moved(placed, 0, -DESCENT), moved(placed, length, 1 - DESCENT));
    words.push({ ...box, text: item.str });
  }
  return words;
}

/** Characters that no text has: what a font without a table of its characters leaves. */
const BROKEN = /[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]|[\u{f0000}-\u{10ffff}]/gu;
const MOST_BROKEN_SHARE = 0.2;

/** Whether a font's table of characters is broken, and its words are noise. */
export function isGibberish(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join("");
  return (text.match(BROKEN)?.length ?? 0) > [...text].length * MOST_BROKEN_SHARE;
}

/** A word's part up to and from a position; characters of East Asia are as wide as two others. */
export function cutWord(word: Word, x: number): Word[] {
  const characters = [...word.text];
  const widths = characters.map((character) => (/[\u2e80-\uffee]/.test(character) ? 2 : 1));
  const unit = (word.right - word.left) / widths.reduce((sum, width) => sum + width, 0);
  let right = word.left;
  let at = 0;
  while (at < characters.length && right + (widths[at]! * unit) / 2 < x) right += widths[at++]! * unit;
  const parts = [
    { ...word, text: characters.slice(0, at).join(""), right },
    { ...word, text: characters.slice(at).join(""), left: right },
  ];
  return parts.filter((part) => part.text.trim() !== "");
}

/**
 * Text with tabs, as extractors write it: bytes → encoding → lines → cells.
 */
import type { Cell, Sheet } from "./sheet.ts";

export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface DecodedText {
  encoding: TextEncoding;
  text: string;
}

/** A file cut off inside a character still is what it was; more broken characters than this are another encoding. */
const MOST_BROKEN_CHARACTERS = 3;
/** For each broken character so many whole ones beyond ASCII must speak for the encoding: GB18030 read as UTF-8 has none. */
const WHOLE_FOR_EACH_BROKEN = 10;
/** Control characters no text has; NUL is the surest sign of a binary file. */
const BINARY_CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
/** A stray control character is noise of an extractor, more than one in two hundred is no text. */
const MOST_CONTROLS_SHARE = 0.005;

/**
 * The text of a file in UTF-8, UTF-16 with a mark, or GB18030 (and with it GBK and GB2312).
 * @returns null when the bytes are text in none of them
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = encodingByMark(bytes);
  const encodings: TextEncoding[] = marked ? [marked] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(bytes);
    if (isMostlyWhole(text) && !looksBinary(text)) return { encoding, text };
  }
  return null;
}

function encodingByMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  return null;
}

function isMostlyWhole(text: string): boolean {
  const broken = countUpTo(text, "\ufffd", MOST_BROKEN_CHARACTERS + 1);
  if (broken === 0) return true;
  const beyondAscii = text.match(/[^\u0000-\u007f\ufffd]/gu)?.length ?? 0;
  return broken <= MOST_BROKEN_CHARACTERS && beyondAscii >= broken * WHOLE_FOR_EACH_BROKEN;
}

function countUpTo(text: string, character: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count < most; at = text.indexOf(character, at + 1))
    count++;
  return count;
}

function looksBinary(text: string): boolean {
  if (text.includes("\u0000")) return true;
  return (text.match(BINARY_CONTROLS)?.length ?? 0) > text.length * MOST_CONTROLS_SHARE;
}

/** The lines of a text whatever ends them; the empty piece after a final line end is no line. */
export function splitLines(text: string): string[] {
  const lines = text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Rows of cells: a tab ends a cell, a line ends a row. @param firstLine the line of the file that the first one is */
export function sheetOfLines(lines: readonly string[], firstLine = 1): Sheet {
  return {
    rows: lines.map((text, index) => ({
      line: firstLine + index,
      cells: cellsOfLine(text),
      text: undefined,
    })),
  };
}

function cellsOfLine(line: string): Cell[] {
  const cells: Cell[] = [];
  for (let start = 0, column = 0; start <= line.length; column++) {
    const tab = line.indexOf("\t", start);
    const end = tab < 0 ? line.length : tab;
    const text = line.slice(start, end).trim();
    if (text !== "") cells.push({ text, column });
    start = end + 1;
  }
  return cells;
}

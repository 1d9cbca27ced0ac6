/**
 * One file of the workspace, from its bytes to the forms it holds.
 */
import { type PassedOver, readForms } from "./form/read-forms.ts";
import type { Form } from "./form/types.ts";
import { decodeText, sheetOfLines, splitLines } from "./readers/text.ts";

/** A document that was read: its text line by line as received, and its forms in their order. */
export interface ReadDocument {
  format: "text";
  encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
  lines: string[];
  forms: Form[];
  /** What begins like a form and is none. */
  passedOver: PassedOver[];
}

/** Why a file holds nothing for us. Stands in `raw.rejected.code`. */
export type RejectionCode = "empty" | "binary" | "unknown_format" | "no_form" | "unreadable";

/** A file that cannot be read. `message` says what is wrong, `advice` what to do; both in Chinese. */
export class UnreadableDocument extends Error {
  readonly code: RejectionCode;
  readonly advice: string;
  constructor(code: RejectionCode, message: string, advice: string) {
    super(message);
    this.name = "UnreadableDocument";
    this.code = code;
    this.advice = advice;
  }
}

/** A folder of the path that is named after a year dates the files below it. */
const YEAR_FOLDER = /^(20\d{2})年?度?$/;

/**
 * Reads the forms of one file.
 *
 * @param bytes the file as received
 * @param path its path inside `sources/`, with `/`; a folder named after a year dates forms that print none
 * @throws UnreadableDocument when the bytes are no text or hold no form
 */
export function readDocument(bytes: Uint8Array, path: string): ReadDocument {
  if (bytes.length === 0)
    throw new UnreadableDocument("empty", `${path} 是空文件`, "请重新导出或复制该文件。");
  const decoded = decodeText(bytes);
  if (!decoded) {
    const advice = "请用原来的程序打开，另存为以制表符分隔的 UTF-8 文本。";
    throw new UnreadableDocument("binary", `${path} 不是文本文件，或编码无法识别`, advice);
  }
  const lines = splitLines(decoded.text);
  if (lines.every((line) => line.trim() === ""))
    throw new UnreadableDocument("empty", `${path} 里只有空白`, "请重新导出或复制该文件。");
  if (isPiped(lines)) {
    const advice = "请在原来的程序中打开，另存为以制表符分隔的文本（.txt）后再放入 sources。";
    throw new UnreadableDocument(
      "unknown_format",
      `${path} 的表格以竖线分隔，目前只能读以制表符分隔的文本`,
      advice,
    );
  }
  const { forms, passedOver } = readForms(sheetOfLines(lines), { folderYear: folderYearOf(path) });
  if (forms.length === 0) throw withoutForms(path, passedOver);
  return { format: "text", encoding: decoded.encoding, lines, forms, passedOver };
}

/** Share of a text's lines with pipes from which its cells are taken to stand between them. */
const LEAST_PIPED = 0.5;

/** A table drawn with pipes: read as words it would come out wrong, with amounts in the wrong cells. */
function isPiped(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== "");
  const piped = filled.filter((line) => !line.includes("\t") && /[|｜][^|｜]*[|｜]/.test(line));
  return piped.length > filled.length * LEAST_PIPED;
}

function withoutForms(path: string, passedOver: readonly PassedOver[]): UnreadableDocument {
  const found = passedOver.map(({ line, reason }) => `；第 ${line} 行起${reason}`).join("");
  const advice = "请确认文件是填好的自评表，并且表头的“项目名称”“主管部门”和项目资金、指标各行都在。";
  return new UnreadableDocument("no_form", `${path} 里没有找到填好的项目支出绩效自评表${found}`, advice);
}

function folderYearOf(path: string): number | null {
  const folders = path.split("/").slice(0, -1).reverse();
  const year = folders.map((folder) => YEAR_FOLDER.exec(folder)?.[1]).find((match) => match);
  return year === undefined ? null : Number(year);
}

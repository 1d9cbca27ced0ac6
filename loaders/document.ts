/**
 * One file of the workspace, from its bytes to the forms it holds.
 */
import type { Form } from "./form/types.ts";

/** Changes whenever the same bytes could be read differently; files read by another version are read again. */
export const READER_VERSION = "1";

/** A document that was read: its text line by line as received, and its forms in their order. */
export interface ReadDocument {
  format: "text";
  encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
  lines: string[];
  forms: Form[];
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

/**
 * Reads the forms of one file.
 *
 * @param bytes the file as received
 * @param path its path inside `sources/`, with `/`; a folder named after a year dates forms that print none
 * @throws UnreadableDocument when the bytes are no text or hold no form
 */
export function readDocument(bytes: Uint8Array, path: string): ReadDocument {
  if (bytes.length === 0) throw new UnreadableDocument("empty", `文件是空的：${path}`, "请重新导出或复制该文件。");
  throw new UnreadableDocument("no_form", `没有找到项目支出绩效自评表：${path}`, "请确认文件内容。");
}

/**
 * Text documents (.docx) as one sheet: the rows of their tables, and their paragraphs between.
 */
import mammoth from "mammoth";
import { readHtml } from "./html.ts";
import { Refusal } from "./refusal.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Reads a text document. Pictures, notes in the margin and what was struck out while changes were tracked are left out.
 *
 * @throws Refusal when it is damaged
 */
export async function readDocx(bytes: Uint8Array): Promise<Sheet> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const { value } = await mammoth.convertToHtml({ buffer }, OPTIONS);
    return readHtml(value);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const advice = "请用 Word 或 WPS 打开检查，另存为 .docx 后再放入；打不开就请重新导出或复制。";
    const refusal = new Refusal("damaged", "已损坏，或不是完整的文字文档", advice);
    refusal.cause = cause;
    throw refusal;
  }
}

const OPTIONS = {
  includeDefaultStyleMap: false,
  convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
  externalFileAccess: false,
};

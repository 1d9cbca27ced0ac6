/**
 * One reader a format: from the bytes of a recognised file to its sheets. The readers' libraries are loaded where they
 * are first needed.
 */
import { checkParts, partsOfArchive } from "./archive.ts";
import type { Format, Recognised } from "./recognise.ts";
import { locked, Refusal } from "./refusal.ts";
import type { Sheet } from "./sheet.ts";
import type { DecodedText, TextEncoding } from "./text.ts";

/** What a file holds, whatever it was. */
export interface ReadSheets {
  format: Format;
  /** Of a page; null for formats that say it themselves. */
  encoding: TextEncoding | null;
  sheets: Sheet[];
  /** Parts that were not read, each with the reason, in Chinese. */
  left: { place: string; reason: string }[];
}

/** Files that are taken apart by a library: everything but plain text. */
export type Packed = Exclude<Recognised, { kind: "text" | "archive" }>;

/**
 * Reads a file that is no plain text.
 *
 * @throws Refusal when it is protected, damaged, larger than a file may be, or of a kind that no reader opens
 */
export async function readSheets(file: Packed, bytes: Uint8Array): Promise<ReadSheets> {
  switch (file.kind) {
    case "workbook":
      return await workbook(bytes, file.format);
    case "compound":
      return await compound(bytes);
    case "html":
      return await html(file.decoded);
    case "docx":
      return await docx(bytes);
    case "pdf":
      return await pdf(bytes);
  }
}

async function workbook(bytes: Uint8Array, format: "xlsx" | "xls" | "ods"): Promise<ReadSheets> {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isPacked) await checkParts(await partsOfArchive(bytes));
  const { readWorkbook } = await import("./workbook.ts");
  const { sheets, hidden, partlyHidden } = readWorkbook(bytes, format);
  const left = [
    ...hidden.map((name) => ({ place: `工作表“${name}”`, reason: "是隐藏的工作表" })),
    ...partlyHidden.map(({ name, rows, columns }) => ({
      place: `工作表“${name}”`,
      reason: `里有隐藏的${[rows > 0 && ` ${rows} 行`, columns > 0 && ` ${columns} 列`].filter(Boolean).join("、")}，没有读`,
    })),
  ];
  return { format, encoding: null, sheets, left };
}

async function html({ text, encoding }: DecodedText): Promise<ReadSheets> {
  const { readHtml } = await import("./html.ts");
  return { format: "html", encoding, sheets: [readHtml(text)], left: [] };
}

async function docx(bytes: Uint8Array): Promise<ReadSheets> {
  await checkParts(await partsOfArchive(bytes));
  const { readDocx } = await import("./docx.ts");
  return { format: "docx", encoding: null, sheets: [await readDocx(bytes)], left: [] };
}

async function pdf(bytes: Uint8Array): Promise<ReadSheets> {
  const { readPdf } = await import("./pdf/read-pdf.ts");
  const { sheet, picturePages } = await readPdf(bytes);
  const left = picturePages.map((page) => ({ place: `第 ${page} 页`, reason: "是图片，没有文字" }));
  return { format: "pdf", encoding: null, sheets: [sheet], left };
}

async function compound(bytes: Uint8Array): Promise<ReadSheets> {
  const { kindOfCompound } = await import("./workbook.ts");
  const kind = kindOfCompound(bytes);
  if (kind === "workbook") return workbook(bytes, "xls");
  if (kind === "protected") throw locked();
  const what = kind === "document" ? "旧版文字文档（.doc、.wps）" : "旧版 Office 文件，但不是工作簿";
  const advice = "请用 Word 或 WPS 打开，另存为 .docx 后再放入 sources。";
  throw new Refusal("unknown_format", `是${what}，读不了`, advice);
}

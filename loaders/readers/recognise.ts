/**
 * What a file is, told by its content: names lie, and offices do send HTML saved as .xls.
 */
import { type PackedPart, partsOfArchive } from "./archive.ts";
import { MOST_BYTES } from "./limits.ts";
import { locked, Refusal } from "./refusal.ts";
import { type DecodedText, decodeText } from "./text.ts";

/** Formats that a reader exists for. Stands in `raw.documents.format`. */
export type Format = "text" | "csv" | "xlsx" | "xls" | "ods" | "docx" | "html" | "pdf";

/** A file on its way to its reader. */
export type Recognised =
  | { kind: "text"; decoded: DecodedText }
  | { kind: "html"; decoded: DecodedText }
  | { kind: "workbook"; format: "xlsx" | "xls" | "ods" }
  /** An old Office file: only its directory tells what it holds. */
  | { kind: "compound" }
  | { kind: "docx" }
  | { kind: "pdf" }
  /** Several files in one. */
  | { kind: "archive"; parts: PackedPart[] };

const SAVE_AS_DOCX = "请在原来的程序中打开，另存为 .docx 后再放入 sources。";
const SAVE_AS_XLSX = "请在原来的程序中打开，另存为 .xlsx 后再放入 sources。";
const UNPACK = "请先解压，把里面的自评表文件放入 sources；也可以改用 .zip 压缩。";
const NEEDS_TEXT = "图片里没有文字可读；请改用由文字处理或表格软件导出的文件。";

/** First bytes of files that no reader opens, as Latin-1 characters: what they are, and what to do. */
const NOT_READ: [RegExp, string, string][] = [
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, "压缩包（不是 .zip）", UNPACK],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP)/s, "图片", NEEDS_TEXT],
  [/^\{\\rtf/, "RTF 文档", SAVE_AS_DOCX],
  [/^MIME-Version:/i, "单个文件网页（.mht）", SAVE_AS_XLSX],
];

/** Enough of a file to see what it is. */
const HEAD_BYTES = 4096;

/**
 * Recognises a file.
 *
 * @throws Refusal for what no reader opens, and for packed files that are damaged or would unpack to too much
 */
export async function recognise(bytes: Uint8Array): Promise<Recognised> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString(
    "latin1",
  );
  const refused = NOT_READ.find(([signature]) => signature.test(head));
  if (refused) throw new Refusal("unknown_format", `是${refused[1]}，读不了`, refused[2]);
  if (bytes.length > MOST_BYTES && !isText(head)) throw tooLarge(bytes.length);
  // Some web servers put line ends or other bytes before a PDF.
  if (head.slice(0, 1024).includes("%PDF-")) return { kind: "pdf" };
  if (head.startsWith("\xd0\xcf\x11\xe0")) return { kind: "compound" };
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return kindOfPacked(bytes);
  // Workbooks from before there were compound files.
  if (/^\x09[\x00\x02\x04\x08]/.test(head)) return { kind: "workbook", format: "xls" };
  return kindOfText(bytes);
}

function isText(head: string): boolean {
  return !/^(?:%PDF|PK|\xd0\xcf\x11\xe0)/.test(head);
}

function tooLarge(bytes: number): Refusal {
  const mib = Math.ceil(bytes / 1024 / 1024);
  const advice = "请把它拆成几个较小的文件后再放入。";
  return new Refusal("too_large", `有 ${mib} MB，超过单个文件的上限 ${MOST_BYTES / 1024 / 1024} MB`, advice);
}

/** Parts by which packed office files are known. */
async function kindOfPacked(bytes: Uint8Array): Promise<Recognised> {
  const parts = await partsOfArchive(bytes);
  const names = new Set(parts.map((part) => part.name));
  if (names.has("xl/workbook.xml") || names.has("xl/workbook.bin"))
    return { kind: "workbook", format: "xlsx" };
  if (names.has("word/document.xml")) return { kind: "docx" };
  if (!names.has("mimetype") && !names.has("[Content_Types].xml")) return { kind: "archive", parts };
  const type = parts.find((part) => part.name === "mimetype");
  const mime = type && type.size < HEAD_BYTES ? new TextDecoder().decode(await type.read()) : "";
  if (mime.includes("opendocument.spreadsheet")) {
    if (await isEncrypted(parts)) throw locked();
    return { kind: "workbook", format: "ods" };
  }
  const [what, advice] = mime.includes("opendocument.text")
    ? ["OpenDocument 文字文档（.odt）", SAVE_AS_DOCX]
    : ["打包的办公文档，但不是表格或文字文档", "请确认文件无误；自评表请另存为 .xlsx 或 .docx 后再放入。"];
  throw new Refusal("unknown_format", `是${what}，读不了`, advice!);
}

/** Whether the directory of an OpenDocument file says that its parts are encrypted. */
async function isEncrypted(parts: readonly PackedPart[]): Promise<boolean> {
  const manifest = parts.find((part) => part.name === "META-INF/manifest.xml");
  return (
    manifest !== undefined && new TextDecoder().decode(await manifest.read()).includes("encryption-data")
  );
}

/** Words at the head of a text that is a page or a workbook in XML. */
const HTML =
  /^\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body|meta|table|style|div|p|center)\b/is;
const XML_WORKBOOK =
  /<\?mso-application\s+progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/;
const FLAT_WORKBOOK = /opendocument\.spreadsheet/;

function kindOfText(bytes: Uint8Array): Recognised {
  const decoded = decodeText(bytes);
  if (!decoded) {
    const advice = "请用原来的程序打开，另存为 .xlsx、.docx 或以制表符分隔的 UTF-8 文本。";
    throw new Refusal("binary", "不是文本文件，或编码无法识别", advice);
  }
  const head = decoded.text.slice(0, HEAD_BYTES);
  if (head.trimStart().startsWith("<") && !HTML.test(head)) {
    if (XML_WORKBOOK.test(head)) return { kind: "workbook", format: "xls" };
    if (FLAT_WORKBOOK.test(head)) return { kind: "workbook", format: "ods" };
  }
  return HTML.test(head) ? { kind: "html", decoded } : { kind: "text", decoded };
}

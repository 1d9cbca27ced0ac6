/**
 * Files that are no text and that no reader opens yet, told by their first bytes, whatever their names say.
 */

interface BinaryFormat {
  /** How people call such a file. */
  name: string;
  advice: string;
}

const SAVE_AS_TEXT = "请在原程序中打开，另存为以制表符分隔的文本（.txt）后再放入 sources。";
const UNPACK = "请先解压，把里面的自评表文件放入 sources。";
const NEEDS_TEXT = "图片里没有文字可读；请改用由文字处理或表格软件导出的文件。";

/** First bytes of a file as Latin-1 characters, and what they stand for. */
const SIGNATURES: [RegExp, BinaryFormat][] = [
  [/^%PDF-/, { name: "PDF 文件", advice: "请用 PDF 工具导出带制表符的文本（.txt）后再放入 sources。" }],
  [/^PK\x03\x04.*?xl\//s, { name: "Excel 工作簿（.xlsx）", advice: SAVE_AS_TEXT }],
  [/^PK\x03\x04.*?word\//s, { name: "Word 文档（.docx）", advice: SAVE_AS_TEXT }],
  [/^PK\x03\x04/, { name: "ZIP 压缩包", advice: UNPACK }],
  [/^\xd0\xcf\x11\xe0/, { name: "旧版 Office 文件（.doc、.xls、.wps、.et）", advice: SAVE_AS_TEXT }],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/, { name: "压缩包", advice: UNPACK }],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*)/, { name: "图片", advice: NEEDS_TEXT }],
];

/** Enough to find the first entries' names in a ZIP file. */
const HEAD_BYTES = 4096;

/** The known format of bytes that are no text; null when they are not known. */
export function binaryFormat(bytes: Uint8Array): BinaryFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString(
    "latin1",
  );
  return SIGNATURES.find(([signature]) => signature.test(head))?.[1] ?? null;
}

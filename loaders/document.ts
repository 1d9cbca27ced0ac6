/**
 * One file of the workspace, from its bytes to the forms it holds.
 */
import "./engine.ts";
import type { DraftedForms, PassedOver } from "./form/draft-forms.ts";
import { halfWidth } from "./form/glyphs.ts";
import type { DocumentContext, ReadForms } from "./form/read-forms.ts";
import { rowText } from "./form/sections.ts";
import { formsOfRows, summaryOf } from "./form/table-forms.ts";
import { draftPiece, type TextPiece } from "./form/text-pieces.ts";
import type { Form } from "./form/types.ts";
import { readApart } from "./readers/apart/read-apart.ts";
import type { ReadSheets } from "./readers/read-sheets.ts";
import { type Format, recognise } from "./readers/recognise.ts";
import { Refusal, type RejectionCode } from "./readers/refusal.ts";
import { type Sheet, textOfRow } from "./readers/sheet.ts";
import { type DecodedText, decodeText, type TextEncoding } from "./readers/text.ts";
import { prepareText, type TextOnItsWay } from "./text-document.ts";

/** A document that was read: its rows as received, and its forms in their order. */
export interface ReadDocument {
  format: Format;
  /** Of a text; null for files that say it themselves. */
  encoding: TextEncoding | null;
  lines: SourceLine[];
  forms: DocumentForm[];
  /** What begins like a form and is none, and parts that were left out. */
  passedOver: PassedOverPlace[];
}

/** A line of a text, or a row of a sheet with a tab before each column. */
export interface SourceLine {
  /** 1-based sheet of a workbook; 1 in all other files. */
  sheet: number;
  /** 1-based in its sheet. */
  line: number;
  text: string;
  /** Where it stands, in Chinese, where that takes more than the line: sheet, page, table. */
  place: string | null;
}

/** A form and the sheet it stands on: `line` of all its readings counts there. */
export type DocumentForm = Form & { sheet: number };

/** `place` says where, in Chinese, where that takes more than the line; `line` is null where a whole part was left out. */
export interface PassedOverPlace extends Omit<PassedOver, "line"> {
  line: number | null;
  place: string | null;
}

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

/** Drafts the pieces of a text. */
export type DraftPieces = (pieces: readonly TextPiece[]) => DraftedForms[] | Promise<DraftedForms[]>;

const draftHere = (pieces: readonly TextPiece[]): DraftedForms[] => pieces.map(draftPiece);

/** Whether a file is a text: its forms may be drafted piece by piece. */
export async function isText(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await recognise(bytes)).kind === "text";
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Reads the forms of one file, whatever its format.
 *
 * @param bytes the file as received
 * @param path its path inside `sources/`, with `/`; a folder named after a year dates forms that print none
 * @param draft drafts the pieces of a long text, in their order; on this thread unless given
 * @throws UnreadableDocument when nothing can be read of it, or it holds no form
 */
export async function openDocument(
  bytes: Uint8Array,
  path: string,
  draft: DraftPieces = draftHere,
): Promise<ReadDocument> {
  if (bytes.length === 0) throw emptyFile(path);
  try {
    const file = await recognise(bytes);
    if (file.kind === "text") {
      const text = prepared(file.decoded, path);
      return documentOfText(file.decoded, text, await draft(text.pieces), path);
    }
    if (file.kind === "archive") {
      const advice = "请先解压，把里面的自评表文件放入 sources。";
      throw new Refusal("unknown_format", "是压缩包里的压缩包，没有再解开", advice);
    }
    return documentOfSheets(await readApart(file, bytes), path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UnreadableDocument(error.code, `${path} ${error.message}`, error.advice);
  }
}

/**
 * Reads the forms of a text: cells between tabs, commas or semicolons.
 *
 * @throws UnreadableDocument when the bytes are no text or hold no form
 */
export function readDocument(bytes: Uint8Array, path: string): ReadDocument {
  if (bytes.length === 0) throw emptyFile(path);
  const decoded = decodeText(bytes);
  if (!decoded) {
    const advice = "请用原来的程序打开，另存为以制表符分隔的 UTF-8 文本。";
    throw new UnreadableDocument("binary", `${path} 不是文本文件，或编码无法识别`, advice);
  }
  const text = prepared(decoded, path);
  return documentOfText(decoded, text, draftHere(text.pieces), path);
}

function emptyFile(path: string): UnreadableDocument {
  return new UnreadableDocument("empty", `${path} 是空文件`, "请重新导出或复制该文件。");
}

function prepared({ text }: DecodedText, path: string): TextOnItsWay {
  if (text.trim() === "")
    throw new UnreadableDocument("empty", `${path} 里只有空白`, "请重新导出或复制该文件。");
  return prepareText(text, contextOf(path));
}

function documentOfText(
  { encoding }: DecodedText,
  { format, lines, formsFrom }: TextOnItsWay,
  drafted: readonly DraftedForms[],
  path: string,
): ReadDocument {
  const source = lines.map((text, index) => ({ sheet: 1, line: index + 1, text, place: null }));
  return withForms({ format, encoding, lines: source, passedOver: [] }, [formsFrom(drafted)], path);
}

function documentOfSheets({ format, encoding, sheets, left }: ReadSheets, path: string): ReadDocument {
  if (sheets.every((sheet) => sheet.rows.length === 0)) {
    const hidden = left.map(({ place, reason }) => `；${place}${reason}`).join("");
    const advice = "请确认文件是填好的自评表；隐藏的工作表请先取消隐藏。";
    throw new UnreadableDocument("empty", `${path} 里没有文字${hidden}`, advice);
  }
  const lines = sheets.flatMap(({ rows, name }, index) =>
    rows.map((row) => ({
      sheet: index + 1,
      line: row.line,
      text: textOfRow(row),
      place: row.place ?? (name === undefined ? null : sheetPlace(name)),
    })),
  );
  const passedOver = left.map((part) => ({ ...part, line: null }));
  const context = { ...contextOf(path), yearOfOtherSheets: sheets.length > 1 ? yearOn(sheets) : null };
  const found = sheets.map((sheet) => ({
    ...formsOfRows(sheet, context),
    place: sheet.name === undefined ? null : sheetPlace(sheet.name),
  }));
  const own = namesOf(found.flatMap(({ forms }) => forms));
  const summaries = sheets.map((sheet, index) =>
    found[index]!.forms.length > 0 ? found[index]! : { ...found[index]!, ...summaryOf(sheet, own, context) },
  );
  return withForms({ format, encoding, lines, passedOver }, summaries, path);
}

/** Longer lines are prose that mentions a year. */
const LONGEST_TITLE = 40;

/** The only year that lines of the sheets are titled with; null where there is none, or more than one. */
function yearOn(sheets: readonly Sheet[]): number | null {
  const titles = sheets
    .flatMap(({ rows }) => rows.map((row) => halfWidth(rowText(row))))
    .filter((text) => text.length <= LONGEST_TITLE);
  const years = new Set(
    titles.flatMap((text) => [...text.matchAll(/(?<!\d)(20\d{2})年度/g)].map(([, year]) => year)),
  );
  return years.size === 1 ? Number([...years][0]) : null;
}

function namesOf(forms: readonly Form[]): ReadonlySet<string> {
  return new Set(forms.flatMap(({ projectName }) => projectName.value ?? []));
}

function sheetPlace(name: string): string {
  return `工作表“${name}”`;
}

/** Puts together what was found on each sheet, the forms numbered through the document. */
function withForms(
  read: Omit<ReadDocument, "forms">,
  found: readonly (ReadForms & { place?: string | null })[],
  path: string,
): ReadDocument {
  const forms: DocumentForm[] = [];
  const passedOver: PassedOverPlace[] = [...read.passedOver];
  found.forEach(({ forms: own, passedOver: spots, place }, index) => {
    for (const form of own) forms.push({ ...form, ordinal: forms.length + 1, sheet: index + 1 });
    passedOver.push(...spots.map((spot) => ({ ...spot, place: place ?? null })));
  });
  if (forms.length === 0) throw withoutForms(path, passedOver);
  return { ...read, forms, passedOver };
}

function withoutForms(path: string, passedOver: readonly PassedOverPlace[]): UnreadableDocument {
  const found = passedOver.map((spot) => `；${placeText(spot)}${spot.reason}`).join("");
  const advice = "请确认文件是填好的自评表，并且表头的“项目名称”“主管部门”和项目资金、指标各行都在。";
  return new UnreadableDocument("no_form", `${path} 里没有找到填好的项目支出绩效自评表${found}`, advice);
}

/** Where something was passed over, for a person. */
export function placeText({ place, line }: PassedOverPlace): string {
  return `${place ?? ""}${line === null ? "" : `第 ${line} 行起`}`;
}

/** A folder of the path that is named after a year dates the files below it. */
const YEAR_FOLDER = /^(20\d{2})年?度?$/;

function contextOf(path: string): DocumentContext {
  return { folderYear: folderYearOf(path), nameYear: nameYearOf(path) };
}

function folderYearOf(path: string): number | null {
  const folders = path.split("/").slice(0, -1).reverse();
  const year = folders.map((folder) => YEAR_FOLDER.exec(folder)?.[1]).find((match) => match);
  return year === undefined ? null : Number(year);
}

/** The year in the name of a file; null where there is none, or more than one. */
function nameYearOf(path: string): number | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const years = new Set(name.match(/(?<!\d)20\d{2}(?!\d)/g));
  return years.size === 1 ? Number([...years][0]) : null;
}

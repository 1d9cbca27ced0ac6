/**
 * Where the forms of a sheet begin and end, and which year each is for.
 */
import type { Row, Sheet } from "../readers/sheet.ts";
import { pieceDistance } from "./distance.ts";
import type { FieldColumn } from "./funding-row.ts";
import { halfWidth } from "./glyphs.ts";
import type { TableLine } from "./indicators/lines.ts";
import { cutSections, type FormSections, rowText } from "./sections.ts";
import { sideBySide } from "./side-by-side.ts";
import { isSummaryHeading } from "./summary.ts";
import type { Form } from "./types.ts";
import { WHOLE_UNIT_LABELS, WHOLE_UNIT_TITLE } from "./vocabulary.ts";

/** The rows of one form, from 项目名称 to the last row before the next form, and what is printed above it. */
export interface FormSlice {
  rows: Row[];
  /** `year` is null where a line dates the form, but cannot be read. */
  printedYear: { year: number | null; row: Row } | null;
  /** The title above the form; empty where there is none. */
  title: string;
  /** The unit of money that a line above the form, or its head, names. */
  unitAbove?: Form["amountUnit"] | null;
}

/** A form cut into its parts. */
export interface FormParts {
  slice: FormSlice;
  sections: FormSections;
  /** What is known of a form whose text had no columns, and was laid out by its words. */
  laidOut?: {
    fundingColumns: FieldColumn[];
    indicatorLines: TableLine[];
    /** Why the border between both goals is not sure; null where it is. */
    goalsDoubt: string | null;
    /** Cells lost their first characters here and there. */
    losesBeginnings: boolean;
  };
  /** A row of a table of projects: it has no goals and no indicators. */
  isSummary?: true;
}

/** Rows below 项目名称 within which the rest of a form's header must show. */
const HEADER_ROWS = 8;
/** Rows above a form in which its title stands. */
const ROWS_OF_TITLE = 6;
/** A year, not a day of filling in. */
const YEAR = /(?<!\d)(20\d{2})年(?!\d{1,2}月)度?/;
/** Longer lines than this are prose that mentions a year, not the line that dates a form. */
const LONGEST_YEAR_LINE = 40;

/** The forms of a sheet, in order. A title alone, or a table of contents, is none: the header must follow. */
export function findForms(sheet: Sheet): FormSlice[] {
  const texts = sheet.rows.map(rowText);
  const starts: number[] = [];
  for (let index = 0; index < texts.length; index++)
    if (startsForm(texts, index) && !isSummaryHeading(sheet.rows, index)) starts.push(index);
  return starts.map((start, position) => {
    const previousStart = position === 0 ? 0 : starts[position - 1]!;
    const end = starts[position + 1] ?? sheet.rows.length;
    return {
      rows: ownRows(sheet.rows, texts, start, end),
      printedYear: yearAbove(sheet.rows, texts, previousStart, start),
      title: titleAbove(texts, previousStart, start),
      unitAbove: unitIn(texts.slice(Math.max(previousStart, start - ROWS_OF_TITLE), start + HEADER_ROWS)),
    };
  });
}

/** 单位：元, on a line of its own or in a cell of the title; the last that is said. */
const UNIT = /单位:(亿元|万元|元)(?![/\u4e00-\u9fff])/g;

/** The unit of money that lines above a form name; null where they name none. */
export function unitIn(texts: readonly string[]): Form["amountUnit"] | null {
  const said = texts.flatMap((text) => [...halfWidth(text).matchAll(UNIT)]).at(-1);
  return (said?.[1] as Form["amountUnit"] | undefined) ?? null;
}

/** The forms of a sheet, each cut into its parts. */
export function formsOfSheet(sheet: Sheet): FormParts[] {
  return sideBySide(sheet).flatMap((own) =>
    findForms(own).map((slice) => ({ slice, sections: cutSections(slice.rows) })),
  );
}

/** A row that names a project, to the character. */
const PROJECT_LABEL = /^(?:项目|项目支出|支出项目|专项资金|专项|转移支付)(?:[(（][^()（）]{1,4}[)）])?名称/;

function startsForm(texts: readonly string[], index: number): boolean {
  const text = texts[index]!;
  if (text === "") return false;
  if (startsWholeUnit(texts, index)) return true;
  const exact = PROJECT_LABEL.test(text);
  if (!exact && !(isNearLabel(text, "项目名称") && nearHeader(texts, index + 1, /主管(部门|单位)/, 3)))
    return false;
  return (
    nearHeader(texts, index, /主管(部门|单位)|实施单位|项目单位/, HEADER_ROWS) ||
    nearHeader(texts, index, /预算数/, HEADER_ROWS)
  );
}

/** Whether a row, by itself, could be the first of a form: what stands below it decides. */
function mayStartForm(text: string): boolean {
  return PROJECT_LABEL.test(text) || isNearLabel(text, "项目名称") || namesWholeUnit(text);
}

/**
 * Rows around one by which it can be told whether a document may be cut there. Nothing that is found on one side of a cut
 * depends on rows farther away on the other.
 */
export const ROWS_AROUND_CUT = HEADER_ROWS;

/**
 * Whether a document can be cut before a row, because a form surely begins there and none just above it.
 * @param texts what `ROWS_AROUND_CUT` rows above it, itself, and as many below say
 */
export function isSureStart(texts: readonly string[]): boolean {
  const above = texts.slice(0, ROWS_AROUND_CUT);
  return (
    PROJECT_LABEL.test(texts[ROWS_AROUND_CUT]!) &&
    startsForm(texts, ROWS_AROUND_CUT) &&
    !above.some(mayStartForm)
  );
}

/** Whether a row above a form may say what it is: only such rows, and blank ones, are looked through for year and title. */
export function headsForm(text: string): boolean {
  return text === "" || isYearLine(text) || isTitle(text) || isGarbledYear(text) || isAside(text);
}

/** Who filled the form in and when, in which unit, under which number: lines that stand between a title and its form. */
const ASIDE =
  /填[报表](?:日期|单位|时间|人)|单位名称|单位[:：].{0,3}元|^公开.{0,4}表$|^附[件表].{0,4}$|报表编号|^[一二三四五六][、.．].{0,4}基本(?:情况|信息)$/;

function isAside(text: string): boolean {
  return text.length <= LONGEST_YEAR_LINE && ASIDE.test(text);
}

/** A label of the unit stands in so many characters, with the brackets that are printed in it. */
const LONGEST_HEAD = 3 * Math.max(...WHOLE_UNIT_LABELS.map((label) => label.length));

/** The form of a whole department has no project: it begins with the unit, below a title that says what it is. */
function startsWholeUnit(texts: readonly string[], index: number): boolean {
  if (!namesWholeUnit(texts[index]!) || !nearHeader(texts, index + 1, /预算数|预算申请/, HEADER_ROWS))
    return false;
  return texts.slice(Math.max(0, index - ROWS_OF_TITLE), index).some((text) => WHOLE_UNIT_TITLE.test(text));
}

function namesWholeUnit(text: string): boolean {
  // All these labels end with it.
  if (text.lastIndexOf("称", LONGEST_HEAD) < 0) return false;
  const head = text.slice(0, LONGEST_HEAD).replace(/[()（）]/g, "");
  return WHOLE_UNIT_LABELS.some((label) => head.slice(0, label.length + 2).includes(label));
}

/** A garbled label at the head of a row: one character of four may be wrong or lost. */
function isNearLabel(text: string, label: string): boolean {
  const head = text.slice(0, label.length + 1);
  let shared = 0;
  for (const character of label) if (head.includes(character)) shared++;
  if (shared < label.length - 1 || /^(主管|实施|年度|一级)/.test(text)) return false;
  return pieceDistance(label, head) <= 1;
}

function nearHeader(texts: readonly string[], from: number, words: RegExp, rows: number): boolean {
  const end = Math.min(texts.length, from + rows);
  for (let index = from; index < end; index++) if (words.test(texts[index]!)) return true;
  return false;
}

/**
 * Its first row, and what follows without the blank rows at the end, the lines that already date the next form, and,
 * where the form is a table, the paragraphs behind it.
 */
function ownRows(rows: readonly Row[], texts: readonly string[], start: number, end: number): Row[] {
  const isTable = rows[start]!.prose !== true;
  let last = end;
  while (
    last > start + 1 &&
    (texts[last - 1] === "" ||
      isYearLine(texts[last - 1]!) ||
      isTitle(texts[last - 1]!) ||
      (isTable && rows[last - 1]!.prose === true))
  )
    last--;
  return rows.slice(start, last);
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST_YEAR_LINE && /自评(?:情况|结果)?表/.test(text);
}

function isYearLine(text: string): boolean {
  return text.length <= LONGEST_YEAR_LINE && YEAR.test(halfWidth(text)) && !/\d\.\d{2}/.test(text);
}

/** A line of nothing but a year, in which digits are lost or misread. */
function isGarbledYear(text: string): boolean {
  return /^[(（[]?[^年]{1,6}年度[)）\]]?$/.test(text) && !YEAR.test(halfWidth(text));
}

/** The year of the nearest dating line between the previous form's start and this one's. */
function yearAbove(
  rows: readonly Row[],
  texts: readonly string[],
  from: number,
  start: number,
): FormSlice["printedYear"] {
  for (let index = start - 1; index >= from; index--) {
    if (texts[index] === "") continue;
    const isSilent = isAside(texts[index]!) && !YEAR.test(halfWidth(texts[index]!));
    if (isSilent) continue;
    if (!isYearLine(texts[index]!) && !isTitle(texts[index]!) && !isGarbledYear(texts[index]!)) return null;
    const match = YEAR.exec(halfWidth(texts[index]!));
    if (match) return { year: Number(match[1]), row: rows[index]! };
    if (isGarbledYear(texts[index]!)) return { year: null, row: rows[index]! };
  }
  return null;
}

/** The nearest title between the previous form's start and this one's. */
function titleAbove(texts: readonly string[], from: number, start: number): string {
  for (let index = start - 1; index >= from; index--) {
    const text = texts[index]!;
    if (text === "" || (isYearLine(text) && !isTitle(text)) || isAside(text)) continue;
    return isTitle(text) ? text : "";
  }
  return "";
}

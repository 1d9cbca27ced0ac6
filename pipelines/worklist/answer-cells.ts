/**
 * The cells of a file that a unit sent back, whatever program saved it: as the unit sees them, and nothing computed.
 */
import { readFile } from "node:fs/promises";
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { describeFileError } from "../../loaders/file-errors.ts";
import { checkParts, partsOfArchive } from "../../loaders/readers/archive.ts";
import { rowsOfCsv, rowsOfQuotedTabs } from "../../loaders/readers/csv.ts";
import { MOST_ROWS } from "../../loaders/readers/limits.ts";
import { recognise } from "../../loaders/readers/recognise.ts";
import { Refusal } from "../../loaders/readers/refusal.ts";
import { kindOfCompound } from "../../loaders/readers/workbook.ts";
import { WrongRequest } from "../errors.ts";

export interface AnswerCell {
  text: string;
  /** Why the text cannot be taken for what the unit wrote; goes on after the name of its column. Null where it can. */
  unusable: string | null;
  /** The text stands in a merged cell that begins in a row above. */
  isMerged: boolean;
}

export interface AnswerRow {
  /** 1-based row of the sheet, or line of the file. */
  row: number;
  /** By 0-based column; empty cells are left out. */
  cells: ReadonlyMap<number, AnswerCell>;
}

export interface AnswerSheet {
  /** Null where the file has only one. */
  name: string | null;
  rows: readonly AnswerRow[];
}

/**
 * Reads the cells of a file, those of hidden rows and sheets too: who filters a list and saves it hides what has been
 * answered.
 *
 * @throws WrongRequest when it cannot be read, or holds no cells
 */
export async function answerSheets(file: string): Promise<AnswerSheet[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const { reason, advice } = describeFileError(error, file);
    throw new WrongRequest(reason, advice, { cause: error });
  });
  try {
    return await sheetsOf(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new WrongRequest(`读不了这份清单：${file}：${error.message}`, SAVE_ANEW, { cause: error });
  }
}

const SAVE_ANEW = "请用表格软件打开它，取消打开密码，另存为 .xlsx。";

async function sheetsOf(bytes: Uint8Array): Promise<AnswerSheet[]> {
  const file = await recognise(bytes);
  if (file.kind === "text") {
    const rows = rowsOfCsv(file.decoded.text) ?? rowsOfQuotedTabs(file.decoded.text);
    if (!rows) throw new Refusal("no_form", "是文本，里面没有表格", SAVE_ANEW);
    return [
      {
        name: null,
        rows: rows.map(({ line, cells }) => ({
          row: line,
          cells: new Map(cells.map(({ column, text }) => [column, plain(text)])),
        })),
      },
    ];
  }
  const isWorkbook =
    file.kind === "workbook" || (file.kind === "compound" && kindOfCompound(bytes) === "workbook");
  if (!isWorkbook) throw new Refusal("unknown_format", "不是表格文件", SAVE_ANEW);
  // A packed file is checked before a library unpacks it.
  if (bytes[0] === 0x50) await checkParts(await partsOfArchive(bytes));
  const workbook = open(bytes);
  const isDay1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.map((name) => ({
    name: workbook.SheetNames.length > 1 ? name : null,
    rows: rowsOf(workbook.Sheets[name]!, isDay1904),
  }));
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      // Formulas are read in order to be refused, those without a stored result too.
      ...{ cellFormula: true, sheetStubs: true, cellHTML: false, cellNF: true },
      sheetRows: MOST_ROWS,
    });
  } catch (cause) {
    const refusal = new Refusal("damaged", "设有打开密码，或已损坏", SAVE_ANEW);
    refusal.cause = cause;
    throw refusal;
  }
}

function rowsOf(sheet: WorkSheet, isDay1904: boolean): AnswerRow[] {
  const rows: AnswerRow[] = [];
  const merges = (sheet["!merges"] ?? []).filter(({ s, e }) => e.r > s.r);
  const data = sheet["!data"] ?? [];
  const cellAt = (row: number, column: number) => {
    const cell = data[row]?.[column];
    return cell ? answerCell(cell, isDay1904) : null;
  };
  for (const row of Object.keys(data).map(Number)) {
    const cells = new Map<number, AnswerCell>();
    data[row]!.forEach((_, column) => {
      const cell = cellAt(row, column);
      if (cell) cells.set(column, cell);
    });
    for (const { s, e } of merges) {
      const above = row > s.r && row <= e.r ? cellAt(s.r, s.c) : null;
      if (above) cells.set(s.c, { ...above, isMerged: true });
    }
    if (cells.size > 0) rows.push({ row: row + 1, cells });
  }
  return rows;
}

function plain(text: string): AnswerCell {
  return { text: text.replace(/\s+/g, " ").trim(), unusable: null, isMerged: false };
}

/** A cell as it is shown; null where it is empty. */
function answerCell(cell: CellObject, isDay1904: boolean): AnswerCell | null {
  const shown = plain(String(cell.w ?? cell.v ?? ""));
  if (cell.f !== undefined)
    return { ...shown, unusable: "是公式，没有计算；请改写成文字（以“=”开头的，在前面加一个英文单引号）" };
  if (cell.t === "e") return { ...shown, unusable: `是错误值“${shown.text}”；请改写成文字` };
  if (cell.t === "n" && typeof cell.v === "number") return numberCell(cell.v, cell, isDay1904);
  return cell.t === "z" || shown.text === "" ? null : shown;
}

/** The days from 2000 to 2099, as spreadsheets count them. */
const DAYS = { first: 36_526, last: 73_050 };

/**
 * A number: a day as people write it, whatever the format of the cell; a bare one that may be a day whose format was lost
 * is for the unit to say.
 */
function numberCell(value: number, { z, w }: CellObject, isDay1904: boolean): AnswerCell {
  if (z !== undefined && value >= 1 && SSF.is_date(String(z))) return plain(dayText(value, isDay1904));
  const shown = plain(w ?? String(value));
  const mayBeDay = Number.isInteger(value) && value >= DAYS.first && value <= DAYS.last;
  return mayBeDay
    ? {
        ...shown,
        unusable: `只有一个数 ${shown.text}，分不清是数还是日期${dayText(value, isDay1904)}；请写成文字`,
      }
    : shown;
}

function dayText(value: number, date1904: boolean): string {
  const { y, m, d, H, M } = SSF.parse_date_code(value, { date1904 });
  const time = H + M > 0 ? ` ${H}:${String(M).padStart(2, "0")}` : "";
  return `${y}年${m}月${d}日${time}`;
}

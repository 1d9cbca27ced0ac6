/**
 * Workbooks (.xlsx, .xlsb, .xls, .ods and their XML forms) as sheets: every cell as the office program shows it.
 */
import { type CellObject, CFB, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { MOST_CELLS, MOST_ROWS } from "./limits.ts";
import { type HiddenStretches, hiddenInOds, lies } from "./ods-hidden.ts";
import { locked, Refusal } from "./refusal.ts";
import { type Cell, joinLines, type Row, type Sheet } from "./sheet.ts";

/** The sheets of a workbook that its office shows, and what it hides. */
export interface Workbook {
  format: "xlsx" | "xls" | "ods";
  sheets: Sheet[];
  /** Names of hidden sheets. */
  hidden: string[];
  /** Sheets of which it hides filled rows or columns, and how many of them. */
  partlyHidden: { name: string; rows: number; columns: number }[];
}

/**
 * Reads a workbook.
 *
 * @param format what the file is, as far as its container tells
 * @throws Refusal when it is protected by a password, damaged, or larger than a file may be
 */
export function readWorkbook(bytes: Uint8Array, format: Workbook["format"]): Workbook {
  const book = open(bytes);
  const budget = { cells: MOST_CELLS };
  const stretches = format === "ods" ? hiddenInOds(bytes) : [];
  const sheets: Sheet[] = [];
  const hidden: string[] = [];
  const partlyHidden: Workbook["partlyHidden"] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (book.Workbook?.Sheets?.[index]?.Hidden) hidden.push(name);
    else if (sheet?.["!data"]) {
      const { rows, hiddenRows, hiddenColumns } = shownOf(sheet, rowsOf(sheet, budget), stretches[index]);
      sheets.push({ name, rows });
      if (hiddenRows + hiddenColumns > 0)
        partlyHidden.push({ name, rows: hiddenRows, columns: hiddenColumns });
    }
  });
  return { format, sheets, hidden, partlyHidden };
}

/** What an old Office file is: a workbook, an encrypted file of the newer formats, a text document. */
export function kindOfCompound(bytes: Uint8Array): "workbook" | "protected" | "document" | "other" {
  let names: string[];
  try {
    names = CFB.read(bytes, { type: "buffer" }).FullPaths.map((path: string) => path.split("/").at(-1) ?? "");
  } catch (cause) {
    throw damaged(cause);
  }
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^EncryptedPackage$/)) return "protected";
  if (has(/^(?:Workbook|Book)$/i)) return "workbook";
  return has(/^WordDocument$/) ? "document" : "other";
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      // A formula tells an empty cell from one whose result was never stored.
      cellFormula: true,
      cellHTML: false,
      // Which rows and columns are hidden is told with the styles.
      cellStyles: true,
      // Dates without a format of their own, as an office in China sees them.
      dateNF: "yyyy/m/d",
      sheetRows: MOST_ROWS,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw locked();
    throw damaged(error);
  }
}

function damaged(cause: unknown): Refusal {
  const advice = "请在原来的程序中打开检查，另存为 .xlsx 后再放入；打不开就请重新导出或复制。";
  const refusal = new Refusal("damaged", "已损坏，或不是完整的工作簿", advice);
  refusal.cause = cause;
  return refusal;
}

function rowsOf(sheet: WorkSheet, budget: { cells: number }): Row[] {
  const data = sheet["!data"] ?? [];
  const spans = spansOf(sheet);
  const rows: Row[] = [];
  let last = 0;
  for (const index of Object.keys(data).map(Number)) {
    const cells = cellsOf(data[index]!, index, spans);
    if (cells.length === 0) continue;
    budget.cells -= cells.length;
    if (budget.cells < 0) throw tooManyCells();
    // One blank row says that there is a gap, however many there are.
    if (index > last) rows.push({ line: index, cells: [] });
    rows.push({ line: index + 1, cells, kept: true });
    last = index + 1;
  }
  return rows;
}

/** What an office sees of a sheet: merged cells show where the first of their rows or columns that is not hidden stands. */
function shownOf(
  sheet: WorkSheet,
  rows: Row[],
  hidden: HiddenStretches = { rows: [], columns: [] },
): { rows: Row[]; hiddenRows: number; hiddenColumns: number } {
  const isHiddenRow = (line: number): boolean =>
    sheet["!rows"]?.[line - 1]?.hidden === true || lies(line - 1, hidden.rows);
  const isHiddenColumn = (column: number): boolean =>
    sheet["!cols"]?.[column]?.hidden === true || lies(column, hidden.columns);
  const columns = new Set<number>();
  let hiddenRows = 0;
  let above: { cell: Cell; until: number }[] = [];
  const shown: Row[] = [];
  for (const row of rows) {
    const cells = row.cells.filter(({ column, columnSpan = 1 }) => {
      const isHidden = isHiddenColumn(column) && columnSpan === 1;
      if (isHidden) columns.add(column);
      return !isHidden;
    });
    if (isHiddenRow(row.line)) {
      if (cells.length > 0) hiddenRows++;
      for (const cell of cells)
        if (cell.rowSpan !== undefined) above.push({ cell, until: row.line + cell.rowSpan });
      continue;
    }
    const reaching = above.filter(({ until }) => row.line < until);
    above = [];
    const carried = reaching.map(({ cell, until }): Cell => ({ ...cell, rowSpan: until - row.line }));
    shown.push({ ...row, cells: [...cells, ...carried].sort((a, b) => a.column - b.column) });
  }
  return { rows: shown, hiddenRows, hiddenColumns: columns.size };
}

function tooManyCells(): Refusal {
  const advice = "请把工作簿拆成几个文件，或删去与自评表无关的工作表。";
  return new Refusal("too_large", `里填了字的单元格超过 ${MOST_CELLS} 个`, advice);
}

/** Rows and columns of each merged cell, by `row:column` of its first cell. */
function spansOf(sheet: WorkSheet): Map<string, { rows: number; columns: number }> {
  return new Map(
    (sheet["!merges"] ?? []).map(({ s, e }) => [
      `${s.r}:${s.c}`,
      { rows: e.r - s.r + 1, columns: e.c - s.c + 1 },
    ]),
  );
}

function cellsOf(
  cells: readonly (CellObject | undefined)[] | undefined,
  row: number,
  spans: ReturnType<typeof spansOf>,
): Cell[] {
  const filled: Cell[] = [];
  cells?.forEach((cell, column) => {
    const text = cell ? textOfCell(cell) : "";
    if (text === "") return;
    const span = spans.get(`${row}:${column}`);
    filled.push({
      text,
      column,
      ...(span && span.rows > 1 && { rowSpan: span.rows }),
      ...(span && span.columns > 1 && { columnSpan: span.columns }),
    });
  });
  return filled;
}

/** Digits as a format shows them. */
const SHOWN_NUMBER = /\d/;
/** What a format in scientific notation leaves of a number. */
const EXPONENT = /\dE[+-]?\d/i;

/** Stands for the result of a formula that the program which wrote the file never computed. */
const UNSTORED = "#FORMULA!";

/** The cell's text as shown, on one line. A number that its format shows without a digit, such as 0 as a dash, is written out. */
function textOfCell(cell: CellObject): string {
  const isUnstored = cell.f !== undefined && cell.w === undefined && (cell.t === "z" || cell.t === "e");
  if (isUnstored) return UNSTORED;
  if (cell.t === "z" || cell.t === "e") return cell.t === "e" ? String(cell.w ?? "") : "";
  const shown = cell.w ?? (cell.v === undefined ? "" : String(cell.v));
  const text = joinLines(shown.split(/[\r\n]+/));
  const hides = cell.t === "n" && (!SHOWN_NUMBER.test(text) || EXPONENT.test(text));
  return hides ? plainNumber(Number(cell.v)) : text;
}

/** A number without exponent, at the six decimals that amounts have. */
function plainNumber(value: number): string {
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 6 });
}

/**
 * Pages as rows of cells: tables that go on over a page break become one, and running heads are left out.
 */
import { type Cell, joinLines, type Row } from "../sheet.ts";
import { type Box, boxAroundAll, distinctPositions, type Word } from "./geometry.ts";
import type { Page, PageTable } from "./page.ts";
import { groupsOfLine, type TextLine, textOfWords } from "./text-lines.ts";
import { rowsOfUnruled } from "./unruled.ts";

/** Tables whose sides differ no more stand one under the other. */
const SAME_SIDE = 6;
/** Columns whose lines differ no more are one. */
const SAME_COLUMN = 4;

/** The rows of all pages, in the order in which they are read. */
export function rowsOfPages(pages: readonly Page[]): Row[] {
  const furniture = furnitureOf(pages);
  const columns = columnsOfTables(pages);
  const hasTables = pages.some((page) => page.tables.length > 0);
  const parted = hasTables ? null : rowsWithoutRulings(pages, furniture);
  if (parted) return asRows(parted);
  const rows: PlacedRow[] = [];
  /** The table that the page before ends with. */
  let ending: PlacedRow[] | null = null;
  for (const page of pages) {
    const lines = page.lines.filter((line) => !furniture.has(line));
    const parts = [
      ...page.tables.map((table) => ({
        ...table,
        rows: (): PlacedRow[] => rowsOfTable(table, columns.get(table)!, page.number),
      })),
      ...lines.map((line) => ({ ...line, rows: () => [rowOfLine(line, hasTables, page.number)] })),
    ].sort((a, b) => a.top - b.top);
    let last: PlacedRow[] = [];
    parts.forEach((part, index) => {
      last = part.rows();
      const goesOn = index === 0 && ending !== null && "cells" in part && haveSameSides(ending[0]!.box, part);
      rows.push(...(goesOn ? joinedToEnd(ending!, last) : last));
    });
    const end = parts.at(-1);
    ending = end && "cells" in end && last.length > 0 ? last : null;
  }
  return asRows(hasTables || !holdsWrappedRows(rows) ? rows : rows.map((row) => ({ ...row, loose: true })));
}

/** Below the heading of indicators each row of a table has a figure, and what wraps has none. */
function holdsWrappedRows(rows: readonly PlacedRow[]): boolean {
  const texts = rows.map(({ cells }) => cells.map(({ text }) => text).join("\t"));
  const heading = texts.findIndex((text) => /[一二三]级指|指标名称|指标值|完成值/.test(text));
  const end = texts.findIndex((text, index) => index > heading && /^(?:总分|合计)/.test(text));
  const body = texts.slice(heading + 1, end < 0 ? texts.length : end);
  return heading >= 0 && body.some((text) => !/(?:^|\t)\d+(?:\.\d+)?分?(?:\t|$)/.test(text));
}

function asRows(rows: readonly PlacedRow[]): Row[] {
  return rows.map(({ cells, box, page, prose, loose }, index) => ({
    line: index + 1,
    cells: cells.filter((cell) => cell.text !== ""),
    place: placeOf(page, box),
    ...(prose && { prose }),
    ...(loose && { loose }),
  }));
}

/** Between the last line of a page and the first of the next one. */
const PAGE_GAP = 30;

/** Pages without any table, as one long page that is parted by the gaps between its words; null where it cannot be. */
function rowsWithoutRulings(pages: readonly Page[], furniture: ReadonlySet<TextLine>): PlacedRow[] | null {
  const origins = new Map<Word, { page: number; word: Word }>();
  let bottom = 0;
  for (const { lines, number } of pages) {
    const words = lines.filter((line) => !furniture.has(line)).flatMap((line) => line.words);
    if (words.length === 0) continue;
    const by = bottom + PAGE_GAP - boxAroundAll(words).top;
    for (const word of words)
      origins.set({ ...word, top: word.top + by, bottom: word.bottom + by }, { page: number, word });
    bottom = boxAroundAll(words).bottom + by;
  }
  const rows = rowsOfUnruled([...origins.keys()]);
  return (
    rows?.map(({ cells, words }) => {
      const own = words.map((word) => origins.get(word)!);
      const page = Math.min(...own.map((origin) => origin.page));
      const here = own.filter((origin) => origin.page === page).map(({ word }) => word);
      return { cells, page, box: boxAroundAll(here) };
    }) ?? null
  );
}

/**
 * The rows of a table that goes on from the page before. A cell that is empty at the top is the rest of the one above the
 * break; a first row of nothing but words in columns that have words above the break is the rest of the row there.
 *
 * @returns the rows that are new; the last ones of the page before are completed in place
 */
function joinedToEnd(above: readonly PlacedRow[], below: readonly PlacedRow[]): readonly PlacedRow[] {
  const [first, ...others] = below;
  const last = above.at(-1);
  if (!first || !last) return below;
  const isRest = isRestOf(first, last);
  for (const cell of first.cells) {
    const upper = cellReaching(above, cell.column);
    if (!upper) continue;
    if (cell.text === "") upper.rowSpan = (upper.rowSpan ?? 1) + (cell.rowSpan ?? 1) - (isRest ? 1 : 0);
    else if (isRest) {
      upper.text = joinLines([upper.text, cell.text]);
      upper.rowSpan = (upper.rowSpan ?? 1) + (cell.rowSpan ?? 1) - 1;
    }
  }
  return isRest ? others : below;
}

/** The cell of a column that reaches down to the last of some rows. */
function cellReaching(rows: readonly PlacedRow[], column: number): Cell | undefined {
  for (let index = rows.length - 1; index >= 0; index--) {
    const cell = rows[index]!.cells.find((own) => own.column === column);
    if (cell) return index + (cell.rowSpan ?? 1) >= rows.length ? cell : undefined;
  }
  return undefined;
}

/** A row of a form has figures of its own; the rest of one that a page break cuts has words only. */
function isRestOf(first: PlacedRow, last: PlacedRow): boolean {
  const texts = first.cells.filter((cell) => cell.text !== "");
  const above = last.cells.filter((cell) => cell.text !== "");
  const isWords = texts.length > 0 && texts.every((cell) => !/^[\d.,%\s]+$/.test(cell.text));
  return (
    isWords &&
    above.some((cell) => /^[\d.,%]+$/.test(cell.text)) &&
    texts.every((cell) => above.some((own) => own.column === cell.column))
  );
}

/** A row on its way; a cell without text is known to be empty. */
interface PlacedRow extends Omit<Row, "line" | "place"> {
  box: Box;
  page: number;
}

const MM_PER_POINT = 25.4 / 72;

/** Where on which page a row stands, in whole millimetres from its upper left corner. */
function placeOf(page: number, { left, top, right, bottom }: Box): string {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((points) =>
    Math.max(0, Math.round(points * MM_PER_POINT)),
  );
  return `第 ${page} 页距左 ${x}、距上 ${y} 毫米处（宽 ${width}、高 ${height} 毫米）`;
}

/**
 * The columns of each table: of those that go on over page breaks, and of those that stand under each other with the same
 * sides, the lines of all.
 */
function columnsOfTables(pages: readonly Page[]): Map<PageTable, number[]> {
  const columns = new Map<PageTable, number[]>();
  let run: PageTable[] = [];
  const endRun = (): void => {
    const all = distinctPositions(
      run.flatMap((table) => table.columns),
      SAME_COLUMN,
    );
    for (const table of run) columns.set(table, all);
  };
  for (const table of pages.flatMap((page) => page.tables)) {
    const last = run.at(-1);
    if (last && !haveSameSides(last, table)) {
      endRun();
      run = [];
    }
    run.push(table);
  }
  endRun();
  return columns;
}

function haveSameSides(a: Box, b: Box): boolean {
  return Math.abs(a.left - b.left) <= SAME_SIDE && Math.abs(a.right - b.right) <= SAME_SIDE;
}

function rowsOfTable(table: PageTable, columns: readonly number[], page: number): PlacedRow[] {
  const rows: PlacedRow[] = table.rows.slice(0, -1).map((top, index) => ({
    cells: [],
    page,
    box: { left: table.left, right: table.right, top, bottom: table.rows[index + 1]! },
  }));
  for (const cell of table.cells) {
    const words = table.words.get(cell) ?? [];
    const column = columnAt(columns, cell.left);
    const columnSpan = Math.max(1, columnAt(columns, cell.right) - column);
    rows[cell.row]!.cells.push({
      text: textOfWords(words),
      column,
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
      ...(columnSpan > 1 && { columnSpan }),
    });
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return rows;
}

/** The column that begins nearest to a position. */
function columnAt(columns: readonly number[], position: number): number {
  let best = 0;
  columns.forEach((other, index) => {
    if (Math.abs(other - position) < Math.abs(columns[best]! - position)) best = index;
  });
  return best;
}

/** A line of writing: a cell for each group of words between wide gaps. */
function rowOfLine(line: TextLine, hasTables: boolean, page: number): PlacedRow {
  const cells: Cell[] = groupsOfLine(line).map((words, column) => ({ text: textOfWords(words), column }));
  return { cells, page, box: boxAroundAll(line.words), ...(hasTables && { prose: true as const }) };
}

/** A number of a page, alone on its line. */
const PAGE_NUMBER = /^(?:[-—－·\s]*\d{1,4}[-—－·\s]*|第\s*\d+\s*页.*|Page\s*\d+.*|\d+\s*\/\s*\d+)$/i;

/** Running heads and page numbers: the outermost lines that are numbers of pages, or but for numbers stand on other pages too. */
function furnitureOf(pages: readonly Page[]): Set<TextLine> {
  const outermost = pages.map(({ lines, tables }) => ({
    first: isOutermost(lines[0], tables, "top") ? lines[0]! : null,
    last: isOutermost(lines.at(-1), tables, "bottom") ? lines.at(-1)! : null,
  }));
  const text = (line: TextLine): string => textOfWords(line.words);
  const counts = new Map<string, number>();
  const pattern = (line: TextLine): string => text(line).replace(/\d+/g, "0");
  for (const { first, last } of outermost)
    for (const line of new Set([first, last]))
      if (line) counts.set(pattern(line), (counts.get(pattern(line)) ?? 0) + 1);
  const furniture = new Set<TextLine>();
  for (const { first, last } of outermost)
    for (const line of [first, last]) {
      if (!line) continue;
      // A title stands above each form; it is none.
      const isRunning = (counts.get(pattern(line)) ?? 0) > 1 && !/绩效|年度/.test(text(line));
      if (isRunning || PAGE_NUMBER.test(text(line))) furniture.add(line);
    }
  return furniture;
}

function isOutermost(
  line: TextLine | undefined,
  tables: readonly PageTable[],
  side: "top" | "bottom",
): boolean {
  if (!line) return false;
  return tables.every((table) =>
    side === "top" ? line.bottom <= table.top + 1 : line.top >= table.bottom - 1,
  );
}

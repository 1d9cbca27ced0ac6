/**
 * Text with commas or semicolons between its cells, as spreadsheets export it.
 */
import { type Info, parse } from "csv-parse/sync";
import { type Cell, joinLines, type Row } from "./sheet.ts";

const DELIMITERS = [",", ";", "，", "；"] as const;
/** Fewer cells a row are prose with commas in it. */
const LEAST_COLUMNS = 4;
const LEAST_ROWS = 3;
/** Share of the rows that must have the same number of cells: spreadsheets write all of them. */
const LEAST_EVEN = 0.9;
/** Enough rows to see it by. */
const SEEN_ROWS = 200;

interface CsvRecord {
  record: string[];
  info: Info;
}

/** The rows of a text in which cells stand between commas or semicolons; null where they do not. */
export function rowsOfCsv(text: string): Row[] | null {
  if (text.includes("\t")) return null;
  const delimiter = DELIMITERS.find((candidate) => isTable(recordsOf(text, candidate, SEEN_ROWS)));
  return delimiter === undefined ? null : rowsOf(recordsOf(text, delimiter));
}

/** A cell in quotes from one tab to the next. */
const QUOTED_CELL = /(?:^|\t)"[^"\t\r\n]*"(?=\t|\r|$)/gm;
/** A quoted cell that goes on over the end of its line. */
const OPEN_CELL = /(?:^|\t)"[^"\t\r\n]*[\r\n]/m;
/** Single words in quotes are words; so many cells were quoted by a program. */
const LEAST_QUOTED = 3;

/**
 * The rows of a text with tabs whose cells are quoted, as spreadsheets write cells of several lines, or all; null where tabs
 * and line ends are all there is.
 */
export function rowsOfQuotedTabs(text: string): Row[] | null {
  if (!text.includes("\t") || !text.includes('"')) return null;
  const isQuoted = OPEN_CELL.test(text) || (text.match(QUOTED_CELL)?.length ?? 0) >= LEAST_QUOTED;
  const records = isQuoted ? recordsOf(text, "\t") : null;
  return records && rowsOf(records);
}

/** The records of a text; null where its quotes do not match. */
function recordsOf(text: string, delimiter: string, to?: number): CsvRecord[] | null {
  try {
    const records: unknown = parse(text, {
      delimiter,
      to,
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return records as CsvRecord[];
  } catch {
    return null;
  }
}

function isTable(records: CsvRecord[] | null): boolean {
  const widths = (records ?? []).map(({ record }) => record.length).filter((width) => width > 1);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [common, rows] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return common >= LEAST_COLUMNS && rows >= LEAST_ROWS && rows >= (records?.length ?? 0) * LEAST_EVEN;
}

/** Each record with the line it begins on: cells of several lines make it longer than one. */
function rowsOf(records: CsvRecord[] | null): Row[] {
  return (records ?? []).map(({ record, info }) => ({
    line: info.lines - record.reduce((ends, cell) => ends + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0),
    cells: cellsOf(record),
    kept: true as const,
  }));
}

function cellsOf(record: readonly string[]): Cell[] {
  return record.flatMap((raw, column) => {
    const text = joinLines(raw.split(/[\r\n]+/));
    return text === "" ? [] : [{ text, column }];
  });
}

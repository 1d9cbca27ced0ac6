/**
 * The CSV files that an office keeps beside its warehouse (decisions.csv, thresholds.csv …): found, decoded and taken
 * apart here, in whatever encoding a spreadsheet program saved them; what their lines mean is for their readers.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type CsvError, parse } from "csv-parse/sync";
import { describeFileError } from "../loaders/file-errors.ts";
import { decodeText } from "../loaders/readers/text.ts";
import { PipelineError } from "./errors.ts";

/** One kind of file beside the warehouse. */
export interface CsvKind<Column extends string> {
  file: string;
  /** What people call a line of it: 决定, 界限. */
  noun: string;
  required: readonly Column[];
  /** Columns that a file may go without. */
  optional: readonly Column[];
}

/** A line as it is written, white space around its cells taken off; what is not there is "". */
export type CsvLine<Column extends string> = Record<Column, string> & {
  /** 1-based line of the file. */
  line: number;
};

/**
 * The lines of a file beside a connection's warehouse; a warehouse in memory has none, and a workspace may have none.
 *
 * @throws PipelineError when the file cannot be read whole: marts without it would be wrong in silence
 */
export async function linesBeside<Column extends string>(
  connection: DuckDBConnection,
  kind: CsvKind<Column>,
): Promise<CsvLine<Column>[]> {
  const reader = await connection.runAndReadAll(
    "select path from duckdb_databases() where database_name = current_database()",
  );
  const [row] = reader.getRows();
  return row?.[0] ? readLines(join(dirname(String(row[0])), kind.file), kind) : [];
}

async function readLines<Column extends string>(
  location: string,
  kind: CsvKind<Column>,
): Promise<CsvLine<Column>[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(location);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    const { reason, advice } = describeFileError(error, location);
    throw unusable(kind, reason, advice, error);
  }
  // Spreadsheet programs on Chinese Windows save CSV in GB18030 unless told otherwise.
  const decoded = decodeText(bytes);
  if (!decoded)
    throw unusable(kind, `${kind.noun}文件不是文本：${location}`, "请在表格软件中另存为 CSV（UTF-8）。");
  return parseLines(decoded.text, kind, location);
}

/**
 * The lines in the text of a file, its columns in any order; `location` is for messages.
 *
 * @throws PipelineError when a column is missing, a line has more cells than the head, or a quotation mark is open
 */
export function parseLines<Column extends string>(
  text: string,
  kind: CsvKind<Column>,
  location: string = kind.file,
): CsvLine<Column>[] {
  const columns = [...kind.required, ...kind.optional];
  const [header, ...body] = csvRows(text, kind, location);
  if (!header) return [];
  const names = header.cells.map((name) => name.trim());
  const missing = kind.required.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw unusable(
      kind,
      `${kind.noun}文件缺少列 ${missing.join("、")}：${location}`,
      `首行应为 ${columns.join(",")}。`,
    );
  }
  return body.map(({ cells, line }) => {
    if (cells.length > names.length) {
      throw unusable(
        kind,
        `${kind.noun}文件第 ${line} 行有 ${cells.length} 个单元格，表头只有 ${names.length} 列：${location}`,
        "含逗号的内容请加英文双引号。",
      );
    }
    const written = columns.map((column) => [column, (cells[names.indexOf(column)] ?? "").trim()]);
    return { ...(Object.fromEntries(written) as Record<Column, string>), line };
  });
}

function csvRows(text: string, kind: CsvKind<string>, location: string): { cells: string[]; line: number }[] {
  try {
    // csv-parse counts CRLF inside quotes as two lines.
    const parsed = parse(text.replace(/\r\n?/g, "\n"), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // A quoted value may hold line breaks: csv-parse counts to the end of the row.
    return parsed.map(({ record, info }) => ({
      cells: record,
      line: info.lines - (record.join("").match(/\n/g)?.length ?? 0),
    }));
  } catch (error) {
    const { lines } = error as CsvError;
    throw unusable(
      kind,
      `${kind.noun}文件第 ${lines} 行的英文双引号没有配对或位置不对：${location}`,
      "含引号的内容请整格加引号，格内的引号写两次。",
      error,
    );
  }
}

/** What stops a run because of such a file. */
export function unusable(
  { noun }: CsvKind<string>,
  message: string,
  advice: string,
  cause?: unknown,
): PipelineError {
  return new PipelineError(message, `${advice}${noun}不能略过，原有数据仓库没有改动。`, { cause });
}

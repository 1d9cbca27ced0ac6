/**
 * An office's decisions on findings from decisions.csv, which lies beside the warehouse: which finding, what was decided,
 * why, until when, by which office and on which figures. Here the file is read; whether a decision can be used and
 * still holds is for the models to say.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type CsvError, parse } from "csv-parse/sync";
import { describeFileError } from "../loaders/file-errors.ts";
import { decodeText } from "../loaders/readers/text.ts";
import { PipelineError } from "./errors.ts";

const FILE = "decisions.csv";
const COLUMNS = ["finding_id", "decision", "reason", "until", "office"] as const;
/** The figures on which a decision was made, as `jixiao check` shows them; a file may go without. */
const FIGURES = "figures";

/** A line of the file as it is written; what is not there is "". */
export type DecisionLine = Record<(typeof COLUMNS)[number] | typeof FIGURES, string> & {
  /** 1-based line of decisions.csv. */
  line: number;
};

/**
 * The decisions beside a connection's warehouse; a warehouse in memory has none, and a workspace may have none.
 *
 * @throws PipelineError when the file cannot be read whole: marts without their decisions would be wrong in silence
 */
export async function decisionsBeside(connection: DuckDBConnection): Promise<DecisionLine[]> {
  const reader = await connection.runAndReadAll(
    "select path from duckdb_databases() where database_name = current_database()",
  );
  const [row] = reader.getRows();
  return row?.[0] ? readDecisions(join(dirname(String(row[0])), FILE)) : [];
}

async function readDecisions(location: string): Promise<DecisionLine[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(location);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    const { reason, advice } = describeFileError(error, location);
    throw unusable(reason, advice, error);
  }
  // Spreadsheet programs on Chinese Windows save CSV in GB18030 unless told otherwise.
  const decoded = decodeText(bytes);
  if (!decoded) throw unusable(`决定文件不是文本：${location}`, "请在表格软件中另存为 CSV（UTF-8）。");
  return parseDecisions(decoded.text, location);
}

/** The lines in the text of decisions.csv; `location` is for messages. */
export function parseDecisions(text: string, location = FILE): DecisionLine[] {
  const [header, ...body] = csvRows(text, location);
  if (!header) return [];
  const names = header.cells.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw unusable(
      `决定文件缺少列 ${missing.join("、")}：${location}`,
      `首行应为 ${[...COLUMNS, FIGURES].join(",")}。`,
    );
  }
  return body.map(({ cells, line }) => {
    if (cells.length > names.length) {
      throw unusable(
        `决定文件第 ${line} 行有 ${cells.length} 个单元格，表头只有 ${names.length} 列：${location}`,
        "含逗号的内容请加英文双引号。",
      );
    }
    const cell = (column: string) => (cells[names.indexOf(column)] ?? "").trim();
    return {
      line,
      finding_id: cell("finding_id"),
      decision: cell("decision"),
      reason: cell("reason"),
      until: cell("until"),
      office: cell("office"),
      figures: cell(FIGURES),
    };
  });
}

function csvRows(text: string, location: string): { cells: string[]; line: number }[] {
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
      `决定文件第 ${lines} 行的英文双引号没有配对或位置不对：${location}`,
      "含引号的内容请整格加引号，格内的引号写两次。",
      error,
    );
  }
}

function unusable(message: string, advice: string, cause?: unknown): PipelineError {
  return new PipelineError(message, `${advice}决定不能略过，原有数据仓库没有改动。`, { cause });
}

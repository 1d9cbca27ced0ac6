/**
 * A reviewer's decisions from corrections.csv: which value of which form is to stand, why, and who says so. Here the
 * file is read and its lines are checked for what any decision needs; whether one fits the form that it names is for
 * the models to say, which apply them on top of what was read.
 */
import { type CsvError, parse } from "csv-parse/sync";
import { describeFileError } from "./file-errors.ts";
import { Problem } from "./problem.ts";
import { decodeText } from "./readers/text.ts";

export interface Correction {
  formId: string;
  /** `form`, `funding` or `indicator`, if the reviewer wrote it right. */
  record: string;
  /** The indicator's seq, the funding source's name, or "" for the form. */
  seq: string;
  field: string;
  /** What is to stand; null for "nothing". */
  value: string | null;
  reason: string;
  reviewer: string;
  /** 1-based line of corrections.csv. */
  line: number;
}

/** A line that was left out: what is wrong with it and what to do. */
export interface CorrectionProblem {
  line: number;
  message: string;
}

export interface Corrections {
  corrections: Correction[];
  problems: CorrectionProblem[];
}

const COLUMNS = ["form_id", "record", "seq", "field", "value", "reason", "reviewer"] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Record<Column, string>;

/** Columns without which a line says nothing, and what goes into them. */
const REQUIRED: Partial<Record<Column, string>> = {
  form_id: "表单编号，例如 0123456789ab-01",
  record: "form、funding 或 indicator",
  field: "栏目名，例如 executed",
  reason: "更正的理由",
  reviewer: "复核人",
};

/** Added to whatever makes the whole file unusable: marts without their corrections would be wrong in silence. */
const NOTHING_CHANGED = "更正不能略过，原有数据仓库没有改动。";

/**
 * Reads corrections.csv; a workspace may have none. A line that can't be used is reported and left out, the others
 * stand.
 *
 * @throws Problem `failed` when the file can't be opened, is no text, or lacks a column
 */
export async function readCorrections(
  location: string,
  readFile: (location: string) => Promise<Uint8Array>,
): Promise<Corrections> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(location);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { corrections: [], problems: [] };
    const { reason, advice } = describeFileError(error, location);
    throw new Problem("failed", reason, `${advice}${NOTHING_CHANGED}`, error);
  }
  // Spreadsheet programs on Chinese Windows save CSV in GB18030 unless told otherwise.
  const decoded = decodeText(bytes);
  if (!decoded) {
    const advice = `请在表格软件中另存为 CSV（UTF-8）。${NOTHING_CHANGED}`;
    throw new Problem("failed", `更正文件不是文本：${location}`, advice);
  }
  return parseCorrections(decoded.text, location);
}

/** The decisions in the text of corrections.csv; `location` is for messages. */
export function parseCorrections(text: string, location = "corrections.csv"): Corrections {
  const { rows, problems } = parseRows(text);
  const [header, ...body] = rows;
  if (!header) return { corrections: [], problems };

  const names = header.cells.map((name) => name.trim());
  requireColumns(names, location);
  problems.push(...unknownColumns(names));

  const corrections: Correction[] = [];
  const firstLines = new Map<string, number>();
  for (const { cells: row, line } of body) {
    const cells = Object.fromEntries(
      COLUMNS.map((column) => [column, (row[names.indexOf(column)] ?? "").trim()]),
    ) as Cells;
    const key = JSON.stringify([cells.form_id, cells.record, cells.seq, cells.field]);
    const message =
      row.length > names.length ? tooManyCells(row, names) : whatIsWrong(cells, firstLines.get(key));
    if (message !== null) {
      problems.push({ line, message });
      continue;
    }
    firstLines.set(key, line);
    corrections.push(toCorrection(cells, line));
  }
  return { corrections, problems: problems.sort((a, b) => a.line - b.line) };
}

interface CsvRow {
  cells: string[];
  /** 1-based line on which the row begins. */
  line: number;
}

function parseRows(text: string): { rows: CsvRow[]; problems: CorrectionProblem[] } {
  const errors: CsvError[] = [];
  // csv-parse counts CRLF inside quotes as two lines.
  const parsed = parse(text.replace(/\r\n?/g, "\n"), {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => void (error && errors.push(error)),
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const rows = parsed.map(({ record, info }) => ({
    cells: record,
    // A quoted value may hold line breaks: csv-parse counts to the end of the row.
    line: info.lines - (record.join("").match(/\n/g)?.length ?? 0),
  }));
  const lastGoodLine = parsed.at(-1)?.info.lines ?? 0;
  return { rows, problems: errors.map((error) => csvProblem(error, lastGoodLine)) };
}

function csvProblem(error: CsvError, lastGoodLine: number): CorrectionProblem {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    const message = "从这一行起，英文双引号没有配对，直到文件末尾都读不出；请补上或删去多余的引号";
    return { line: lastGoodLine + 1, message };
  }
  const message = "英文双引号的位置不对；含引号的内容请整格加引号，格内的引号写两次";
  return { line: Number(error.lines), message };
}

function requireColumns(names: string[], location: string): void {
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length === 0) return;
  const advice = `首行应为 ${COLUMNS.join(",")}。${NOTHING_CHANGED}`;
  throw new Problem("failed", `更正文件缺少列 ${missing.join("、")}：${location}`, advice);
}

function unknownColumns(names: string[]): CorrectionProblem[] {
  const known: readonly string[] = COLUMNS;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return [];
  const list = unknown.map((name) => (name === "" ? "（空）" : name)).join("、");
  return [{ line: 1, message: `不认识的列 ${list}，已忽略；可用的列是 ${COLUMNS.join(",")}` }];
}

function tooManyCells(row: string[], names: string[]): string {
  return `有 ${row.length} 个单元格，表头只有 ${names.length} 列；含逗号的内容请加英文双引号`;
}

/** What is wrong with a line, in Chinese; null when nothing is. */
function whatIsWrong(cells: Cells, firstLine: number | undefined): string | null {
  for (const [column, meaning] of Object.entries(REQUIRED)) {
    if (cells[column as Column] === "") return `缺少 ${column}（${meaning}）`;
  }
  if (firstLine !== undefined) return `与第 ${firstLine} 行更正的是同一个值；请只留一行`;
  return null;
}

function toCorrection(cells: Cells, line: number): Correction {
  return {
    formId: cells.form_id,
    record: cells.record,
    seq: cells.seq,
    field: cells.field,
    value: cells.value === "" ? null : cells.value,
    reason: cells.reason,
    reviewer: cells.reviewer,
    line,
  };
}

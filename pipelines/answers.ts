/**
 * What units answered to findings, in answers.csv beside the warehouse: kept there by `jixiao worklist --read`, applied
 * at each run like decisions. Here the file is read and written; whether an answer still holds is for the models to say.
 */
import { rename, writeFile } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type CsvKind, type CsvLine, linesBeside } from "./workspace-csv.ts";

type Column = "finding_id" | "answer" | "text" | "answered_by" | "figures";

const COLUMNS: readonly Column[] = ["finding_id", "answer", "text", "answered_by", "figures"];

const ANSWERS: CsvKind<Column> = {
  file: "answers.csv",
  noun: "答复",
  required: ["finding_id", "answer", "text", "answered_by"],
  // The figures that the finding had when it was answered.
  optional: ["figures"],
};

/** `explained`: the unit says why; `corrected`: the unit says that it has put the form right. */
export type AnswerKind = "explained" | "corrected";

export type Answer = Record<Column, string>;
export type AnswerLine = CsvLine<Column>;

/**
 * The answers beside a connection's warehouse; there may be none.
 *
 * @throws PipelineError when the file cannot be read whole
 */
export async function answersBeside(connection: DuckDBConnection): Promise<AnswerLine[]> {
  const lines = await linesBeside(connection, ANSWERS);
  return lines.map((line) => {
    const plain = { ...line };
    for (const column of COLUMNS) plain[column] = withoutGuard(line[column]);
    return plain;
  });
}

/** Writes answers.csv as a whole, beside the old one and over it. */
export async function writeAnswers(location: string, answers: readonly Answer[]): Promise<void> {
  const rows = [COLUMNS, ...answers.map((answer) => COLUMNS.map((column) => guarded(answer[column])))];
  const text = rows.map((row) => row.map(quoted).join(",")).join("\n");
  // With a byte order mark, spreadsheet programs on Chinese Windows read it as what it is.
  await writeFile(`${location}.new`, `\ufeff${text}\n`);
  await rename(`${location}.new`, location);
}

/** Cells that begin so are taken for formulas by spreadsheet programs that open a CSV. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARD = "'";

/** A cell that no spreadsheet program computes: with an apostrophe before what would be a formula. */
function guarded(text: string): string {
  return FORMULA.test(text) ? GUARD + text : text;
}

function withoutGuard(text: string): string {
  return text.startsWith(GUARD) && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

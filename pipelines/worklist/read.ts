/**
 * Answers that units filled into their worklists, taken back into the workspace.
 */
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { describeFileError } from "../../loaders/file-errors.ts";
import { type Answer, answersBeside, writeAnswers } from "../answers.ts";
import { WrongRequest } from "../errors.ts";
import { martRows } from "../explore/mart-rows.ts";
import { type GivenAnswer, givenAnswers } from "./given-answers.ts";

/** A row that could not be used, and why. */
export interface AnswerProblem {
  file: string;
  /** Null where the file has only one sheet. */
  sheet: string | null;
  /** 1-based row of the sheet. */
  row: number;
  problem: string;
}

/** A file of a folder that could not be read, and what to do. */
export interface UnreadFile {
  file: string;
  problem: string;
  advice: string;
}

export interface ReadAnswers {
  /** Those that were read. */
  files: string[];
  /** Answers that are new or other than before. */
  taken: number;
  /** Answers that were there already. */
  unchanged: number;
  unread: UnreadFile[];
  /** What else is in the folder, files and folders: an answer may be in them. */
  passedOver: string[];
  problems: AnswerProblem[];
}

const WORKBOOK = /\.(?:xls[xmb]?|ods|et|csv)$/i;
/** What a spreadsheet program leaves beside a file that is open. */
const LOCK = /^[~.]/;
/** What Windows leaves in a folder. */
const SYSTEM = /^(?:thumbs\.db|desktop\.ini)$/i;

/**
 * Reads the answers in a workbook, or in all workbooks of a folder, and keeps them in answers.csv: what is answered to a
 * finding takes the place of what was answered before, and all others stay. Where what is read now answers one finding
 * in two ways, neither is taken; nor is an answer to figures that the finding no longer has. Of a folder, a file that
 * cannot be read is told, and the others are read.
 *
 * @param location of answers.csv
 * @throws WrongRequest when the file that is named cannot be read or is no worklist, or a folder holds none; answers.csv
 * is then as it was
 */
export async function readAnswers(
  connection: DuckDBConnection,
  from: string,
  location: string,
): Promise<ReadAnswers> {
  const { files, isFolder, passedOver } = await workbooksAt(from);
  const result: ReadAnswers = {
    ...{ files: [], taken: 0, unchanged: 0, unread: [], problems: [] },
    passedOver,
  };
  const given: Given[] = [];
  for (const path of files) {
    const file = basename(path);
    try {
      for (const one of await givenAnswers(path)) given.push({ ...one, file });
      result.files.push(file);
    } catch (error) {
      if (!(error instanceof WrongRequest)) throw error;
      if (!isFolder)
        throw new WrongRequest(error.message, `${error.advice}原有的答复没有改动。`, { cause: error });
      result.unread.push({ file, problem: error.message, advice: error.advice });
    }
  }
  await keep(connection, given, location, result);
  return result;
}

type Given = GivenAnswer & { file: string };

/** Keeps what can be kept, and counts it. */
async function keep(
  connection: DuckDBConnection,
  given: readonly Given[],
  location: string,
  result: ReadAnswers,
): Promise<void> {
  const kept = new Map<string, Answer>();
  for (const { line: _line, ...answer } of await answersBeside(connection))
    kept.set(answer.finding_id, answer);
  const isKept = (answer: Answer) => JSON.stringify(kept.get(answer.finding_id)) === JSON.stringify(answer);
  const judged = judgedAgainst(await figuresOfFindings(connection), given);
  const answered = new Set<string>();
  for (const { file, sheet, row, answer, problem, isOfToday } of judged) {
    // Files of before may lie in the folder still: what they say is known.
    const isKnown = answer !== null && !isOfToday && isKept(answer);
    if (answer === null || (problem !== null && !isKnown)) {
      result.problems.push({ file, sheet, row, problem: problem ?? "" });
      continue;
    }
    // The same answer twice is one.
    if (answered.has(answer.finding_id)) continue;
    answered.add(answer.finding_id);
    if (isKept(answer)) result.unchanged++;
    else {
      kept.set(answer.finding_id, answer);
      result.taken++;
    }
  }
  if (result.taken > 0) await writeAnswers(location, [...kept.values()]);
}

type Judged = Omit<Given, "answer"> & {
  /** Null where the row could not be read as one. */
  answer: Answer | null;
  /** Why it cannot be taken; null where it can. */
  problem: string | null;
  /** Whether it answers a finding as the warehouse has it now. */
  isOfToday: boolean;
};

function judgedAgainst(figures: ReadonlyMap<string, string>, given: readonly Given[]): Judged[] {
  const all = given.map((one): Judged => {
    if (typeof one.answer === "string")
      return { ...one, answer: null, problem: one.answer, isOfToday: false };
    const problem = outOfDate(one.answer, figures);
    return { ...one, answer: one.answer, problem, isOfToday: problem === null };
  });
  const rows = new Map<string, Judged[]>();
  for (const one of all) {
    if (one.answer === null || !one.isOfToday) continue;
    const { finding_id } = one.answer;
    rows.set(finding_id, [...(rows.get(finding_id) ?? []), one]);
  }
  return all.map((one) =>
    one.answer !== null && one.isOfToday
      ? { ...one, problem: otherAnswer(one, rows.get(one.answer.finding_id) ?? []) }
      : one,
  );
}

/** Where else the same finding is answered, and otherwise; null where it is not. */
function otherAnswer({ file, answer }: Judged, rows: readonly Judged[]): string | null {
  const other = rows.find(
    (one) => one.answer?.answer !== answer?.answer || one.answer?.text !== answer?.text,
  );
  if (!other) return null;
  return `与${other.file === file ? "" : `${other.file} `}${rowName(other)}答的是同一个问题而答复不同，两条都没有采用，请留下一条`;
}

/** A row as messages name it: `“全部问题”第 4 行`. */
export function rowName({ sheet, row }: { sheet: string | null; row: number }): string {
  return `${sheet === null ? "" : `“${sheet}”`}第 ${row} 行`;
}

async function workbooksAt(
  from: string,
): Promise<{ files: string[]; isFolder: boolean; passedOver: string[] }> {
  try {
    if (!(await stat(from)).isDirectory()) return { files: [from], isFolder: false, passedOver: [] };
    const names = (await readdir(from)).filter((name) => !LOCK.test(name)).sort();
    const files = names.filter((name) => WORKBOOK.test(name)).map((name) => join(from, name));
    const passedOver = names.filter((name) => !WORKBOOK.test(name) && !SYSTEM.test(name));
    if (files.length > 0) return { files, isFolder: true, passedOver };
  } catch (error) {
    const { reason, advice } = describeFileError(error, from);
    throw new WrongRequest(reason, advice, { cause: error });
  }
  throw new WrongRequest(`文件夹里没有清单：${from}`, "请放入单位填好的整改清单（.xlsx）。");
}

/** The figures of every finding of the warehouse, by its id. */
async function figuresOfFindings(connection: DuckDBConnection): Promise<Map<string, string>> {
  const rows = await martRows<{ finding_id: string; figures: string }>(
    connection,
    "select finding_id, figures from mart.findings",
  );
  return new Map(rows.map(({ finding_id, figures }) => [finding_id, figures]));
}

/** Why an answer is not one to the findings of today; null where it is. */
function outOfDate({ finding_id, figures }: Answer, known: ReadonlyMap<string, string>): string | null {
  const now = known.get(finding_id);
  if (now === undefined) return `数据仓库里没有编号为“${finding_id}”的问题，可能已经改正，或编号被改动`;
  return figures === "" || figures === now
    ? null
    : "写出清单以后，这个问题的数字变了（或清单里的编号被改动），没有采用，请重新写出清单再答复";
}

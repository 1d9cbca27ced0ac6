/**
 * Answers that units filled into their worklists, taken back into the workspace.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { read, utils, type WorkBook } from "@e965/xlsx";
import { describeFileError } from "../../loaders/file-errors.ts";
import { type Answer, type AnswerKind, answersBeside, writeAnswers } from "../answers.ts";
import { WrongRequest } from "../errors.ts";
import { martRows } from "../explore/mart-rows.ts";
import { ANSWERS, HEADINGS } from "./columns.ts";

/** A row that could not be used, and why. */
export interface AnswerProblem {
  file: string;
  /** 1-based row of the sheet. */
  row: number;
  problem: string;
}

export interface ReadAnswers {
  files: string[];
  /** Answers that are new or other than before. */
  taken: number;
  /** Answers that were there already. */
  unchanged: number;
  /** What else is in the folder, files and folders: an answer may be in them. */
  passedOver: string[];
  problems: AnswerProblem[];
}

const WORKBOOK = /\.(?:xlsx|xls|ods|et)$/i;
/** What a spreadsheet program leaves beside a file that is open. */
const LOCK = /^[~.]/;
/** What Windows leaves in a folder. */
const SYSTEM = /^(?:thumbs\.db|desktop\.ini)$/i;

/**
 * Reads the answers in a workbook, or in all workbooks of a folder, and keeps them in answers.csv: what is answered to a
 * finding takes the place of what was answered before, and all others stay. Where what is read now answers one finding
 * in two ways, neither is taken.
 *
 * @param location of answers.csv
 * @throws WrongRequest when a file cannot be read or is no worklist; answers.csv is then as it was
 */
export async function readAnswers(
  connection: DuckDBConnection,
  from: string,
  location: string,
): Promise<ReadAnswers> {
  const { files, passedOver } = await workbooksAt(from);
  const known = await findingIds(connection);
  const kept = new Map<string, Answer>();
  for (const { line: _line, ...answer } of await answersBeside(connection))
    kept.set(answer.finding_id, answer);
  const result: ReadAnswers = {
    files: files.map((file) => basename(file)),
    taken: 0,
    unchanged: 0,
    passedOver,
    problems: [],
  };
  const given: GivenAnswer[] = [];
  for (const file of files)
    for (const one of answersIn(await workbookOf(file), file)) given.push({ ...one, file: basename(file) });
  const answered = new Set<string>();
  for (const { file, row, answer } of given) {
    const problem =
      typeof answer === "string"
        ? answer
        : (unknownFinding(answer, known) ?? otherAnswer(given, { file, answer }));
    if (typeof answer === "string" || problem) {
      result.problems.push({ file, row, problem: problem ?? "" });
      continue;
    }
    // The same answer twice is one.
    if (answered.has(answer.finding_id)) continue;
    answered.add(answer.finding_id);
    if (JSON.stringify(kept.get(answer.finding_id)) === JSON.stringify(answer)) result.unchanged++;
    else {
      kept.set(answer.finding_id, answer);
      result.taken++;
    }
  }
  if (result.taken > 0) await writeAnswers(location, [...kept.values()]);
  return result;
}

interface GivenAnswer {
  file: string;
  row: number;
  /** A text is what is wrong with the row. */
  answer: Answer | string;
}

/** Where else the same finding is answered, and otherwise; null where it is not. */
function otherAnswer(
  given: readonly GivenAnswer[],
  { file, answer }: { file: string; answer: Answer },
): string | null {
  const other = given.find(
    (one) =>
      typeof one.answer !== "string" &&
      one.answer.finding_id === answer.finding_id &&
      (one.answer.answer !== answer.answer || one.answer.text !== answer.text),
  );
  if (!other) return null;
  const where = other.file === file ? `第 ${other.row} 行` : `${other.file} 第 ${other.row} 行`;
  return `与${where}答的是同一个问题而答复不同，两条都没有采用，请留下一条`;
}

async function workbooksAt(from: string): Promise<{ files: string[]; passedOver: string[] }> {
  try {
    if (!(await stat(from)).isDirectory()) return { files: [from], passedOver: [] };
    const names = (await readdir(from)).filter((name) => !LOCK.test(name)).sort();
    const files = names.filter((name) => WORKBOOK.test(name)).map((name) => join(from, name));
    if (files.length > 0)
      return { files, passedOver: names.filter((name) => !WORKBOOK.test(name) && !SYSTEM.test(name)) };
  } catch (error) {
    const { reason, advice } = describeFileError(error, from);
    throw new WrongRequest(reason, advice, { cause: error });
  }
  throw new WrongRequest(`文件夹里没有清单：${from}`, "请放入单位填好的整改清单（.xlsx）。");
}

async function workbookOf(file: string): Promise<WorkBook> {
  try {
    // Formulas are not read: only what cells show.
    return read(await readFile(file), { cellFormula: false, cellHTML: false });
  } catch (error) {
    const { reason, advice } =
      (error as NodeJS.ErrnoException).code === undefined
        ? {
            reason: `读不了这份清单：${file}`,
            advice: "请确认它是表格文件，没有加密，没有损坏；可在表格软件里另存为 .xlsx。",
          }
        : describeFileError(error, file);
    throw new WrongRequest(reason, `${advice}原有的答复没有改动。`, { cause: error });
  }
}

/** The finding ids of the warehouse. */
async function findingIds(connection: DuckDBConnection): Promise<Set<string>> {
  const rows = await martRows<{ finding_id: string }>(connection, "select finding_id from mart.findings");
  return new Set(rows.map(({ finding_id }) => finding_id));
}

function unknownFinding({ finding_id }: Answer, known: ReadonlySet<string>): string | null {
  return known.has(finding_id)
    ? null
    : `数据仓库里没有编号为“${finding_id}”的问题，可能已经改正，或编号被改动`;
}

/** The answers in the sheets that have the headings of a worklist; a text is what is wrong with a row. */
function answersIn(workbook: WorkBook, file: string): Omit<GivenAnswer, "file">[] {
  const found: Omit<GivenAnswer, "file">[] = [];
  let isWorklist = false;
  for (const name of workbook.SheetNames) {
    const rows = utils.sheet_to_json<string[]>(workbook.Sheets[name]!, { header: 1, raw: false, defval: "" });
    const header = rows.findIndex((row) =>
      [HEADINGS.finding, HEADINGS.answer].every((one) => headingAt(row, one) >= 0),
    );
    if (header < 0) continue;
    isWorklist = true;
    const columns = columnsOf(rows[header]!);
    for (const [index, cells] of rows.entries()) {
      if (index <= header) continue;
      const answer = answerOf(columns, cells);
      if (answer) found.push({ row: index + 1, answer });
    }
  }
  if (isWorklist) return found;
  throw new WrongRequest(
    `这不是整改清单：${file}`,
    `清单里要有“${HEADINGS.finding}”和“${HEADINGS.answer}”两列，请用 jixiao worklist 写出的文件。原有的答复没有改动。`,
  );
}

type Columns = Readonly<Record<keyof typeof HEADINGS, number>>;

function columnsOf(header: readonly string[]): Columns {
  const at = Object.entries(HEADINGS).map(([key, heading]) => [key, headingAt(header, heading)]);
  return Object.fromEntries(at) as Columns;
}

function headingAt(row: readonly string[], heading: string): number {
  return row.findIndex((cell) => String(cell).replace(/\s+/g, "") === heading);
}

/** The answer of a row; null where there is none, a text where it cannot be used. */
function answerOf(columns: Columns, cells: readonly string[]): Answer | string | null {
  const cell = (at: number) =>
    String(cells[at] ?? "")
      .replace(/\s+/g, " ")
      .trim();
  const [said, text, findingId] = [cell(columns.answer), cell(columns.text), cell(columns.finding)];
  if (said === "" && text === "") return null;
  if (findingId === "") return `有答复而没有${HEADINGS.finding}`;
  const answer = said === "" ? "explained" : kindOf(said);
  if (!answer) return `答复“${said}”看不懂，请填${Object.values(ANSWERS).join("或")}`;
  if (answer === "explained" && text === "") return `答复${ANSWERS.explained}而没有写${HEADINGS.text}`;
  return {
    ...{ finding_id: findingId, answer, text },
    ...{ answered_by: cell(columns.answeredBy), figures: cell(columns.figures) },
  };
}

function kindOf(said: string): AnswerKind | null {
  const kind = Object.entries(ANSWERS).find(([, word]) => word === said)?.[0];
  return (kind as AnswerKind | undefined) ?? null;
}

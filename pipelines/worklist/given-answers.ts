/**
 * What a file that a unit sent back answers: rows under the headings of a worklist that have an answer in them.
 */
import type { Answer, AnswerKind } from "../answers.ts";
import { WrongRequest } from "../errors.ts";
import { type AnswerCell, type AnswerRow, answerSheets } from "./answer-cells.ts";
import { ANSWERS, HEADINGS } from "./columns.ts";

/** A row with an answer, and where it stands. */
export interface GivenAnswer {
  /** Null where the file has only one sheet. */
  sheet: string | null;
  /** 1-based row of the sheet. */
  row: number;
  /** A text is what is wrong with the row. */
  answer: Answer | string;
}

/**
 * The answers in a file.
 *
 * @throws WrongRequest when it cannot be read, or is no worklist
 */
export async function givenAnswers(file: string): Promise<GivenAnswer[]> {
  const given: GivenAnswer[] = [];
  let isWorklist = false;
  for (const { name, rows } of await answerSheets(file)) {
    const header = rows.findIndex((row) =>
      [HEADINGS.finding, HEADINGS.answer].every((heading) => columnOf(row, heading) !== null),
    );
    if (header < 0) continue;
    isWorklist = true;
    const columns = columnsOf(rows[header]!);
    for (const row of rows.slice(header + 1)) {
      const answer = answerOf(columns, row);
      if (answer) given.push({ sheet: name, row: row.row, answer });
    }
  }
  if (isWorklist) return given;
  throw new WrongRequest(
    `这不是整改清单：${file}`,
    `清单里要有“${HEADINGS.finding}”和“${HEADINGS.answer}”两列，请用 jixiao worklist 写出的文件。`,
  );
}

type Column = keyof typeof HEADINGS;
type Columns = Readonly<Record<Column, number | null>>;

function columnsOf(header: AnswerRow): Columns {
  const at = Object.entries(HEADINGS).map(([key, heading]) => [key, columnOf(header, heading)]);
  return Object.fromEntries(at) as Columns;
}

function columnOf({ cells }: AnswerRow, heading: string): number | null {
  for (const [column, { text }] of cells) if (text.replace(/\s+/g, "") === heading) return column;
  return null;
}

/** What a unit fills in; the rest is the program's. */
const FILLED: readonly Column[] = ["answer", "text", "answeredBy"];

/** The answer of a row; null where there is none, a text where it cannot be used. */
function answerOf(columns: Columns, { cells }: AnswerRow): Answer | string | null {
  const cell = (column: Column): AnswerCell | null => {
    const at = columns[column];
    const found = at === null ? undefined : cells.get(at);
    // One answer merged over several rows is given to each; a number of a finding is of its own row.
    return found && (!found.isMerged || FILLED.includes(column)) ? found : null;
  };
  const text = (column: Column) => cell(column)?.text ?? "";
  const written = [cell("answer"), cell("text")].filter((one) => one !== null);
  if (written.length === 0) return null;
  if (text("finding") === "")
    return written.every(({ isMerged }) => isMerged) ? null : `有答复而没有${HEADINGS.finding}`;
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const unusable = cell(column)?.unusable;
    if (unusable) return `${HEADINGS[column]}${unusable}`;
  }
  const said = text("answer");
  const answer = said === "" ? "explained" : kindOf(said);
  if (!answer) return `答复“${said}”看不懂，请填${Object.values(ANSWERS).join("或")}`;
  if (answer === "explained" && text("text") === "")
    return `答复${ANSWERS.explained}而没有写${HEADINGS.text}`;
  return {
    ...{ finding_id: text("finding"), answer, text: text("text") },
    ...{ answered_by: text("answeredBy"), figures: text("figures") },
  };
}

function kindOf(said: string): AnswerKind | null {
  const kind = Object.entries(ANSWERS).find(([, word]) => word === said.replace(/\s+/g, ""))?.[0];
  return (kind as AnswerKind | undefined) ?? null;
}

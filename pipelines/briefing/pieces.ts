/**
 * What sentences are made of. Words are the program's own and hold no digit; every number, name and place is a piece
 * that remembers the cells it was made from, and can be made again from their values of today.
 */
import { formatDecimal } from "../../loaders/form/decimal.ts";
import type { Cell, Origin } from "./ledger.ts";
import { absolute, amountText, decimalOf, fixed } from "./number-words.ts";

/** The ways to write values: one function a kind, from the values of its cells to its text. */
const WRITTEN = {
  /** An amount in 万元, or 亿元 from 100,000 万元. */
  amount: ([value]) => amountText(decimalOf(value!)),
  /** The same without its sign, for 增加 and 减少. */
  size: ([value]) => amountText(absolute(decimalOf(value!))),
  /** An amount in a column headed 万元. */
  wan: ([value]) => (value === null ? "—" : fixed(decimalOf(value!))),
  percent: ([value]) => `${fixed(decimalOf(value!))}%`,
  /** The same without its sign, for 增长 and 下降. */
  growth: ([value]) => `${fixed(absolute(decimalOf(value!)))}%`,
  /** A rate in a column headed %. */
  rate: ([value]) => (value === null ? "—" : fixed(decimalOf(value!))),
  /** The difference of two percentages. */
  points: ([value]) => `${fixed(absolute(decimalOf(value!)))}个百分点`,
  score: ([value]) => `${fixed(decimalOf(value!))}分`,
  /** A number of things; the words behind it name what is counted. */
  count: ([value]) => fixed(decimalOf(value!), 0),
  year: ([value]) => `${value}年`,
  /** Text of a form, as it was read. */
  name: ([value]) => plainText(value ?? "") || "（名称缺失）",
  /** The same between quotation marks: those inside become single ones, and no full stop is left before the closing one. */
  quote: ([value]) =>
    plainText(value!)
      .replace(/[“"]([^”"]*)[”"]/g, "‘$1’")
      .replace(/[。；;，,.]+$/, ""),
  /** The day of a time in UTC, as it is in China. */
  day: ([value]) => dayInChina(value!),
  /** A limit of a rule, in percent: `90%`. */
  threshold: ([value]) => `${formatDecimal(decimalOf(value!), 0)}%`,
  /** A form and a line in its document. */
  place: ([, ordinal, line]) => `表${ordinal}${line === null ? "" : `第${line}行`}`,
  /** The same with the first of several lines, and a line that follows. */
  formAndLine: ([, ordinal, line]) => `表${ordinal}第${line}`,
  line: ([line]) => String(line),
  /** What the house style sets, such as a threshold in percent. */
  limit: ([value]) => String(value),
  /** A page of the site. */
  page: ([title]) => `网站“${title}”页`,
} satisfies Record<string, (values: readonly (string | null)[]) => string>;

export type FactKind = keyof typeof WRITTEN;

/** Words of the program: no digits in them. */
export interface Words {
  kind: "words";
  text: string;
}

/** A value of the warehouse or of the house style, written. */
export interface Fact {
  kind: FactKind;
  text: string;
  /** What it was made of; none for what the house style sets. */
  origins: readonly Origin[];
  /** Where it leads on the page. */
  target?: Target;
}

/** A line of a form, a page of the site with what is asked of it, or a query on the page 自由分析. */
export type Target =
  | { formId: string; line: number | null }
  | { page: string; asked: Readonly<Record<string, string>> }
  | { sql: string };

export type Piece = Words | Fact;

/** Writes values in the way of a kind. */
export function write(kind: FactKind, values: readonly (string | null)[]): string {
  return WRITTEN[kind](values);
}

/** Text of a form with its white space and control characters made single spaces, and no markup of its own. */
export function plainText(text: string): string {
  return text.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
}

const CHINA_IS_AHEAD = 8 * 3_600_000;

function dayInChina(utc: string): string {
  const there = new Date(Date.parse(`${utc.replace(" ", "T")}Z`) + CHINA_IS_AHEAD);
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`;
}

function fact(kind: FactKind, cells: readonly Cell[]): Fact {
  const values = cells.map((cell) => cell.value);
  return { kind, text: write(kind, values), origins: cells.map((cell) => cell.origin) };
}

/** A piece that must have a value: the rule that chose the sentence has made sure of it. */
function required(kind: FactKind): (cell: Cell) => Fact {
  return (cell) => {
    if (cell.value === null) {
      const { column, query } = cell.origin;
      throw new Error(`no value for a ${kind}: ${column} of ${query.sql}`);
    }
    return fact(kind, [cell]);
  };
}

export const amount = required("amount");
export const size = required("size");
export const percent = required("percent");
export const growth = required("growth");
export const points = required("points");
export const score = required("score");
export const count = required("count");
export const year = required("year");
export const day = required("day");
export const threshold = required("threshold");

/** Amounts and rates in tables, `—` where there is none. */
export const wan = (cell: Cell): Fact => fact("wan", [cell]);
export const rate = (cell: Cell): Fact => fact("rate", [cell]);

/** A name or a text of a form. */
export const name = (cell: Cell): Fact => fact("name", [cell]);

/** Words of a form, between quotation marks. */
export const quoted = required("quote");

/** A number of the house style, with its unit. */
export const limit = (text: string): Fact => ({ kind: "limit", text, origins: [] });

/** A page of the site by its file's name and its title, with what is asked of it. */
export const page = (name: string, title: string, asked: Readonly<Record<string, string>>): Fact => ({
  ...{ kind: "page", text: write("page", [title]), origins: [] },
  target: { page: name, asked },
});

/** A query that lists what is counted, on the page of the site that answers queries. */
export const listing = (sql: string): Fact => ({
  ...{ kind: "page", text: write("page", ["自由分析"]), origins: [] },
  target: { sql },
});

interface Place {
  form_id: Cell;
  ordinal: Cell;
  line: Cell;
}

/** A form's place in its document: `表15第402行`. */
export function place(row: Place): Fact {
  return { ...fact("place", [row.form_id, row.ordinal, row.line]), target: lineTarget(row) };
}

/** The first of several lines of a form: `表15第402`. */
export function formAndLine(row: Place): Fact {
  return { ...fact("formAndLine", [row.form_id, row.ordinal, row.line]), target: lineTarget(row) };
}

/** A line of the form that was named before. */
export function lineOf(row: Place): Fact {
  return { ...fact("line", [row.line]), target: lineTarget(row) };
}

function lineTarget({ form_id, line }: Place): Target {
  return { formId: form_id.value!, line: line.value === null ? null : Number(line.value) };
}

/**
 * Forms whose cells lost their columns: tables drawn with pipes with ragged rows, one cell a line, one line of words.
 *
 * The text becomes a flow of tokens, the flow is cut into forms and parts at the form's printed words, and each part is laid
 * out as the table it was. From there on the parts are read like those of any other form.
 */
import type { Row } from "../../readers/sheet.ts";
import { type FormParts, unitIn } from "../find-forms.ts";
import { halfWidth } from "../glyphs.ts";
import { loseBeginnings } from "../lost-beginnings.ts";
import type { FormSections } from "../sections.ts";
import { HEADER_LABELS } from "../vocabulary.ts";
import { goalsOfFlow } from "./goals.ts";
import { linesOfTable } from "./indicator-lines.ts";
import { moneyOfFlow } from "./money.ts";
import { type FlowForm, type FlowPart, formsOfFlow } from "./parts.ts";
import { tableOfFlow } from "./table.ts";
import { type FlowStyle, styleOf, type TextLine, type Token, textOfTokens, tokensOf } from "./tokens.ts";

const HEAD_PARTS: readonly string[] = [...Object.keys(HEADER_LABELS), "otherHeader"];
/** A year, not a day of filling in. */
const YEAR = /(?<!\d)(20\d{2})(?:年度?)?(?!\d|年?[\s]*\d{1,2}\s*月|[-/.]\d{1,2})/;
/** Tokens above a form that may be its title and its year. */
const REACH_OF_TITLE = 12;
const TITLE = /自评表|评价表/;

/** The forms of a text, each cut into its parts and laid out as tables. */
export function formsOfText(lines: readonly TextLine[]): FormParts[] {
  const style = styleOf(lines);
  const tokens = tokensOf(lines, style);
  const forms = formsOfFlow(tokens);
  return forms.map((form) => partsOf(form, style, form === forms.at(-1)));
}

/** @param last nothing stands behind the form */
function partsOf(form: FlowForm, style: FlowStyle, last: boolean): FormParts {
  const part = (name: FlowPart["name"]): FlowPart | undefined => form.parts.find((own) => own.name === name);
  const head = form.parts.filter(({ name }) => HEAD_PARTS.includes(name)).map((own) => headRow(own, style));
  const money = part("funding");
  const laidMoney = moneyOfFlow(money ? [...money.label, ...money.tokens] : [], style);
  const goals = goalsOfFlow(part("goals"));
  const indicators = part("indicators");
  const table = tableOfFlow(indicators ? [...indicators.label, ...indicators.tokens] : [], style);
  const sections: FormSections = {
    header: head,
    fundingHeading: laidMoney.heading,
    funding: laidMoney.rows,
    goalsHeading: goals.heading,
    goals: goals.rows,
    indicatorHeading: indicators ? [rowOf([...indicators.label], 0)] : [],
    indicators: [],
    total: rowsOfPart(part("total")),
    rating: rowsOfPart(part("rating")),
  };
  const cutOff = last && form.parts.at(-1)?.name === "indicators";
  return {
    slice: {
      rows: rowsByLine(form),
      ...titleOf(form.above),
      unitAbove: unitIn(form.above.slice(-REACH_OF_TITLE).map(({ text }) => text)),
    },
    sections,
    laidOut: {
      fundingColumns: laidMoney.columns,
      indicatorLines: linesOfTable(table, cutOff),
      goalsDoubt: goals.doubt,
      losesBeginnings: loseBeginnings(cellsAround(form)),
    },
  };
}

/** A label of the head, in its usual words, with its value behind it: one cell, or all words up to the next label. */
function headRow({ name, label, tokens }: FlowPart, style: FlowStyle): Row {
  const end = tokens.findIndex(({ before }, index) => index > 0 && before !== "space" && before !== "wrap");
  const value = style === "words" || end < 0 ? tokens : tokens.slice(0, end);
  const usual = name in HEADER_LABELS ? HEADER_LABELS[name as keyof typeof HEADER_LABELS][0] : null;
  const cells = [{ text: usual ?? textOfTokens(label), column: 0 }];
  if (value.length > 0) cells.push({ text: textOfTokens(value), column: 1 });
  return { line: (value[0] ?? label[0])!.line, cells };
}

function rowOf(tokens: readonly Token[], column: number): Row {
  return { line: tokens[0]!.line, cells: [{ text: textOfTokens(tokens), column }] };
}

/** 总分 and 评分等级 with what stands behind them, a cell a token. */
function rowsOfPart(part: FlowPart | undefined): Row[] {
  if (!part) return [];
  const tokens = [...part.label, ...part.tokens];
  return [{ line: tokens[0]!.line, cells: tokens.map(({ text }, column) => ({ text, column })) }];
}

/** The texts of a form in their order, with its title above. */
function cellsAround({ above, parts }: FlowForm): string[] {
  const own = parts.flatMap(({ label, tokens }) => [...label, ...tokens]);
  return [...above.slice(-REACH_OF_TITLE), ...own].map(({ text }) => text);
}

/** The form's tokens line by line, for what is asked of a form as a whole. */
function rowsByLine({ parts }: FlowForm): Row[] {
  const rows: Row[] = [];
  for (const { label, tokens } of parts)
    for (const { text, line } of [...label, ...tokens]) {
      const last = rows.at(-1);
      if (last?.line === line) last.cells.push({ text, column: last.cells.length });
      else rows.push({ line, cells: [{ text, column: 0 }] });
    }
  return rows;
}

/** Title and year in the last words above a form: a year in the title, or called one, before one that stands alone. */
function titleOf(above: readonly Token[]): Pick<FormParts["slice"], "title" | "printedYear"> {
  const last = above.slice(-REACH_OF_TITLE);
  const title = last.filter(({ text }) => TITLE.test(text)).at(-1)?.text ?? "";
  const dated = last.filter(({ text }, at) => YEAR.test(halfWidth(text)) && !isDate(text, last[at + 1]));
  const named = dated.filter(({ text }) => TITLE.test(text) || /年度/.test(text));
  const best = named.at(-1) ?? dated.at(-1);
  if (!best) return { title, printedYear: null };
  const year = Number(YEAR.exec(halfWidth(best.text))![1]);
  return { title, printedYear: { year, row: rowOf([best], 0) } };
}

/** A day of filling in or of publishing: its month stands behind it, or the word before it. */
function isDate(text: string, next: Token | undefined): boolean {
  return /日期|时间/.test(text) || (/年$/.test(text) && next !== undefined && /^\d{1,2}月?$/.test(next.text));
}

/**
 * The money of a form in a flow of tokens: its heading names the columns, each source begins a row, and the rules of the form
 * lay figures whose empty neighbours are lost into their columns.
 */
import type { Cell, Row } from "../../readers/sheet.ts";
import { AMOUNTS, type FieldColumn } from "../funding-row.ts";
import { saysNothing } from "../glyphs.ts";
import { holdsLabel } from "../labels.ts";
import { isLoneAmount } from "../lone-amounts.ts";
import { piecesOf } from "../pieces.ts";
import { FUNDING_COLUMN_LABELS, type FundingField, SOURCE_LABELS } from "../vocabulary.ts";
import { cutGlued, isGlued } from "./glued-figures.ts";
import { isLabel, lengthOfLabel, shareOfLabel } from "./labels.ts";
import { isOutOfOrder, orderOfMoney } from "./money-order.ts";
import { type FlowStyle, type Token, textOfTokens } from "./tokens.ts";

/** The money of a form as rows of cells, with the columns that its heading names. */
export interface FlowMoney {
  heading: Row[];
  rows: Row[];
  columns: FieldColumn[];
}

/** Column of the labels of sources; the figures stand in the columns behind it. */
const LABEL_COLUMN = 0;
const FIELDS = Object.entries(FUNDING_COLUMN_LABELS) as [FundingField, readonly string[]][];
const SOURCES = SOURCE_LABELS.flatMap(([, labels]) => [...labels]);
const FIGURE_WITH_UNIT = /^([\d,.]+)万元$/;
/** Tokens without any column between two columns of a heading: words of a column that is not kept. */
const MOST_STRANGE = 3;

/** Lays the tokens of a form's money out as a table. */
export function moneyOfFlow(tokens: readonly Token[], style: FlowStyle): FlowMoney {
  const { columns: told, end } = headingOf(tokens);
  const heading: Row = {
    line: tokens[0]?.line ?? 0,
    cells: tokens.length === 0 ? [] : [{ text: textOfTokens(tokens.slice(0, end)), column: LABEL_COLUMN }],
  };
  const figures = tokens.slice(end).map(withoutUnit);
  const printed = rowsOf(figures, style);
  const columns = inOrder(told, printed);
  const rows = printed.map((row) => laidOut(row, columns));
  return { heading: [heading], rows, columns };
}

/** The columns in the order of the heading, and where the heading ends: at the first row of money. */
function headingOf(tokens: readonly Token[]): { columns: FieldColumn[]; end: number } {
  const found: FoundColumn[] = [];
  let end = 0;
  for (let at = 0, strange = 0; at < tokens.length && strange <= MOST_STRANGE; ) {
    if (found.length > 0 && lengthOfLabel(tokens, at, SOURCES) > 0) break;
    const column = columnAt(tokens, at);
    if (column) {
      found.push(column);
      at += column.length;
      [strange, end] = [0, at];
    } else {
      at++;
      // Words in front of the first column are the title of the table.
      if (found.length > 0) strange++;
      else end = at;
    }
  }
  while (end < tokens.length && isRemark(tokens[end]!.text)) end++;
  const columns = found
    .filter((column) => found.every((other) => other.field !== column.field || other.share <= column.share))
    .filter((column, index, all) => all.findIndex((other) => other.field === column.field) === index);
  return { columns: columns.map(({ field }, index) => ({ field, column: index + 1 })), end };
}

/** The columns in the order that the rows with a figure for each of them bear out. */
function inOrder(told: readonly FieldColumn[], rows: readonly MoneyTokens[]): FieldColumn[] {
  const whole = rows
    .filter(({ figures }) => figures.length === told.length)
    .map(({ figures }) => figures.map(({ text }) => text));
  const order = orderOfMoney(
    told.map(({ field }) => field),
    whole,
  );
  return order.map((field, index) => ({ field, column: index + 1 }));
}

function isRemark(text: string): boolean {
  return /^[(（].*[)）]$/.test(text);
}

interface FoundColumn {
  field: FundingField;
  /** Tokens of its label. */
  length: number;
  /** How much of the text is the label: 年度预算数 over 年初预算数 and 调整预算数 is the title of both. */
  share: number;
}

function columnAt(tokens: readonly Token[], at: number): FoundColumn | null {
  let best: FoundColumn | null = null;
  for (const [field, labels] of FIELDS) {
    const length = lengthOfLabel(tokens, at, labels);
    if (length === 0) continue;
    const text = textOfTokens(tokens.slice(at, at + length));
    // 到位率 comes near 到位数 and is another column.
    if (field === "received" && !holdsLabel(text, labels)) continue;
    const share = shareOfLabel(text, labels);
    if (!best || share / length > best.share / best.length) best = { field, length, share };
  }
  return best;
}

/** A figure without the unit that some forms print in every cell besides the heading. */
function withoutUnit(token: Token): Token {
  return { ...token, text: token.text.replace(FIGURE_WITH_UNIT, "$1") };
}

/** One source of funds: its label and its figures. */
interface MoneyTokens {
  label: Token[];
  figures: Token[];
  /** Empty cells that the text still shows behind the last figure. */
  blanksBehind: number;
}

function rowsOf(tokens: readonly Token[], style: FlowStyle): MoneyTokens[] {
  const rows: MoneyTokens[] = [];
  const begin = (token: Token): void => {
    rows.push({ label: [token], figures: [], blanksBehind: 0 });
  };
  let before: Token | undefined;
  for (const token of tokens) {
    const row = rows.at(-1);
    if (row && row.blanksBehind === 0 && before && isFigure(before) && !isFigure(token))
      row.blanksBehind = blanksBefore(token);
    if (isLoneAmount(token.text)) begin(token);
    else if (isFigure(token)) row?.figures.push(token);
    // Prose between two rows belongs to neither: remarks, and instructions printed in a cell.
    else if (isProse(token.text)) continue;
    else if (beginsRow(token, before, style)) begin(token);
    else if (row && row.figures.length === 0 && !isLoneAmount(row.label[0]!.text)) row.label.push(token);
    before = token;
  }
  return rows;
}

/** Empty cells that the text still shows in front of a token, with or without their borders. */
function blanksBefore({ blanks, brokenBlank }: Token): number {
  return brokenBlank ? blanks + 1 : blanks;
}

/** No label of a source is so long. */
const LONGEST_LABEL = 24;

function isProse(text: string): boolean {
  return text.length > LONGEST_LABEL && /[,，;；。.、]/.test(text);
}

/** A figure, several that ran together, a dash for none, or a stroke. */
function isFigure(token: Token): boolean {
  return (
    isGlued(token.text) || piecesOf([{ text: token.text, column: 0 }]).every((piece) => piece.kind !== "text")
  );
}

/** Words begin a row where the row before has ended; between its cells they are remarks. */
function beginsRow(token: Token, before: Token | undefined, style: FlowStyle): boolean {
  if (isLabel(token.text, SOURCES)) return true;
  if (!before || token.before === "row") return true;
  return isFigure(before) && (style === "words" || token.before === "line");
}

/** A row with each figure in its column where the text still shows which; else all in one cell, for the rules to lay out. */
function laidOut({ label, figures, blanksBehind }: MoneyTokens, columns: readonly FieldColumn[]): Row {
  const { line } = (label[0] ?? figures[0])!;
  const cells: Cell[] = [{ text: textOfTokens(label), column: LABEL_COLUMN }];
  if (figures.every((figure) => saysNothing(figure.text))) return { line, cells, whole: true };
  const texts = figures.map((figure) => figure.text);
  const fields = columns.map(({ field }) => field);
  const cut = texts.some(isGlued) ? cutGlued(texts, fields) : null;
  if (cut) {
    const column = (field: FundingField): number => columns.find((own) => own.field === field)!.column!;
    const own = cut.figures.map(({ field, text }) => ({ text, column: column(field) }));
    return { line, cells: [...cells, ...own], whole: true, cutApart: cut.sure ? "surely" : "doubtful" };
  }
  const places = placesOf(figures, blanksBehind, columns);
  if (!places) {
    const text = texts.join(" ");
    return { line, cells: [...cells, { text, column: LABEL_COLUMN + 1 }] };
  }
  const placed = figures.map((figure, index) => ({ text: figure.text, column: places[index]! }));
  const isDoubtful = figures.length === columns.length && isOutOfOrder(fields, texts);
  return { line, cells: [...cells, ...placed], ...(!isDoubtful && { whole: true as const }) };
}

/** The column of each figure: all are there, or those of the amounts, or the empty cells still show. */
function placesOf(
  figures: readonly Token[],
  blanksBehind: number,
  columns: readonly FieldColumn[],
): number[] | null {
  const amounts = columns.filter(({ field }) => AMOUNTS.has(field));
  const areAmounts = figures.every(({ text }) => !text.includes("%") && !saysNothing(text));
  if (areAmounts && figures.length === amounts.length) return amounts.map(({ column }) => column!);
  const whole = figures.reduce((sum, figure) => sum + 1 + blanksBefore(figure), 0);
  const showsAll = whole + blanksBehind === columns.length;
  if (figures.length !== columns.length && !showsAll && (whole === figures.length || whole > columns.length))
    return null;
  let column = 0;
  return figures.map((figure) => {
    if (figures.length !== columns.length) column += blanksBefore(figure);
    return columns[column++]!.column!;
  });
}

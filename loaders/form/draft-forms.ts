/**
 * A form read for itself, with all that its own cells say. What is damaged in it, the rest of its document may mend: that
 * is done later, so that the forms of a document can be drafted apart from each other, also on other threads.
 */
import type { Row } from "../readers/sheet.ts";
import type { Decimal } from "./decimal.ts";
import type { FormParts } from "./find-forms.ts";
import { type FundingSection, readFunding } from "./funding.ts";
import { splitAtSpace, squeeze } from "./glyphs.ts";
import { type Goals, readGoals } from "./goals.ts";
import { type HeaderReadings, readHeader } from "./header.ts";
import { isExecution } from "./indicators/grid-labels.ts";
import type { TableLine } from "./indicators/lines.ts";
import {
  addWordsOfTable,
  type DraftTable,
  draftIndicators,
  linesOfSections,
} from "./indicators/read-indicators.ts";
import { type ExpectedSums, expectedSum } from "./indicators/rows.ts";
import { loseDigits } from "./lost-digits.ts";
import { type FormSections, rowText } from "./sections.ts";
import { readTotals, type Totals, withoutScores, withTotalsOfHead } from "./totals.ts";
import type { FormType, Reading } from "./types.ts";
import { FULL_SCORE } from "./vocabulary.ts";

/** A form before the rest of its document was asked; plain values, which can be sent to another thread. */
export interface DraftForm {
  firstLine: number;
  lastLine: number;
  formType: FormType;
  /** The year printed above it, null where it cannot be read; null where no line dates it. */
  printedYear: Reading<number> | null;
  header: HeaderReadings;
  funding: FundingSection;
  goals: Goals;
  totals: Totals;
  table: DraftTable;
  /** A row of a table of projects. */
  isSummary: boolean;
  /** Its cells lost their first characters here and there. */
  losesBeginnings: boolean;
  /** Its digits were stripped. */
  losesDigits: boolean;
  /** Its text had no columns, and was laid out by its words. */
  isLaidOut: boolean;
}

/** A place that begins like a form and is none. */
export interface PassedOver {
  /** 1-based line where it begins. */
  line: number;
  /** What it is instead, in Chinese. */
  reason: string;
}

/** The forms of a part of a document. */
export interface DraftedForms {
  drafts: DraftForm[];
  passedOver: PassedOver[];
  /** Words that no column line cuts: the evidence for those that one does. */
  words: string[];
}

/** Reads every form for itself, in order; what only looks like one is passed over, with the reason. */
export function draftForms(parts: readonly FormParts[]): DraftedForms {
  const drafted: DraftedForms = { drafts: [], passedOver: [], words: [] };
  for (const own of parts) {
    const lines = own.laidOut?.indicatorLines ?? linesOfSections(own.sections);
    const draft = draftForm(own, lines);
    const reason = whyNoForm(own, draft);
    if (reason === null) {
      drafted.drafts.push(draft);
      addWords(own.sections.goals, drafted.words);
      addWordsOfTable(lines, drafted.words);
    } else drafted.passedOver.push({ line: draft.firstLine, reason });
  }
  return drafted;
}

function draftForm(
  { slice, sections, laidOut, isSummary }: FormParts,
  lines: readonly TableLine[],
): DraftForm {
  const header = readHeader(sections.header);
  const funding = readFunding(
    sections.fundingHeading,
    sections.funding,
    laidOut?.fundingColumns,
    slice.unitAbove,
  );
  const totals = totalsOf(sections, lines);
  const table = withoutSumsOfCutOff(draftIndicators(lines, sumsExpected(totals, funding, lines)), sections);
  const damaged = isDamaged(header, table);
  const lastLine = slice.rows.at(-1)!.line;
  return {
    firstLine: slice.rows[0]!.line,
    lastLine,
    formType: formTypeOf(slice.title),
    printedYear: readYear(slice.printedYear),
    header,
    funding,
    goals: readGoals(sections.goalsHeading, sections.goals, damaged, laidOut?.goalsDoubt ?? null),
    totals: printsNoScores(lines) ? withoutTotals(totals) : withCutOff(totals, sections, lastLine),
    table,
    isSummary: isSummary === true,
    losesBeginnings: laidOut?.losesBeginnings ?? false,
    isLaidOut: laidOut !== undefined,
    losesDigits: loseDigits(slice.rows.flatMap(({ cells }) => cells.map(({ text }) => text))),
  };
}

/** What the points of the rows add up to: those of the whole form without those of execution, unless it has a row among them. */
function sumsExpected(totals: Totals, { rows }: FundingSection, lines: readonly TableLine[]): ExpectedSums {
  const execution = rows.find((row) => row.source === "total");
  const isAmongRows = lines.some(isExecution);
  const besides = (points: Decimal | null | undefined): Decimal | null =>
    isAmongRows ? 0n : (points ?? null);
  return {
    weight: expectedSum(totals.totalWeight.value, besides(execution?.weight.value), FULL_SCORE),
    score: expectedSum(totals.totalScore.value, besides(execution?.score.value), null),
  };
}

/** Whether a table that is printed whole has no column of scores: such a form has no total either. */
function printsNoScores(lines: readonly TableLine[]): boolean {
  return lines.length > 0 && lines.every(({ ownRow, absent }) => ownRow && absent?.has("score"));
}

/** Where nothing is scored, no total and no rating are missing. */
function withoutTotals({ totalWeight, totalScore, rating }: Totals): Totals {
  const unmissed = <T>(reading: Reading<T>): Reading<T> =>
    reading.value === null ? { value: null, line: reading.line, asRead: reading.asRead } : reading;
  return { totalWeight, totalScore: unmissed(totalScore), rating: unmissed(rating) };
}

function totalsOf(sections: FormSections, lines: readonly TableLine[]): Totals {
  const under = readTotals(sections.total, sections.rating, sections.indicatorHeading);
  const isUnscored = lines.length > 0 && lines.every(({ parts }) => parts.score.length === 0);
  return withTotalsOfHead(isUnscored ? withoutScores(under) : under, sections.header);
}

function readYear(printed: FormParts["slice"]["printedYear"]): Reading<number> | null {
  if (!printed) return null;
  const { year, row } = printed;
  return { value: year, line: row.line, asRead: row.cells.map((cell) => cell.text).join("⇥") };
}

/** Why something that begins like a form is none; null for a form, also for one that was cut off. */
function whyNoForm(
  { slice, sections }: FormParts,
  { funding, table, header, isSummary }: DraftForm,
): string | null {
  const named = Object.values(header).filter((names) => names.some(({ text }) => text !== "")).length;
  const isCutShort = isCutOff(sections) && sections.indicatorHeading.length === 0;
  if (!isCutShort && !isSummary && isPlan(slice.rows))
    return "是绩效目标申报表，没有执行数和完成值，不是自评表";
  const figures = funding.rows.flatMap((row) => [row.initialBudget, row.adjustedBudget, row.executed]);
  const hasMoney = figures.some((figure) => figure.value !== null);
  if (table.indicators.length > 0 || (hasMoney && named > 0)) return null;
  // With names and nothing behind them it was cut off behind its head.
  if (named > 1 && isCutShort) return null;
  return isFilledIn(slice.rows) ? "有一张自评表，版式目前还读不了" : "是空白的自评表，没有填写";
}

/** Points that the printed sheet itself has: 10 of execution, 100 in all. */
const PRINTED_FIGURES = /^(?:10|100)(?:\.0+)?$/;
/** More figures than a blank sheet could have by chance. */
const LEAST_FIGURES = 3;

/** Whether somebody wrote figures into a sheet, wherever they stand. */
function isFilledIn(rows: readonly Row[]): boolean {
  const words = rows.flatMap((row) => row.cells.flatMap((cell) => cell.text.split(/[\s|]+/)));
  return words.filter((word) => /\d/.test(word) && !PRINTED_FIGURES.test(word)).length >= LEAST_FIGURES;
}

/** A form of targets for the year to come: it has no place for what was spent or done. */
function isPlan(rows: readonly Row[]): boolean {
  return !rows.some((row) => /执行|完成/.test(rowText(row)));
}

function addWords(rows: readonly Row[], words: string[]): void {
  for (const row of rows)
    for (const cell of row.cells) for (const word of splitAtSpace(cell.text)) words.push(word);
}

/** Column lines that cut names, of indicators or in the head, run through the prose as well. */
function isDamaged(header: HeaderReadings, table: DraftTable): boolean {
  const names = Object.values(header).flat();
  return table.seamed || names.some((name) => name.parts.filter((part) => part !== "").length > 1);
}

/** Whether the form ends before its total. */
function isCutOff({ total, rating }: FormSections): boolean {
  return total.length === 0 && rating.length === 0;
}

/** Where rows are cut off behind those that were read, nobody can say that they miss the sum: they may as well reach it. */
function withoutSumsOfCutOff(table: DraftTable, sections: FormSections): DraftTable {
  if (!isCutOff(sections)) return table;
  return {
    ...table,
    weightsSumOk: table.weightsSumOk === false ? null : table.weightsSumOk,
    scoresSumOk: table.scoresSumOk === false ? null : table.scoresSumOk,
  };
}

/** A form that ends before its total says where it was cut off, unless its head has the total. */
function withCutOff(totals: Totals, sections: FormSections, lastLine: number): Totals {
  if (!isCutOff(sections) || totals.totalScore.value !== null) return totals;
  const flag = { status: "missing", reason: `表在第${lastLine}行中断，后面部分缺失` } as const;
  return {
    totalWeight: totals.totalWeight,
    totalScore:
      totals.totalScore.value === null ? { ...totals.totalScore, line: lastLine, flag } : totals.totalScore,
    rating: totals.rating.value === null ? { ...totals.rating, line: lastLine, flag } : totals.rating,
  };
}

function formTypeOf(title: string): FormType {
  const text = squeeze(title);
  if (/转移支付|区域绩效/.test(text)) return "transfer";
  return /整体/.test(text) ? "overall" : "project";
}

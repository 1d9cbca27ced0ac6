/**
 * From a sheet to its forms: each form is read for itself, then what is damaged in one is mended by what stands whole
 * in another.
 */
import type { Row } from "../readers/sheet.ts";
import type { FormParts } from "./find-forms.ts";
import { type FundingSection, readFunding } from "./funding.ts";
import { splitAtSpace, squeeze } from "./glyphs.ts";
import { readGoals } from "./goals.ts";
import { type HeaderReadings, readHeader } from "./header.ts";
import { decideHeaderNames, type HeaderNames } from "./header-names.ts";
import {
  type DraftTable,
  decideIndicators,
  draftIndicators,
  gatherIndicatorEvidence,
  type IndicatorEvidence,
  linesOfSections,
} from "./indicators/read-indicators.ts";
import { expectedSum } from "./indicators/rows.ts";
import { readingAt } from "./reading.ts";
import { type FormSections, rowText } from "./sections.ts";
import { readTotals, type Totals } from "./totals.ts";
import type { Form, FormType, Reading } from "./types.ts";
import { FULL_SCORE } from "./vocabulary.ts";

/** What is known of a document besides its text. */
export interface DocumentContext {
  /** Year of the folder that the file lies in. */
  folderYear: number | null;
  /** The only year in the file's name. */
  nameYear?: number | null;
}

/** A form before the rest of its document was asked. */
interface DraftForm extends FormParts {
  header: HeaderReadings;
  funding: FundingSection;
  totals: Totals;
  table: DraftTable;
}

/** A place that begins like a form and is none. */
export interface PassedOver {
  /** 1-based line where it begins. */
  line: number;
  /** What it is instead, in Chinese. */
  reason: string;
}

export interface ReadForms {
  forms: Form[];
  passedOver: PassedOver[];
}

/** Reads every form of a document, in order; what only looks like one is passed over, with the reason. */
export function readForms(parts: readonly FormParts[], context: DocumentContext): ReadForms {
  const drafts: DraftForm[] = [];
  const passedOver: PassedOver[] = [];
  for (const own of parts) {
    const draft = draftForm(own);
    const reason = whyNoForm(draft);
    if (reason === null) drafts.push(draft);
    else passedOver.push({ line: own.slice.rows[0]!.line, reason });
  }
  const names = decideHeaderNames(drafts.map((draft) => draft.header));
  const evidence = gatherIndicatorEvidence(
    drafts.map((draft) => draft.table),
    drafts.flatMap((draft) => proseOf(draft.sections.goals)),
  );
  const years = yearsOf(drafts, context);
  const forms = drafts.map((draft, index) =>
    finishForm(draft, index + 1, names[index]!, years[index]!, evidence),
  );
  return { forms, passedOver };
}

function draftForm(parts: FormParts): DraftForm {
  const { sections, laidOut } = parts;
  const funding = readFunding(sections.fundingHeading, sections.funding, laidOut?.fundingColumns);
  const totals = readTotals(sections.total, sections.rating, sections.indicatorHeading);
  const execution = funding.rows.find((row) => row.source === "total");
  const expected = {
    weight: expectedSum(totals.totalWeight.value, execution?.weight.value ?? null, FULL_SCORE),
    score: expectedSum(totals.totalScore.value, execution?.score.value ?? null, null),
  };
  const lines = laidOut?.indicatorLines ?? linesOfSections(sections);
  return {
    ...parts,
    header: readHeader(sections.header),
    funding,
    totals,
    table: draftIndicators(lines, expected),
  };
}

/** Why something that begins like a form is none; null for a form, also for one that was cut off. */
function whyNoForm({ slice, funding, table, header, sections, isSummary }: DraftForm): string | null {
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

function proseOf(rows: readonly Row[]): string[] {
  const words: string[] = [];
  for (const row of rows) for (const cell of row.cells) words.push(...splitAtSpace(cell.text));
  return words;
}

function finishForm(
  draft: DraftForm,
  ordinal: number,
  names: HeaderNames,
  fiscalYear: Reading<number>,
  evidence: IndicatorEvidence,
): Form {
  const { slice, sections, laidOut, funding, totals, table } = draft;
  const last = slice.rows.at(-1)!.line;
  const formType = formTypeOf(slice.title);
  const form: Form = {
    ordinal,
    firstLine: slice.rows[0]!.line,
    lastLine: last,
    formType,
    fiscalYear,
    ...(formType === "overall" ? withoutProject(names) : names),
    amountUnit: funding.amountUnit,
    funding: funding.rows,
    ...readGoals(sections.goalsHeading, sections.goals, isDamaged(draft), laidOut?.goalsDoubt ?? null),
    indicators: decideIndicators(table, evidence),
    ...withCutOff(totals, sections, last),
    weightsSumOk: table.weightsSumOk,
    scoresSumOk: table.scoresSumOk,
    ghosts: table.ghosts,
  };
  return draft.isSummary ? asSummary(form) : form;
}

/** What a row of a summary does not have is not lost: it says so. */
function asSummary(form: Form): Form {
  const reason = "取自汇总表，一行一个项目，表上没有目标和指标";
  const absent = <T>(reading: Reading<T>): Reading<T> => ({
    ...reading,
    flag: { status: "missing", reason },
  });
  return {
    ...form,
    expectedGoal: absent(form.expectedGoal),
    actualOutcome: absent(form.actualOutcome),
    weightsSumOk: null,
    scoresSumOk: null,
  };
}

/** The form of a whole department prints neither a project nor a department above the unit: nothing is missing there. */
function withoutProject(names: HeaderNames): HeaderNames {
  const absent = (name: Reading<string>): Reading<string> =>
    name.value === null ? readingAt<string>(name, null) : name;
  return { ...names, projectName: absent(names.projectName), department: absent(names.department) };
}

/** Column lines that cut names, of indicators or in the head, run through the prose as well. */
function isDamaged({ header, table }: DraftForm): boolean {
  const names = Object.values(header).flat();
  return table.seamed || names.some((name) => name.parts.filter((part) => part !== "").length > 1);
}

/** Whether the form ends before its total. */
function isCutOff({ total, rating }: FormSections): boolean {
  return total.length === 0 && rating.length === 0;
}

/** A form that ends before its total says where it was cut off. */
function withCutOff(totals: Totals, sections: FormSections, lastLine: number): Totals {
  if (!isCutOff(sections)) return totals;
  const flag = { status: "missing", reason: `表在第${lastLine}行中断，后面部分缺失` } as const;
  return {
    totalWeight: totals.totalWeight,
    totalScore: { ...totals.totalScore, line: lastLine, flag },
    rating: { ...totals.rating, line: lastLine, flag },
  };
}

function formTypeOf(title: string): FormType {
  const text = squeeze(title);
  if (/转移支付|区域绩效/.test(text)) return "transfer";
  return /整体/.test(text) ? "overall" : "project";
}

/** The year of each form: printed above it, or the only one that the document prints, or that of its folder. */
function yearsOf(
  drafts: readonly DraftForm[],
  { folderYear, nameYear = null }: DocumentContext,
): Reading<number>[] {
  const printed = new Map<number, number>();
  for (const { slice } of drafts)
    if (slice.printedYear?.year) printed.set(slice.printedYear.year, slice.printedYear.row.line);
  const [only, ...more] = printed;
  return drafts.map(({ slice: { printedYear } }) => {
    const place = {
      line: printedYear?.row.line ?? null,
      asRead: printedYear?.row.cells.map((cell) => cell.text).join("⇥") ?? "",
    };
    if (printedYear?.year) return { value: printedYear.year, ...place };
    if (printedYear) {
      const reason = `年度印作“${place.asRead}”，读不出来`;
      return { value: folderYear, ...place, flag: { status: "uncertain", reason } };
    }
    if (only && more.length === 0) {
      const reason = `表上没有印年度，本文件第${only[1]}行印有${only[0]}年度`;
      return { value: only[0], ...place, flag: { status: "repaired", reason } };
    }
    if (folderYear !== null) {
      const reason = `表上没有印年度，取自所在文件夹${folderYear}`;
      return { value: folderYear, ...place, flag: { status: "repaired", reason } };
    }
    if (nameYear !== null) {
      // A file may be named after the year in which it was published.
      const reason = `表上没有印年度，取自文件名中的${nameYear}，可能是公开的年份`;
      return { value: nameYear, ...place, flag: { status: "uncertain", reason } };
    }
    return {
      value: null,
      ...place,
      flag: { status: "missing", reason: "表上没有印年度，文件夹和文件名也没有注明年份" },
    };
  });
}

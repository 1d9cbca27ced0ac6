/**
 * From the parts of a document to its forms: each form is read for itself, then what is damaged in one is mended by what
 * stands whole in another.
 */
import { tellCellErrors } from "./cell-errors.ts";
import { type DraftedForms, type DraftForm, draftForms, type PassedOver } from "./draft-forms.ts";
import type { FormParts } from "./find-forms.ts";
import { decideHeaderNames, type HeaderNames } from "./header-names.ts";
import {
  decideIndicators,
  gatherIndicatorEvidence,
  type IndicatorEvidence,
} from "./indicators/read-indicators.ts";
import { doubtBeginnings } from "./lost-beginnings.ts";
import { doubtDigits } from "./lost-digits.ts";
import { readingAt } from "./reading.ts";
import { doubtTangledHead } from "./tangled-heads.ts";
import { doubtTangledMoney } from "./tangled-money.ts";
import { doubtMergedRows, doubtTangledTable } from "./tangled-tables.ts";
import { missingRating } from "./totals.ts";
import type { Form, Reading } from "./types.ts";

/** What is known of a document besides its text. */
export interface DocumentContext {
  /** Year of the folder that the file lies in. */
  folderYear: number | null;
  /** The only year in the file's name. */
  nameYear?: number | null;
  /** The only year that the sheets of the file print above any table, whichever of them it stands on. */
  yearOfOtherSheets?: number | null;
}

export interface ReadForms {
  forms: Form[];
  passedOver: PassedOver[];
}

/** Reads every form of a document, in order; what only looks like one is passed over, with the reason. */
export function readForms(parts: readonly FormParts[], context: DocumentContext): ReadForms {
  return finishForms([draftForms(parts)], context);
}

/** Finishes the forms of a document that were drafted part by part. @param drafted the parts in their order */
export function finishForms(drafted: readonly DraftedForms[], context: DocumentContext): ReadForms {
  const drafts = drafted.flatMap((part) => part.drafts);
  const names = decideHeaderNames(drafts.map((draft) => draft.header));
  const evidence = gatherIndicatorEvidence(
    drafts.map((draft) => draft.table),
    drafted.map((part) => part.words),
  );
  const years = yearsOf(drafts, context);
  const isRated = drafts.some(({ totals }) => totals.rating.value !== null);
  const forms = drafts.map((draft, index) =>
    finishForm(isRated ? missingItsRating(draft) : draft, index + 1, names[index]!, years[index]!, evidence),
  );
  return { forms, passedOver: drafted.flatMap((part) => part.passedOver) };
}

/** Where other forms of the document are rated, one without a rating misses it. */
function missingItsRating(draft: DraftForm): DraftForm {
  const { rating } = draft.totals;
  if (rating.value !== null || rating.flag) return draft;
  return { ...draft, totals: { ...draft.totals, rating: missingRating(draft.lastLine) } };
}

function finishForm(
  draft: DraftForm,
  ordinal: number,
  names: HeaderNames,
  fiscalYear: Reading<number>,
  evidence: IndicatorEvidence,
): Form {
  const { firstLine, lastLine, formType, funding, goals, totals, table } = draft;
  const form: Form = {
    ordinal,
    firstLine,
    lastLine,
    formType,
    fiscalYear,
    ...(formType === "overall" ? withoutProject(names) : names),
    amountUnit: funding.amountUnit,
    funding: funding.rows,
    ...goals,
    indicators: decideIndicators(table, evidence),
    ...totals,
    weightsSumOk: table.weightsSumOk,
    scoresSumOk: table.scoresSumOk,
    ghosts: table.ghosts,
  };
  if (draft.isSummary) return asSummary(form);
  const sound = tellCellErrors(form);
  const told = draft.losesBeginnings ? doubtBeginnings(sound) : sound;
  const counted = draft.losesDigits ? doubtDigits(told) : told;
  return doubtMergedRows(
    draft.isLaidOut ? doubtTangledHead(doubtTangledMoney(doubtTangledTable(counted))) : counted,
  );
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

/** The year of each form: printed above it, or the only one that the document prints, or that of its folder. */
function yearsOf(
  drafts: readonly DraftForm[],
  { folderYear, nameYear = null, yearOfOtherSheets = null }: DocumentContext,
): Reading<number>[] {
  const printed = new Map<number, number>();
  for (const { printedYear } of drafts)
    if (printedYear?.value) printed.set(printedYear.value, printedYear.line!);
  const [only, ...more] = printed;
  return drafts.map(({ printedYear }) => {
    const place = { line: printedYear?.line ?? null, asRead: printedYear?.asRead ?? "" };
    if (printedYear?.value) return { value: printedYear.value, ...place };
    if (printedYear) {
      const reason = `年度印作“${place.asRead}”，读不出来`;
      return { value: folderYear, ...place, flag: { status: "uncertain", reason } };
    }
    if (only && more.length === 0) {
      const reason = `表上没有印年度，本文件第${only[1]}行印有${only[0]}年度`;
      return { value: only[0], ...place, flag: { status: "repaired", reason } };
    }
    if (yearOfOtherSheets !== null) {
      const reason = `表上没有印年度，本文件的另一张工作表印有${yearOfOtherSheets}年度`;
      return { value: yearOfOtherSheets, ...place, flag: { status: "repaired", reason } };
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

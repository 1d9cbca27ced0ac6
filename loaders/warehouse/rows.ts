/**
 * A form as rows of the raw tables, each in the order of its table's columns.
 */
import type { CellFlag, Form, FundingRow, Indicator } from "../form/types.ts";
import type { Cell } from "./table-writer.ts";

/** The id of the n-th form of a document: `114162fbe010-05`. */
export function formId(documentId: string, ordinal: number): string {
  return `${documentId}-${String(ordinal).padStart(2, "0")}`;
}

/** A row of raw.forms. @param sheet 1-based sheet of a workbook, 1 in all other files */
export function formRow(documentId: string, form: Form, sheet: number): Cell[] {
  return [
    formId(documentId, form.ordinal),
    documentId,
    form.ordinal,
    form.firstLine,
    form.lastLine,
    form.formType,
    form.fiscalYear.value,
    form.projectName.value,
    form.department.value,
    form.implementingUnit.value,
    form.amountUnit,
    form.expectedGoal.value,
    form.actualOutcome.value,
    form.totalWeight.value,
    form.totalScore.value,
    form.rating.value,
    form.weightsSumOk,
    form.scoresSumOk,
    form.fiscalYear.line,
    form.projectName.line,
    form.department.line,
    form.implementingUnit.line,
    form.expectedGoal.line,
    form.actualOutcome.line,
    form.totalScore.line,
    form.rating.line,
    sheet,
  ];
}

/** A row of raw.funding; `position` is 1-based in the form's order. */
export function fundingRow(id: string, position: number, row: FundingRow): Cell[] {
  return [
    id,
    position,
    row.source,
    row.label,
    row.initialBudget.value,
    row.adjustedBudget.value,
    row.executed.value,
    row.weight.value,
    row.executionRate.value,
    row.score.value,
    row.line,
    row.received.value,
  ];
}

/** A row of raw.indicators. */
export function indicatorRow(id: string, row: Indicator): Cell[] {
  return [
    id,
    row.seq,
    row.level1.value,
    row.level2.value,
    row.name.value,
    row.target.value,
    row.actual.value,
    row.weight.value,
    row.score.value,
    row.deviationReason.value,
    row.line,
    row.lastLine,
  ];
}

/** A row of raw.cell_flags. */
export function flagRow(id: string, flag: CellFlag): Cell[] {
  return [
    id,
    flag.record,
    flag.seq,
    flag.field,
    flag.status,
    flag.asRead,
    flag.value,
    flag.reason,
    flag.line,
  ];
}

/** Flags with those that say the same of the same cell joined into one: the table's key is cell and status. */
export function distinctFlags(flags: CellFlag[]): CellFlag[] {
  const byKey = new Map<string, CellFlag>();
  for (const flag of flags) {
    const key = JSON.stringify([flag.record, flag.seq, flag.field, flag.status]);
    const first = byKey.get(key);
    if (!first) byKey.set(key, flag);
    else
      byKey.set(key, {
        ...first,
        asRead: join(first.asRead, flag.asRead),
        reason: join(first.reason, flag.reason),
      });
  }
  return [...byKey.values()];
}

function join(first: string, second: string): string {
  return first.includes(second) ? first : `${first}；${second}`;
}

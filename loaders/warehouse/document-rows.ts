/**
 * A document as rows of the raw tables: all that is kept of it once it is read. Values and nothing else, so that they
 * can be sent from one thread to another.
 */
import type { PassedOverPlace, ReadDocument } from "../document.ts";
import type { CellFlag, Form } from "../form/types.ts";
import { distinctFlags, flagRow, formId, formRow, fundingRow, indicatorRow } from "./rows.ts";
import { storable } from "./storable.ts";
import type { Cell } from "./table-writer.ts";

/** The raw tables with rows for what a form says. */
export const FORM_TABLES = ["forms", "funding", "indicators", "cell_flags"] as const;
export type FormTable = (typeof FORM_TABLES)[number];

export interface DocumentRows extends Pick<ReadDocument, "format" | "encoding" | "lines"> {
  forms: number;
  passedOver: PassedOverPlace[];
  rows: Record<FormTable, Cell[][]>;
}

/** The rows of a document. `cellFlags` lists what is doubtful in a form. */
export function rowsOfDocument(
  documentId: string,
  { format, encoding, lines, forms, passedOver }: ReadDocument,
  cellFlags: (form: Form) => CellFlag[],
): DocumentRows {
  const rows: DocumentRows["rows"] = { forms: [], funding: [], indicators: [], cell_flags: [] };
  for (const read of forms) {
    const form = storable(read);
    const id = formId(documentId, form.ordinal);
    rows.forms.push(formRow(documentId, form, read.sheet));
    for (const [index, row] of form.funding.entries()) rows.funding.push(fundingRow(id, index + 1, row));
    for (const row of form.indicators) rows.indicators.push(indicatorRow(id, row));
    for (const flag of distinctFlags(cellFlags(form))) rows.cell_flags.push(flagRow(id, flag));
  }
  return { format, encoding, lines, forms: forms.length, passedOver, rows };
}

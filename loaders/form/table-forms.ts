/**
 * The forms of a table whose rows have cells: by its columns, by its words, or as a summary with one project a row.
 */
import type { Row, Sheet } from "../readers/sheet.ts";
import { formsOfSheet } from "./find-forms.ts";
import { formsOfText } from "./flow/flow.ts";
import type { TextLine } from "./flow/tokens.ts";
import { type DocumentContext, type ReadForms, readForms } from "./read-forms.ts";
import { formsOfSummary } from "./summary.ts";
import { doubtLooseCells } from "./tangled-tables.ts";

/** The projects of a summary sheet; those that have a form in the document stand there with all that the summary says. */
export function summaryOf(
  sheet: Sheet,
  own: ReadonlySet<string>,
  context: DocumentContext,
): Partial<ReadForms> {
  const { forms } = readForms(formsOfSummary(sheet), context);
  if (forms.length === 0) return {};
  const others = forms.filter(({ projectName }) => !own.has(projectName.value ?? ""));
  const { firstLine } = forms[0]!;
  const reason = `汇总了 ${forms.length - others.length} 个项目，它们在本文件另有自评表，汇总`;
  return { forms: others, passedOver: others.length < forms.length ? [{ line: firstLine, reason }] : [] };
}

/** The forms of a table of cells, or the projects of a summary. */
export function formsOfTable(sheet: Sheet, context: DocumentContext): ReadForms {
  const found = readForms(formsOfSheet(sheet), context);
  return found.forms.length > 0 ? found : { ...found, ...summaryOf(sheet, new Set(), context) };
}

/** The rows of a sheet by their columns; where that gives no form, by their words: pages set tables as paragraphs. */
export function formsOfRows(sheet: Sheet, context: DocumentContext): ReadForms {
  const found = firstWithForms(
    () => readForms(formsOfSheet(sheet), context),
    () => readForms(formsOfText(sheet.rows.map(drawnWithPipes)), context),
  );
  return sheet.rows.some((row) => row.loose) ? { ...found, forms: found.forms.map(doubtLooseCells) } : found;
}

function drawnWithPipes({ line, cells }: Row): TextLine {
  const texts = cells.map((cell) => cell.text);
  return { line, text: texts.length > 1 ? `${texts.join(" | ")} ||` : (texts[0] ?? "") };
}

/** What the first way finds, or, where that is nothing, the second. */
export function firstWithForms(first: () => ReadForms, second: () => ReadForms): ReadForms {
  const found = first();
  if (found.forms.length > 0) return found;
  const other = second();
  return other.forms.length > 0 ? other : found;
}

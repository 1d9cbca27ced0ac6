/**
 * What `explain` shows of a form or of one of its values, for people and for programs.
 */
import type { Workspace } from "../../../loaders/workspace.ts";
import type { Output, Summary } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { findCell, findForm } from "./find.ts";
import { cellsOf, readForm } from "./form.ts";
import { overviewJson, sayOverview } from "./overview.ts";
import { sayValue, traceValue, valueJson } from "./value.ts";

/** What is to be explained, as people write it. */
export interface Question {
  form: string;
  /** Without it, the whole form. */
  field?: string | undefined;
}

/**
 * Says where a value comes from and returns the same for programs.
 * @throws Problem of wrong use when there is no such form or value, with the nearest there are
 */
export function explain(workspace: Workspace, question: Question, output: Output): Promise<Summary> {
  return readWarehouse(workspace, async (connection) => {
    const id = await findForm(connection, question.form);
    const form = await readForm(connection, id);
    if (question.field === undefined) {
      sayOverview(form, output);
      return { form_id: id, ...overviewJson(form) };
    }
    const cell = findCell(cellsOf(form), id, question.field);
    const trace = await traceValue(connection, form, cell);
    sayValue(form, trace, output);
    const { document_id, path } = form.document;
    return { form_id: id, document: { document_id, path }, ...valueJson(trace) };
  });
}

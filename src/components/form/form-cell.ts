/** The cells of a form as printed: each value leads to the line it was read from and carries its doubts. */
import { html } from "htl";
import { NONE } from "../format.js";
import { linkToForm } from "../links.js";
import { cellKey, type FlagIndex } from "./flag-index.js";

export interface CellOptions {
  record: "form" | "funding" | "indicator";
  seq?: string | number;
  field: string;
  /** Rows that the cell spans, when their labels are one: their flags are all set here. */
  seqs?: (string | number)[];
  line: number | null;
  numeric?: boolean;
  rowSpan?: number;
  colSpan?: number;
  /** Prose keeps its line breaks. */
  prose?: boolean;
}

/** Makes the cells of one form. */
export type CellMaker = (text: string | null, options: CellOptions) => HTMLElement;

/**
 * A maker of cells for a form whose flags are known. All values of a line lead to the same place, so the keyboard
 * stops at the first of them only: a form of 66 rows would otherwise be 400 stops.
 */
export function cellMaker(formId: string, flags: FlagIndex): CellMaker {
  const reached = new Set<number>();

  function trace(shown: string, line: number): HTMLElement {
    const tabIndex = reached.has(line) ? -1 : null;
    reached.add(line);
    return html`<a class="trace plain" href=${linkToForm(formId, line)} data-line=${line} tabindex=${tabIndex}
      title=${`原文第 ${line} 行`}>${shown}</a>`;
  }

  return (text, options) => {
    const { record, field, line, numeric, rowSpan = 1, colSpan = 1, prose } = options;
    const seqs = options.seqs ?? [options.seq ?? ""];
    const marks = flags.marks(seqs.map((seq) => cellKey(record, seq, field)));
    const shown = text === null || text === "" ? (numeric || marks.length ? NONE : "") : text;
    const value = line === null || shown === "" ? shown : trace(shown, line);
    const kind = numeric ? "numeric" : prose ? "prose" : null;
    const content = html.fragment`${value} ${marks}`;
    return html`<td class=${kind} rowspan=${rowSpan} colspan=${colSpan} data-cell-line=${line}>${
      rowSpan > 1 ? html`<div class="spanning">${content}</div>` : content
    }</td>`;
  };
}

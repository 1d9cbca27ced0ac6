/** The cells of a form as printed: each value leads to the line it was read from and carries its doubts. */
import { html } from "htl";
import { cellKey, type FlagIndex } from "./flags.js";
import { NONE } from "./format.js";
import { linkToForm } from "./links.js";

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

/** A maker of cells for a form whose flags are known. */
export function cellMaker(formId: string, flags: FlagIndex): CellMaker {
  return (text, options) => {
    const { record, field, line, numeric, rowSpan = 1, colSpan = 1, prose } = options;
    const seqs = options.seqs ?? [options.seq ?? ""];
    const marks = flags.marks(seqs.map((seq) => cellKey(record, seq, field)));
    const shown = text === null || text === "" ? (numeric || marks.length ? NONE : "") : text;
    const value =
      line === null || shown === ""
        ? shown
        : html`<a class="trace plain" href=${linkToForm(formId, line)} data-line=${line} title=${`原文第 ${line} 行`}>${shown}</a>`;
    const kind = [numeric ? "numeric" : "", prose ? "prose" : "", marks.length ? "flagged" : ""]
      .join(" ")
      .trim();
    return html`<td class=${kind || null} rowspan=${rowSpan} colspan=${colSpan} data-cell-line=${line}>${value}${marks}</td>`;
  };
}

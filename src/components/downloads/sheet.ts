/**
 * What a downloaded table holds: the rows and columns that the page shows, and a note on where they come from.
 */

/** A figure as decimal text, a text, or nothing. */
export type SheetCell = { number: string } | { text: string } | null;

export interface Sheet {
  /** What the table is about; the name of the file. */
  name: string;
  /** A heading a column, with its unit. */
  headings: string[];
  /** As many cells a row as there are headings. */
  rows: SheetCell[][];
  /** Filters, order, sources: a sentence each. */
  notes: string[];
}

const SHOWN_NUMBER = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;

/** The decimal text of a number as pages write it (`−1,465.28`); null where it is none. */
export function shownNumber(text: string): string | null {
  const match = SHOWN_NUMBER.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ""] = match;
  return `${sign ? "-" : ""}${whole!.replaceAll(",", "")}${fraction}`;
}

/** A file name that every system takes: without the signs that Windows forbids, and not too long. */
export function fileName(name: string, ending: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${[...plain].slice(0, 60).join("") || "表格"}.${ending}`;
}

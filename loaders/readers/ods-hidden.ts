/**
 * Rows and columns that an OpenDocument workbook hides: its library reads them like any others, and says nothing of it.
 */
import { CFB } from "@e965/xlsx";

/** Places from the first to the last, counted from 0. */
interface Stretch {
  from: number;
  to: number;
}

/** What one sheet hides. */
export interface HiddenStretches {
  rows: Stretch[];
  columns: Stretch[];
}

const TAG = /<(\/?)table:(table|table-row|table-column)(?=[\s/>])([^>]*)>/g;
const HIDDEN = /\btable:visibility="(?:collapse|filter)"/;
const REPEATED = /\btable:number-(?:rows|columns)-repeated="(\d+)"/;

/** What each sheet hides, in their order; a table within a cell is no sheet. */
export function hiddenInOds(bytes: Uint8Array): HiddenStretches[] {
  const sheets: HiddenStretches[] = [];
  let depth = 0;
  let row = 0;
  let column = 0;
  for (const [, closes, tag, attributes] of contentOf(bytes).matchAll(TAG)) {
    if (tag === "table") {
      const isEmpty = attributes!.endsWith("/");
      if (!isEmpty) depth += closes ? -1 : 1;
      if (closes || depth > 1) continue;
      sheets.push({ rows: [], columns: [] });
      [row, column] = [0, 0];
    } else if (!closes && depth === 1) {
      const count = Number(REPEATED.exec(attributes!)?.[1] ?? 1);
      const from = tag === "table-row" ? row : column;
      if (HIDDEN.test(attributes!))
        sheets.at(-1)![tag === "table-row" ? "rows" : "columns"].push({ from, to: from + count - 1 });
      if (tag === "table-row") row += count;
      else column += count;
    }
  }
  return sheets;
}

/** The document's XML: a part of the archive, or, in a flat file, the file. */
function contentOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x3c || bytes[0] === 0xef) return Buffer.from(bytes).toString("utf8");
  const part = CFB.find(CFB.read(bytes, { type: "buffer" }), "/content.xml");
  return part?.content ? Buffer.from(part.content as Uint8Array).toString("utf8") : "";
}

/** Whether a place lies in one of the stretches. */
export function lies(place: number, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => place >= from && place <= to);
}

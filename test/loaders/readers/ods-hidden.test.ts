/**
 * Rows and columns that an OpenDocument workbook hides are hidden, in a packed file and in a flat one.
 */
import { CFB } from "@e965/xlsx";
import { expect, test } from "vitest";
import { hiddenInOds, lies } from "../../../loaders/readers/ods-hidden.ts";

const XML = `<office:spreadsheet>
<table:table table:name="一"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
<table:table-row table:style-name="r" table:visibility="filter" table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell><table:table><table:table-row table:visibility="collapse"/></table:table></table:table-cell></table:table-row>
</table:table>
<table:table table:name="二"><table:table-row table:visibility="collapse"><table:table-cell/></table:table-row></table:table>
</office:spreadsheet>`;
const HIDDEN = [
  { rows: [{ from: 3, to: 4 }], columns: [{ from: 1, to: 2 }] },
  { rows: [{ from: 0, to: 0 }], columns: [] },
];

test("in a flat file", () => {
  expect(hiddenInOds(Buffer.from(XML))).toEqual(HIDDEN);
});

test("in a packed file", () => {
  const archive = CFB.utils.cfb_new();
  CFB.utils.cfb_add(archive, "/content.xml", Buffer.from(XML));
  const bytes = CFB.write(archive, { fileType: "zip", type: "buffer" }) as Uint8Array;
  expect(hiddenInOds(bytes)).toEqual(HIDDEN);
});

test("a place lies in a stretch up to both of its ends", () => {
  expect([2, 3, 4, 5].map((place) => lies(place, [{ from: 3, to: 4 }]))).toEqual([false, true, true, false]);
});

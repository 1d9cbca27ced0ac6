import { expect, test } from "vitest";
import { readPdf } from "../../../loaders/readers/pdf/read-pdf.ts";
import { textOfRow } from "../../../loaders/readers/sheet.ts";
import { standardFontPdf } from "../formats/made-pdf.ts";

test("a font that is not in the file is read by the tables of the standard, which come with the library", async () => {
  // 项目名称, 河道保洁 in GBK.
  const lines = ["cfeec4bfc3fbb3c6", "bad3b5c0b1a3bde0"].map((hex) => Buffer.from(hex, "hex"));
  const { sheet, picturePages } = await readPdf(standardFontPdf(lines));
  expect(sheet.rows.map(textOfRow)).toEqual(["项目名称", "河道保洁"]);
  expect(picturePages).toEqual([]);
});

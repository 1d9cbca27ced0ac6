import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, sheetOfLines, splitLines } from "../../../loaders/readers/text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** GB18030 of `金额` and `项目` beside ASCII, as Chinese Windows saves it. */
const GB18030 = Uint8Array.from([
  0xbd, 0xf0, 0xb6, 0xee, 0x09, 0x31, 0x32, 0x2e, 0x35, 0x30, 0x0a, 0xcf, 0xee, 0xc4, 0xbf, 0x0a,
]);

describe("the encoding of a text", () => {
  test("is UTF-8 where its bytes are, with or without a mark", () => {
    expect(decodeText(utf8("项目\t1.00"))).toEqual({ encoding: "utf-8", text: "项目\t1.00" });
    expect(decodeText(utf8("\ufeff项目"))).toEqual({ encoding: "utf-8", text: "项目" });
  });

  test("is GB18030 even where only a few characters tell", () => {
    expect(decodeText(GB18030)).toEqual({ encoding: "gb18030", text: "金额\t12.50\n项目\n" });
    expect(decodeText(GB18030.slice(0, 4))).toEqual({ encoding: "gb18030", text: "金额" });
  });

  test("stays UTF-8 where the file was cut off inside a character", () => {
    const whole = utf8("项目支出绩效自评表，全年执行数一百二十三万元");
    expect(decodeText(whole.slice(0, -1))?.encoding).toBe("utf-8");
  });

  test("is UTF-16 by its mark", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x79, 0x98, 0xee, 0x76]);
    expect(decodeText(bytes)).toEqual({ encoding: "utf-16le", text: "项目" });
  });

  test("is none where the bytes are no text", () => {
    expect(decodeText(Uint8Array.from([0, 1, 2, 3, 0, 255, 254, 0]))).toBeNull();
  });
});

describe("lines and cells", () => {
  test("the lines of a text do not depend on what ends them", () => {
    for (const end of ["\n", "\r\n", "\r"])
      expect(splitLines(`甲${end}${end}乙${end}`)).toEqual(["甲", "", "乙"]);
  });

  test("cells keep their column, whatever is empty beside them", () => {
    const cell = fc.constantFrom("", "甲", "1.00", "乙 丙");
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const [row] = sheetOfLines([cells.join("\t")]).rows;
        const filled = cells.flatMap((text, column) => (text === "" ? [] : [{ text, column }]));
        expect(row).toEqual({ line: 1, cells: filled });
      }),
    );
  });
});

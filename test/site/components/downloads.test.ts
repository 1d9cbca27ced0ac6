/** What a downloaded table holds, down to its characters. */
import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, harmless } from "../../../src/components/downloads/csv.ts";
import { filtersOf } from "../../../src/components/downloads/note.ts";
import { fileName, type Sheet, shownNumber } from "../../../src/components/downloads/sheet.ts";
import { xlsxOf } from "../../../src/components/downloads/xlsx.ts";

const SHEET: Sheet = {
  name: "未执行金额",
  headings: ["项目", "未执行（万元）", "备注"],
  rows: [
    [{ text: "=HYPERLINK(1)" }, { number: "-12.50" }, { text: '两行\n“引号"，逗号' }],
    [{ text: "-12.5" }, { number: "1234567.125" }, null],
    [{ text: "＝1+1" }, { number: "12345678901234567.89" }, { text: "\t=1" }],
  ],
  notes: ["筛选：年度：2031", "数据：1 份文件"],
};

describe("text of a CSV file", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "－1",
    "＠A",
    "\t=1",
    "\r=1",
    " =1",
    "-",
    "+5",
    "-1,2",
  ])("%j is no formula any more", (text) => expect(harmless(text)).toBe(`'${text}`));

  test.each(["-12.5", "-1", "0", "12", "1-2", "甲=乙", "a@b", "—", "−3", "'=1"])(
    "%j stays as it is",
    (text) => expect(harmless(text)).toBe(text),
  );

  test("opens in Excel as UTF-8 and holds every cell, and the note below an empty line", () => {
    const text = csvOf(SHEET);
    expect(text.startsWith("\ufeff项目,未执行（万元）,备注\r\n")).toBe(true);
    const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];
    expect(rows).toEqual([
      SHEET.headings,
      ["'=HYPERLINK(1)", "-12.50", '两行\n“引号"，逗号'],
      ["-12.5", "1234567.125", ""],
      ["'＝1+1", "12345678901234567.89", "'\t=1"],
      [""],
      ["筛选：年度：2031"],
      ["数据：1 份文件"],
    ]);
  });

  test("gives any text back but for an apostrophe before a formula", () => {
    const rows = fc.array(fc.tuple(fc.string(), fc.string({ unit: "binary", maxLength: 20 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (texts) => {
        const cells = texts.map((row) => row.map((text) => ({ text })));
        const csv = csvOf({ name: "表", headings: ["甲", "乙"], rows: cells, notes: [] });
        const read = parse(csv, { bom: true, relax_column_count: true }) as string[][];
        expect(read.slice(1, texts.length + 1)).toEqual(texts.map((row) => row.map(harmless)));
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe("workbook", () => {
  test("holds texts as texts, figures as numbers as they are shown, and the note on a sheet of its own", async () => {
    const book = read(await xlsxOf(SHEET), { cellNF: true });
    expect(book.SheetNames).toEqual(["数据", "说明"]);
    const cells = book.Sheets.数据!;
    expect(utils.sheet_to_json(cells, { header: 1, raw: true })).toEqual([
      SHEET.headings,
      ["=HYPERLINK(1)", -12.5, '两行\n“引号"，逗号'],
      ["-12.5", 1234567.125],
      ["＝1+1", "12345678901234567.89", "\t=1"],
    ]);
    expect(cells.A2).toMatchObject({ t: "s", z: "@" });
    expect(cells.A2!.f).toBeUndefined();
    expect(cells.B2).toMatchObject({ t: "n", w: "-12.50" });
    expect(cells.B3).toMatchObject({ t: "n", w: "1,234,567.125" });
    expect(utils.sheet_to_json(book.Sheets.说明!, { header: 1 }).flat()).toEqual(SHEET.notes);
  });

  test("is refused, not cut off, where Excel has no room", async () => {
    const row = [{ text: "甲" }];
    const long = { ...SHEET, headings: ["甲"], rows: Array.from({ length: 1_048_576 }, () => row) };
    await expect(xlsxOf(long)).rejects.toThrow("超过 Excel 一张工作表的 1048576 行");
    const wide = { ...SHEET, rows: [[{ text: "字".repeat(32_768) }]] };
    await expect(xlsxOf(wide)).rejects.toThrow("32767 个字");
    await expect(xlsxOf({ ...SHEET, rows: [[{ text: "字".repeat(32_767) }]] })).resolves.toBeDefined();
  });
});

test.each([
  ["−1,465.28", "-1465.28"],
  ["1,000", "1000"],
  ["0.00", "0.00"],
  ["-3", "-3"],
])("%j on a page is the number %s", (text, number) => expect(shownNumber(text)).toBe(number));

test.each(["—", "年中追加", "1,46", "⚑ 3", "12.5%", "", "1."])("%j on a page is no number", (text) =>
  expect(shownNumber(text)).toBeNull(),
);

test("a file name has none of the signs that Windows forbids", () => {
  expect(fileName('甲/乙:丙*?"<>|丁\n', "csv")).toBe("甲 乙 丙 丁.csv");
  expect(fileName("///", "xlsx")).toBe("表格.xlsx");
});

test("the note names the filters of an address in Chinese and leaves out what narrows nothing", () => {
  expect(filtersOf("?year=2031&unit=甲局&line=3&q=")).toEqual(["年度：2031", "实施单位：甲局"]);
  expect(filtersOf("?unit=甲局&source=other_funds")).toEqual(["实施单位：甲局", "资金来源：其他资金"]);
  expect(filtersOf("?year=2031&unit=甲局", ["unit"])).toEqual(["年度：2031"]);
});

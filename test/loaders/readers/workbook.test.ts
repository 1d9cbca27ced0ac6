import { type BookType, type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { textOfRow } from "../../../loaders/readers/sheet.ts";
import { readWorkbook } from "../../../loaders/readers/workbook.ts";

const NUMBER = (v: number, z: string): CellObject => ({ t: "n", v, z });

/** The rows of a workbook with one sheet, as text. */
function rowsOf(sheet: WorkSheet, bookType: BookType = "xlsx"): string[] {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "表");
  const bytes = write(book, { type: "buffer", bookType }) as Uint8Array;
  return readWorkbook(bytes, "xlsx").sheets.flatMap(({ rows }) => rows.map(textOfRow));
}

function row(...cells: (CellObject | string)[]): WorkSheet {
  return utils.aoa_to_sheet([cells], { cellDates: false });
}

const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

describe.each<BookType>(["xlsx", "biff8"])("cells of a workbook, as %s", (bookType) => {
  test("are what the office program shows: grouped, rounded, as a percentage, in brackets where negative", () => {
    const sheet = row(
      NUMBER(1210.5, "#,##0.00"),
      NUMBER(36.004, "0.00"),
      NUMBER(0.9082, "0.00%"),
      NUMBER(10, "0"),
      NUMBER(1234.5, ACCOUNTING),
    );
    expect(rowsOf(sheet, bookType)).toEqual(["1,210.50\t36.00\t90.82%\t10\t1,234.50"]);
  });

  test("are numbers where the format shows none: 0 as a dash, or an exponent", () => {
    const sheet = row(
      NUMBER(0, ACCOUNTING),
      NUMBER(123456789012.34, "0.00E+00"),
      NUMBER(0.1 + 0.2, "General"),
      "-",
    );
    expect(rowsOf(sheet, bookType)).toEqual(["0\t123456789012.34\t0.3\t-"]);
  });

  test("of dates are dates, in the order of year, month, day", () => {
    expect(rowsOf(row(NUMBER(45_657, "m/d/yy"), NUMBER(45_657, 'yyyy"年"m"月"d"日"')), bookType)).toEqual([
      "2024/12/31\t2024年12月31日",
    ]);
  });

  test("keep their gaps; lines in one cell are one text, without a space between characters of Chinese", () => {
    expect(rowsOf(row("经济成本\r\n指标", "", "第一行\n second", "a\nb"), bookType)).toEqual([
      "经济成本指标\t\t第一行second\ta b",
    ]);
  });
});

test("merged cells carry their spans, and one blank row stands for a gap of any height", () => {
  const sheet = utils.aoa_to_sheet([
    ["产出指标", "数量指标", "", "甲"],
    ["", "", "", "乙"],
  ]);
  sheet["!merges"] = [utils.decode_range("A1:A2"), utils.decode_range("B1:C1")];
  utils.sheet_add_aoa(sheet, [["远处"]], { origin: "B900000" });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "表");
  const [read] = readWorkbook(write(book, { type: "buffer", bookType: "xlsx" }), "xlsx").sheets;
  expect(read).toEqual({
    name: "表",
    rows: [
      {
        line: 1,
        kept: true,
        cells: [
          { text: "产出指标", column: 0, rowSpan: 2 },
          { text: "数量指标", column: 1, columnSpan: 2 },
          { text: "甲", column: 3 },
        ],
      },
      { line: 2, cells: [{ text: "乙", column: 3 }], kept: true },
      { line: 899_999, cells: [] },
      { line: 900_000, cells: [{ text: "远处", column: 1 }], kept: true },
    ],
  });
});

describe("rows and columns that are hidden", () => {
  const bookType: BookType = "xlsx";
  const sheet = (): WorkSheet => {
    const own = utils.aoa_to_sheet([
      ["产出指标", "旧", "作废指标", "99"],
      ["", "旧", "培训场次", "10"],
      ["", "旧", "培训人次", "20"],
    ]);
    own["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 2, c: 0 } }];
    own["!rows"] = [{ hidden: true }];
    own["!cols"] = [{}, { hidden: true }];
    return own;
  };

  test("are not read, but the label of a merged cell that reaches into what is shown", () => {
    expect(rowsOf(sheet(), bookType)).toEqual(["产出指标\t\t培训场次\t10", "\t\t培训人次\t20"]);
  });

  test("are told", () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet(), "表");
    utils.book_append_sheet(book, row("培训场次"), "全表");
    const { partlyHidden, sheets } = readWorkbook(
      write(book, { type: "buffer", bookType }) as Uint8Array,
      "xlsx",
    );
    expect(partlyHidden).toEqual([{ name: "表", rows: 1, columns: 1 }]);
    expect(sheets[0]!.rows[0]!.cells[0]).toEqual({ text: "产出指标", column: 0, rowSpan: 2 });
  });
});

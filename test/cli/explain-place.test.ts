import { describe, expect, it } from "vitest";
import { placeOf } from "../../src/cli/explain/place.ts";

const text = "产出指标\t数量指标\t清理河道长度\t\t≥86公里\t86.5公里\t10.00\t9.50";
const row = { line: 14, text, place: "工作表“水务局”" };

describe("the place of a value", () => {
  it("is the cell of a workbook, however the amount is written there", () => {
    expect(placeOf(row, "xlsx", ["≥86公里"])).toBe("工作表“水务局”E14 单元格");
    expect(placeOf(row, "xls", ["9.5"])).toBe("工作表“水务局”H14 单元格");
    expect(placeOf({ ...row, text: `${"\t".repeat(27)}1,210.50` }, "ods", ["1210.500000"])).toBe(
      "工作表“水务局”AB14 单元格",
    );
  });

  it("is the row of a workbook where no cell, or more than one, holds the value", () => {
    expect(placeOf(row, "xlsx", ["开展巡查次数"])).toBe("工作表“水务局”第 14 行");
    expect(placeOf({ ...row, text: "10.00\t10.00" }, "xlsx", ["10.00"])).toBe("工作表“水务局”第 14 行");
  });

  it("is what the reader says for pages and documents, and nothing more than the line for a text", () => {
    expect(placeOf({ ...row, place: "第 1 个表格第 5 行" }, "docx", ["9.50"])).toBe("第 1 个表格第 5 行");
    expect(placeOf({ line: 14, text }, "text", ["9.50"])).toBeNull();
  });
});

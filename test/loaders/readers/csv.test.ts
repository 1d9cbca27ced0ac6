import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openDocument } from "../../../loaders/document.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import { rowsOfCsv, rowsOfQuotedTabs } from "../../../loaders/readers/csv.ts";
import { RIVER } from "../formats/office/truths.ts";
import { comparedCells, differences } from "../made/compare.ts";

const TEXT = readFileSync(new URL("../formats/fixtures/one-form.csv", import.meta.url), "utf8");
/** The same cells between other separators. */
const separatedBy = (separator: string): string =>
  TEXT.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, separator);

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");

describe("a form is read to the same values", () => {
  test.each<[string, Buffer, string]>([
    ["in UTF-8", Buffer.from(TEXT), "utf-8"],
    ["in UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`), "utf-8"],
    ["in UTF-16", utf16(TEXT), "utf-16le"],
    ["with Windows line ends", Buffer.from(TEXT.replaceAll("\n", "\r\n")), "utf-8"],
    ["between semicolons", Buffer.from(separatedBy(";")), "utf-8"],
    ["between full-width commas", Buffer.from(separatedBy("，")), "utf-8"],
    ["between tabs, with quoted cells", Buffer.from(separatedBy("\t")), "utf-8"],
  ])("%s", async (_, bytes, encoding) => {
    const { forms, encoding: found } = await openDocument(bytes, "单位/表.csv");
    expect(found).toBe(encoding);
    expect(forms).toHaveLength(1);
    expect(differences(comparedCells(forms[0]!, RIVER))).toEqual([]);
    expect(cellFlags(forms[0]!)).toEqual([]);
  });
});

describe("cells between commas", () => {
  test("are told from prose and from amounts with commas", () => {
    const prose = "各单位，请按时填报，如实填写，不得漏报。\n各科室，请认真核对，逐项说明。\n谢谢。\n";
    expect(rowsOfCsv(prose)).toBeNull();
    expect(
      rowsOfCsv("年度资金总额 1,210.50 1,233.38\n其他资金 0.00 0.00\n上年结转 1,000.00 2.00\n"),
    ).toBeNull();
    expect(rowsOfCsv("a\tb,c,d,e\n".repeat(5))).toBeNull();
  });

  test("may hold line breaks: a row stands on the line where it begins", () => {
    const rows = rowsOfCsv('a,b,c,d\n"经济成本\n指标",,,x\n1,2,3,4\n')!;
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(rows[1]!.cells).toEqual([
      { text: "经济成本指标", column: 0 },
      { text: "x", column: 3 },
    ]);
  });

  test("with tabs are left to plain text where no cell is quoted over lines, or quotes do not match", () => {
    expect(rowsOfQuotedTabs('项目\t"河道"\n甲\t乙\n')).toBeNull();
    expect(rowsOfQuotedTabs('项目\t"河道\n甲\t乙\n')).toBeNull();
    expect(rowsOfQuotedTabs('项目\t"河\n道"\n甲\t乙\n')).toHaveLength(2);
    expect(rowsOfQuotedTabs('"项目"\t"河道"\n"甲"\t1\n')).toHaveLength(2);
  });
});

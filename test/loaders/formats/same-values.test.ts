/**
 * The same invented forms as an office program writes them: whatever the format, read to the same values, without one flag.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { TrueForm } from "../../../loaders/demo/true-form.ts";
import { openDocument, type ReadDocument } from "../../../loaders/document.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import { comparedCells, differences } from "../made/compare.ts";
import { ARCHIVE, RIVER, TREES } from "./office/truths.ts";

const open = (name: string): Promise<ReadDocument> =>
  openDocument(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), `单位/${name}`);

function expectForms({ forms }: ReadDocument, truths: readonly TrueForm[]): void {
  expect(forms.map((form) => form.projectName.value)).toEqual(truths.map((truth) => truth.project));
  truths.forEach((truth, index) => {
    const form = forms[index]!;
    expect(differences(comparedCells(form, truth))).toEqual([]);
    expect(cellFlags(form)).toEqual([]);
    expect(form.indicators).toHaveLength(truth.indicators.length);
    expect([form.ordinal, form.weightsSumOk, form.scoresSumOk]).toEqual([index + 1, true, true]);
  });
}

describe("one form a file", () => {
  test.each(["csv", "xlsx", "xls", "ods", "html", "pdf"])("as .%s", async (format) => {
    const document = await open(`one-form.${format}`);
    expect(document.format).toBe(format);
    expectForms(document, [RIVER]);
    const [form] = document.forms;
    // Rows are counted as the office program counts them; on paper there is a running head above.
    const head = format === "pdf" ? 1 : 0;
    expect([form!.firstLine, form!.lastLine]).toEqual([3 + head, 23 + head]);
    expect(form!.funding[0]).toMatchObject({ source: "total", line: 6 + head });
  });
});

describe("several sheets, of which the first are something else, and two forms on one", () => {
  test.each(["xlsx", "xls", "ods"])("as .%s", async (format) => {
    const document = await open(`several-sheets.${format}`);
    expectForms(document, [RIVER, TREES, ARCHIVE]);
    expect(document.forms.map(({ sheet, firstLine }) => [sheet, firstLine])).toEqual([
      [3, 3],
      [3, 27],
      [4, 6],
    ]);
    const places = document.lines.filter(({ line }) => line === 6).map(({ sheet, place }) => [sheet, place]);
    expect(places).toEqual([
      [3, "工作表“水务局”"],
      [4, "工作表“文旅局”"],
    ]);
  });
});

describe("a page that lies on its side or upside down", () => {
  test.each([90, 180, 270])("turned by %s°", async (degrees) => {
    const bytes = readFileSync(new URL("fixtures/one-form.pdf", import.meta.url));
    const text = bytes.toString("latin1").replaceAll("/Type/Page/", `/Type/Page/Rotate ${degrees}/`);
    expect(text.length).toBeGreaterThan(bytes.length);
    expectForms(await openDocument(Buffer.from(text, "latin1"), "单位/表.pdf"), [RIVER]);
  });
});

test("page breaks between rows, inside a row and under the head of a form part nothing", async () => {
  const document = await open("page-breaks.pdf");
  expectForms(document, [RIVER, TREES, ARCHIVE]);
  const pageOf = (line: number): string => document.lines[line - 1]!.place!.slice(0, 5);
  const pages = document.forms.map(({ firstLine, lastLine }) => [pageOf(firstLine), pageOf(lastLine)]);
  expect(pages).toEqual([
    ["第 1 页", "第 2 页"],
    ["第 2 页", "第 2 页"],
    ["第 2 页", "第 3 页"],
  ]);
});

describe("a report with prose before, between and after two forms", () => {
  test("as .pdf, the title of the second form on the page before its table", async () => {
    const document = await open("report.pdf");
    expectForms(document, [RIVER, TREES]);
    const pages = document.forms.map(({ firstLine, lastLine }) =>
      [firstLine, lastLine].map((number) => document.lines[number - 1]!.place!.slice(0, 5)),
    );
    expect(pages).toEqual([
      ["第 1 页", "第 1 页"],
      ["第 2 页", "第 2 页"],
    ]);
  });

  test.each(["docx", "html"])("as .%s", async (format) => {
    const document = await open(`report.${format}`);
    expect(document.format).toBe(format);
    expectForms(document, [RIVER, TREES]);
    const [river, trees] = document.forms;
    const placeOf = (number: number) => document.lines.find(({ line }) => line === number)!.place;
    expect([river!.firstLine, river!.lastLine].map(placeOf)).toEqual([
      "第 1 个表格第 1 行",
      "第 1 个表格第 21 行",
    ]);
    expect(placeOf(trees!.fiscalYear.line!)).toMatch(/^正文第 \d+ 段$/);
  });
});

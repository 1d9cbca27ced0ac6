/** The lists of findings and of cells that ask for a person, and tables taken along as files. */
import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { plain, textsOf } from "../browser.ts";
import { FORMS, HOSTILE_NAME } from "../made-forms.ts";
import type { Site } from "../site.ts";

/** The file that a button of a table saves. */
async function saved(
  page: Page,
  caption: string,
  kind: "CSV" | "XLSX",
): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `下载${kind}：${caption}` }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The rows of a CSV file up to its note, and the note. */
function csvParts(bytes: Buffer): { cells: string[][]; note: string[] } {
  const lines = parse(bytes, { bom: true, relax_column_count: true }) as string[][];
  const end = lines.findIndex((line) => line.length === 1);
  return { cells: lines.slice(0, end), note: lines.slice(end).flat().filter(Boolean) };
}

async function shownRows(page: Page, box: string): Promise<string[][]> {
  const lines = await page.locator(`${box} tbody tr`).all();
  return Promise.all(lines.map(async (line) => (await line.locator("th, td").allTextContents()).map(plain)));
}

const ready = (page: Page) => page.waitForSelector(".long-list tbody tr");

export function lists(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("list of findings", () => {
    test("counts and lists what the warehouse holds for the newest year, the gravest first", async () => {
      const { page } = await site().open("findings.html");
      await ready(page);
      const found = await query(
        `select severity, rule, finding_id, message from mart.findings where fiscal_year = 2031
         order by list_position(['error', 'warning', 'info'], severity), rule, implementing_unit nulls last,
           form_id nulls last, line nulls last, finding_id`,
      );
      const number = (severity: string) => found.filter((row) => row.severity === severity).length;
      expect(number("error")).toBeGreaterThan(0);
      expect(await textsOf(page, "h1")).toEqual([
        `2031年有 ${number("error")} 处表内自相矛盾，${number("warning")} 处值得一问，${number("info")} 处提示`,
      ]);
      const more = page.locator(".long-list button.more");
      if (await more.isVisible()) await more.click();
      const shown = await shownRows(page, ".long-list");
      expect(shown.map((cells) => cells.at(-1))).toEqual(found.map((row) => row.finding_id));
      expect(shown[0]![3]).toContain(plain(String(found[0]!.message)));
      await page.close();
    });

    test("of a department, as a briefing links to it, holds what the warehouse finds in its forms", async () => {
      const [most] = await query(
        `select forms.department_name as department, findings.fiscal_year as year, count(*)::integer as n
         from mart.findings as findings join mart.forms as forms using (form_id)
         where forms.department_name is not null and findings.fiscal_year is not null
         group by all order by n desc, department, year limit 1`,
      );
      const asked = new URLSearchParams({ year: String(most!.year), department: String(most!.department) });
      const { page } = await site().open(`findings.html?${asked}`);
      await ready(page);
      const more = page.locator(".long-list button.more");
      if (await more.isVisible()) await more.click();
      expect(await shownRows(page, ".long-list")).toHaveLength(Number(most!.n));
      await page.close();
    });

    test("is narrowed by rule and unit, the address follows and brings the view back", async () => {
      const { page } = await site().open("findings.html");
      await ready(page);
      const [most] = await query(
        `select rule, implementing_unit, count(*)::integer as n from mart.findings where fiscal_year = 2031
         and implementing_unit is not null group by all order by n desc, rule, implementing_unit limit 1`,
      );
      await page.getByLabel("规则", { exact: true }).selectOption(String(most!.rule));
      await page.getByLabel("实施单位").selectOption(String(most!.implementing_unit));
      await page.waitForFunction(
        (n) => document.querySelector(".long-list output")?.textContent === `${n} 个问题`,
        most!.n,
      );
      await page.reload();
      await ready(page);
      expect(await page.locator(".long-list tbody tr").count()).toBe(Number(most!.n));
      expect(await page.getByLabel("实施单位").inputValue()).toBe(most!.implementing_unit);
      await page.close();
    });

    test("leads to the line of the form, and takes nonsense in the address for no filter", async () => {
      const { page, problems } = await site().open("findings.html?rule=<script>&year=abc&severity=9");
      await ready(page);
      const href = await page.locator(".long-list tbody a[href*='id=']").first().getAttribute("href");
      expect(href).toMatch(/^\.\/form\.html\?id=[0-9a-f]{12}-\d\d&line=\d+$/);
      // Whoever sent the address believes that it narrows.
      const told = await textsOf(page, ".list-filter [role=alert] p");
      expect(told.map((text) => /“(.*)”/.exec(text)?.[1]).toSorted()).toEqual(["9", "<script>", "abc"]);
      await page.getByLabel("轻重", { exact: true }).selectOption({ index: 1 });
      await page.waitForFunction(() => !document.querySelector(".list-filter [role=alert] p"));
      expect(problems).toEqual([]);
      await page.close();
    });

    test("says so where nothing matches", async () => {
      const { page } = await site().open("findings.html?q=没有这样的问题");
      await page.waitForSelector(".long-list .empty");
      expect(await textsOf(page, ".long-list .empty")).toEqual(["没有符合条件的问题。请去掉一些筛选。"]);
      await page.close();
    });
  });

  describe("list of cells that ask for a person", () => {
    test("holds each of them with what was read, what was made of it and why", async () => {
      const { page } = await site().open("review.html");
      await ready(page);
      const flags = await query(
        `select flags.reason, flags.line from mart.cell_flags as flags join mart.forms using (form_id)
         where asks_person order by fiscal_year desc nulls last, implementing_unit nulls last, form_id, flags.line`,
      );
      expect(await textsOf(page, "h1")).toEqual([expect.stringContaining(`${flags.length} 个单元格`)]);
      const shown = await shownRows(page, ".long-list");
      expect(shown.map((cells) => cells[5])).toEqual(flags.map((row) => row.reason));
      expect(shown.map((cells) => cells[6])).toEqual(flags.map((row) => String(row.line)));
      await page.close();
    });

    test("of a department holds those of its forms", async () => {
      const [most] = await query(
        `select forms.department_name as department, count(*)::integer as n
         from mart.cell_flags join mart.forms as forms using (form_id)
         where asks_person and forms.department_name is not null
         group by all order by n desc, department limit 1`,
      );
      const { page } = await site().open(
        `review.html?${new URLSearchParams({ department: String(most!.department) })}`,
      );
      await ready(page);
      expect(await shownRows(page, ".long-list")).toHaveLength(Number(most!.n));
      await page.close();
    });

    test("has a line for corrections.csv that the reader of corrections takes once a reviewer has signed it", async () => {
      const { page } = await site().open("review.html?field=executed");
      await ready(page);
      const line = await page.locator(".correction code").first().textContent();
      expect(line).toBe(`${FORMS.doubtful},funding,total,executed,90.45,与原件核对,`);
      await page
        .getByRole("button", { name: /^复制更正/ })
        .first()
        .click();
      await page.waitForFunction(() =>
        /已复制|Ctrl\+C/.test(document.querySelector(".correction [role=status]")?.textContent ?? ""),
      );
      await page.close();
    });
  });

  describe("downloads", () => {
    test("a CSV holds the rows that are shown, in their order, with units and a note", async () => {
      const { page } = await site().open("findings.html?severity=error");
      await ready(page);
      await page
        .getByRole("columnheader", { name: /涉及金额/ })
        .getByRole("button")
        .click();
      const shown = await shownRows(page, ".long-list");
      const { name, bytes } = await saved(page, "问题清单", "CSV");
      expect(name).toBe("问题清单.csv");
      const { cells, note } = csvParts(bytes);
      expect(cells[0]).toContain("涉及金额（万元）");
      expect(cells.slice(1).map((row) => row.at(-1))).toEqual(shown.map((row) => row.at(-1)));
      expect(note).toContain("筛选：年度：2031年；轻重：错误");
      expect(note).toContain("排序：按“涉及金额”从大到小");
      expect(note).toContain(`行数：${shown.length} 行，全部在内`);
      expect(note.join()).toContain("数据：4 份文件、10 张表单");
      await page.close();
    });

    test("a workbook holds the figures of the page as numbers, and names as texts", async () => {
      const { page, problems } = await site().open("form.html?year=2031");
      const { bytes } = await saved(page, "表单一览；金额链接到原表的年度资金总额一行", "XLSX");
      const book = read(bytes);
      const [headings, ...lines] = utils.sheet_to_json<(string | number)[]>(book.Sheets.数据!, { header: 1 });
      expect(headings!.slice(3, 7)).toEqual([
        "全年预算数（万元）",
        "全年执行数（万元）",
        "未执行（万元）",
        "执行率（%）",
      ]);
      const expected = await query(
        `select project_name, adjusted_budget::double as budget from mart.execution where source = 'total' and fiscal_year = 2031
         order by execution.unexecuted desc, form_id`,
      );
      expect(lines.map((line) => line[3])).toEqual(expected.map((row) => row.budget));
      expect(lines.map((line) => line[0])).toContain(HOSTILE_NAME);
      expect(utils.sheet_to_json(book.Sheets.说明!, { header: 1 }).flat()).toContain("筛选：年度：2031");
      expect(problems).toEqual([]);
      await page.close();
    });

    test("hold all rows of a table that shows its first ones only", async () => {
      const { page } = await site().open(`findings.html?year=all`);
      await ready(page);
      const [{ n }] = (await query("select count(*)::integer as n from mart.findings")) as [{ n: number }];
      const { cells } = csvParts((await saved(page, "问题清单", "CSV")).bytes);
      expect(cells).toHaveLength(n + 1);
      await page.close();
    });
  });
}

/** Queries in the browser: their answers are the warehouse's, and none of them breaks the page. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { plain, textsOf, type Visit } from "../browser.ts";
import type { Site } from "../site.ts";

/**
 * The engine tells the console what it tells the page; and the browser wants to colour what is typed over coloured text,
 * which the policy forbids it.
 */
const EXPECTED = /Error: |exception_type|Applying inline style violates/;

async function write(page: Page, sql: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(sql);
}

async function finished(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>("button.run")!.disabled);
}

async function ask(page: Page, sql: string): Promise<void> {
  await write(page, sql);
  await page.getByRole("button", { name: "运行", exact: true }).click();
  await finished(page);
}

async function answer(page: Page): Promise<string[][]> {
  const lines = await page.locator(".answer tbody tr").all();
  return Promise.all(lines.map(async (line) => (await line.locator("th, td").allTextContents()).map(plain)));
}

export function queries(site: () => Site): void {
  describe("queries", () => {
    const open = async (path = "query.html"): Promise<Visit> => {
      const visit = await site().open(path);
      await visit.page.waitForSelector(".sql-editor");
      return visit;
    };

    test("answer as the warehouse does, digit by digit, and fetch no table that they do not name", async () => {
      const { page, problems } = await open();
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname.replace(/.*\//, "")));
      const sql = `select source, count(*) as n, sum(adjusted_budget) as budget, min(execution_rate) as lowest,
        bool_or(doubtful) as doubtful from mart.execution group by source order by source`;
      await ask(page, sql);
      const expected = await rows(
        site().warehouse,
        `select source, n::varchar as n, regexp_replace(budget::varchar, '(\\.\\d\\d\\d*?)0+$', '\\1') as budget,
           coalesce(regexp_replace(lowest::varchar, '(\\.\\d\\d\\d*?)0+$', '\\1'), '—') as lowest,
           doubtful::varchar as doubtful from (${sql}) order by source`,
      );
      expect(expected.length).toBeGreaterThan(3);
      expect(await answer(page)).toEqual(expected.map((row) => Object.values(row)));
      expect(fetched.filter((name) => name.endsWith(".arrow"))).toEqual(["execution.arrow"]);
      expect(await page.locator(".answer .on-screen svg").count()).toBe(1);
      expect(problems.filter((problem) => !EXPECTED.test(problem))).toEqual([]);
      await page.reload();
      await page.waitForSelector(".sql-editor");
      expect(plain((await page.locator(".cm-content").textContent()) ?? "")).toContain("bool_or(doubtful)");
      await page.close();
    });

    test("that are wrong are told what is wrong, in Chinese", async () => {
      const { page, problems } = await open();
      for (const [sql, message] of [
        ["selec 1", "在“selec”附近写得不对"],
        ["select * from mart.nope", "没有名为 nope 的表"],
        ["select nope from mart.forms", "没有名为 nope 的列"],
        ["select * from (", "没有写完"],
        ["  ", "还没有写查询"],
        ["select * from read_csv('https://example.com/a.csv')", "这里只能查询本站的表"],
      ] as const) {
        await ask(page, sql);
        expect((await textsOf(page, ".answer [role=alert]")).join()).toContain(message);
      }
      await ask(page, "select 1 as 一");
      expect(await answer(page)).toEqual([["1"]]);
      expect(problems.filter((problem) => !EXPECTED.test(problem))).toEqual([]);
      await page.close();
    });

    test("that give a million rows are cut off, and say so on the page and in the file", async () => {
      const { page } = await open();
      await ask(page, "select range as n from range(1000000)");
      expect((await textsOf(page, ".answer [role=alert]")).join()).toContain("只取了前 10,000 行");
      expect(await page.locator(".answer tbody tr").count()).toBe(50);
      await ask(page, "select range as n from range(10000)");
      expect(await page.locator(".answer [role=alert]").count()).toBe(0);
      await page.close();
    });

    test("that never end are stopped, and the next one runs", async () => {
      const { page } = await open();
      await write(page, "select count(*) from range(100000000000) as a, range(1000) as b");
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.getByText("正在查询……").waitFor();
      await page.getByRole("button", { name: "停止" }).click();
      await finished(page);
      expect(await textsOf(page, ".answer [role=alert] p")).toEqual(["查询已停止。"]);
      await ask(page, "select count(*) as n from mart.forms");
      expect(await answer(page)).toEqual([["10"]]);
      await page.close();
    });

    test("show texts of forms as texts", async () => {
      const { page } = await open();
      await ask(page, "select project_name, form_id from mart.forms where project_name like '%script%'");
      expect(await page.locator(".answer script, .answer img").count()).toBe(0);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(await page.locator(".answer a[href*='form.html?id=']").count()).toBe(1);
      await page.close();
    });

    test("begin with a table that is clicked, and with every example", async () => {
      const { page, problems } = await open();
      await page.locator(".tables summary").first().click();
      await page.locator(".tables details[open] button").first().click();
      expect(await page.locator(".cm-content").textContent()).toMatch(/mart\.[a-z_]+/);
      const examples = page.locator(".examples button");
      for (let at = 0; at < (await examples.count()); at++) {
        await examples.nth(at).click();
        await page.getByRole("button", { name: "运行", exact: true }).click();
        await finished(page);
        expect(await page.locator(".answer table").count()).toBe(1);
        // What a click will bring was said before it.
        const said = plain((await examples.nth(at).locator(".where").textContent()) ?? "");
        expect(await page.locator(".query-page .status").textContent()).toContain(`${said}，用时`);
        expect(await page.locator(".answer tbody tr").count()).toBeGreaterThan(0);
      }
      expect(await examples.count()).toBeGreaterThan(3);
      expect(problems.filter((problem) => !EXPECTED.test(problem))).toEqual([]);
      await page.close();
    });
  });
}

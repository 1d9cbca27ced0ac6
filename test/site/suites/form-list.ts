/** The list of forms and what narrows it. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { textsOf } from "../browser.ts";
import { LONG_NAME } from "../made-forms.ts";
import type { Site } from "../site.ts";

/** Waits until the list says that it has so many forms. */
async function shown(page: Page, forms: number): Promise<void> {
  await page.waitForFunction(
    (text) => document.querySelector(".form-list output")?.textContent === text,
    `${forms} 张表单`,
  );
}

export function formList(site: () => Site): void {
  describe("list of forms", () => {
    test("is narrowed by what is typed, and the address follows", async () => {
      const { page } = await site().open("form.html");
      await page.getByRole("searchbox").fill("乙局 2031");
      await shown(page, 4);
      expect(await page.locator(".form-list tbody tr").count()).toBe(4);
      await page.reload();
      await page.waitForSelector(".form-list tbody");
      expect(await page.getByRole("searchbox").inputValue()).toBe("乙局 2031");
      expect(await page.locator(".form-list tbody tr").count()).toBe(4);
      await page.close();
    });

    test("is narrowed to forms that ask for a person", async () => {
      const { page } = await site().open("form.html");
      await page.getByLabel("只看有待核单元格的").check();
      await shown(page, 2);
      expect(await textsOf(page, ".form-list tbody th")).toEqual(["培训经费", "（名称缺失）（⚑ 名称待核）"]);
      expect(page.url()).toContain("flagged=1");
      await page.close();
    });

    test("says so where nothing is left, and what to do", async () => {
      const { page } = await site().open("form.html?q=没有这样的项目");
      expect(await textsOf(page, ".form-list .empty")).toEqual([
        "没有符合条件的表单。请换个词，或去掉筛选。",
      ]);
      await page.close();
    });

    test("takes nonsense in the address for no filter", async () => {
      const { page } = await site().open("form.html?year=abc&flagged=maybe&unit=&line=x");
      expect(await page.locator(".form-list tbody tr").count()).toBe(10);
      await page.close();
    });

    test("lets conditions be taken away again", async () => {
      const { page } = await site().open(
        `form.html?${new URLSearchParams({ project: LONG_NAME, year: "2031" })}`,
      );
      expect(await page.locator(".form-list tbody tr").count()).toBe(1);
      await page.getByRole("link", { name: "去掉这些条件" }).click();
      await page.waitForFunction(() => document.querySelectorAll(".form-list tbody tr").length === 10);
      await page.close();
    });

    test("sorts by amount, the largest first, then the other way round", async () => {
      const { page } = await site().open("form.html");
      const heading = page.getByRole("columnheader", { name: /全年预算数/ });
      const amounts = async () =>
        (await textsOf(page, ".form-list tbody td:nth-child(4)")).map((text) =>
          Number(text.replaceAll(",", "")),
        );
      await heading.getByRole("button").click();
      expect(await heading.getAttribute("aria-sort")).toBe("descending");
      const descending = await amounts();
      expect(descending).toEqual([...descending].sort((a, b) => b - a));
      await heading.getByRole("button").click();
      expect(await heading.getAttribute("aria-sort")).toBe("ascending");
      expect(await amounts()).toEqual([...descending].reverse());
      await page.close();
    });

    test("names forms that are not a project's", async () => {
      const { page } = await site().open("form.html?q=部门整体支出");
      expect(await textsOf(page, ".form-list tbody .type")).toEqual(["部门整体"]);
      await page.close();
    });
  });
}

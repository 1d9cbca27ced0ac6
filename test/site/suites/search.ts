/** The search on top of every page. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { plain } from "../browser.ts";
import { FORMS, HOSTILE_NAME, LONG_NAME } from "../made-forms.ts";
import type { Site } from "../site.ts";

const box = (page: Page) => page.getByRole("combobox", { name: "搜索全站" });

/** Types a query and hands back what is listed, by group. */
async function search(page: Page, query: string): Promise<Record<string, string[]>> {
  await box(page).fill(query);
  await page.waitForFunction(() =>
    /找到|没有/.test(document.querySelector(".site-search [role=status]")?.textContent ?? ""),
  );
  const groups = await page.locator(".site-search [role=group]").all();
  const listed = await Promise.all(
    groups.map(async (group) => {
      const name = plain((await group.locator(".kind").textContent()) ?? "").replace(/（.*/, "");
      const texts = await group.locator("[role=option] span").allTextContents();
      return [name, texts.map(plain)] as const;
    }),
  );
  return Object.fromEntries(listed);
}

export function siteSearch(site: () => Site): void {
  describe("search", () => {
    test("fetches its index only when it is entered, and then once", async () => {
      const { page, problems } = await site().open("other-funds.html");
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(request.url()));
      await page.waitForLoadState("networkidle");
      expect(fetched.filter((url) => url.includes("search"))).toEqual([]);
      await search(page, "乙局");
      await search(page, "甲局");
      expect(fetched.filter((url) => url.endsWith("search.json"))).toHaveLength(1);
      expect(problems).toEqual([]);
      await page.close();
    });

    test.each([
      ["乡镇公共", "项目", LONG_NAME],
      ["rcfwzx", "实施单位", "云溪市乙局人才服务中心"],
      ["报名人数", "偏差原因", "报名人数少于预计。"],
      ["计划完成", "指标", "活动计划完成率"],
      ["其他资", "页面", "其他资金"],
      ["b1b1b1b1b1b1-03", "表单编号", FORMS.unfunded],
      ["F5", "规则", "F5 执行率偏低而没有写明原因"],
      ["onerror=", "项目", HOSTILE_NAME],
    ])("%j finds, under %s, %j", async (query, kind, text) => {
      const { page, problems } = await site().open("");
      expect((await search(page, query))[kind]).toContain(text);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("is worked by the keyboard alone: slash, letters, arrow, enter", async () => {
      const { page } = await site().open("");
      await page.keyboard.press("/");
      expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(true);
      await search(page, "培训班举");
      await page.keyboard.press("ArrowDown");
      const active = await box(page).getAttribute("aria-activedescendant");
      expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("Enter");
      await page.waitForURL(/form\.html/);
      expect(page.url()).toMatch(new RegExp(`id=${FORMS.doubtful}&line=\\d+$`));
      await page.close();
    });

    test("closes with Escape, and says so where nothing is found", async () => {
      const { page } = await site().open("");
      await search(page, "活动");
      const list = page.getByRole("listbox", { name: "搜索结果" });
      expect(await list.isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await list.isVisible()).toBe(false);
      await box(page).fill("没有这样的词");
      await page.getByText("没有找到。请换个词，或用拼音首字母。").waitFor();
      await page.close();
    });
  });
}

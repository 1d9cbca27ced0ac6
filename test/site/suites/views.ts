/** The choices that go along from page to page: in links, through pages that do not heed them, and back. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { plain, textsOf } from "../browser.ts";
import type { Site } from "../site.ts";

const UNIT = "云溪市甲局";
const BUREAU = "云溪市乙局";

export function views(site: () => Site): void {
  describe("a view", () => {
    test("of a list goes along to other pages and through them; choices are gone back from", async () => {
      const { page, problems } = await site().open("findings.html?source=other_funds");
      const unit = page.getByLabel("实施单位", { exact: true });
      const before = await unit.inputValue();
      await unit.selectOption(UNIT);
      await page.waitForFunction((name) => new URLSearchParams(location.search).get("unit") === name, UNIT);
      const only = await textsOf(page, ".long-list output");
      await page.goBack();
      expect(await unit.inputValue()).toBe(before);
      expect(await textsOf(page, ".long-list output")).not.toEqual(only);
      await page.goForward();
      expect(await unit.inputValue()).toBe(UNIT);
      for (const name of ["数据字典", "长期低执行"]) {
        await page.locator("#observablehq-header nav").getByRole("link", { name, exact: true }).click();
        await page.locator("h1", { hasText: /\p{Script=Han}/u }).waitFor();
        await page.waitForLoadState("networkidle");
      }
      const { searchParams } = new URL(page.url());
      expect(searchParams.get("unit")).toBe(UNIT);
      expect(searchParams.get("source")).toBe("other_funds");
      expect(await page.getByLabel("实施单位", { exact: true }).inputValue()).toBe(UNIT);
      expect(await page.getByLabel("资金来源", { exact: true }).inputValue()).toBe("other_funds");
      expect(problems).toEqual([]);
      await page.close();
    });

    test("that a page does not heed is told, with the way to one that does", async () => {
      const { page } = await site().open(
        `index.html?${new URLSearchParams({ unit: UNIT, source: "other_funds" })}`,
      );
      const told = (await textsOf(page, ".filters [role=alert]")).map(plain).join();
      expect(told).toContain(`这一页不按实施单位筛选，“${UNIT}”在别的页仍然有效：看这个单位的一页。`);
      const saved = page.waitForEvent("download");
      await page
        .getByRole("button", { name: /^下载CSV/ })
        .first()
        .click();
      const note = await readFile((await (await saved).path())!, "utf8");
      expect(note, "a file says of no filter that it holds what that leaves").not.toContain(UNIT);
      expect(note).not.toContain("资金来源：");
      await page.getByRole("link", { name: "看这个单位的一页" }).click();
      await page.waitForURL(/unit\.html/);
      await page.locator("h1", { hasText: UNIT }).waitFor();
      await page.getByRole("link", { name: "全部单位" }).click();
      await page.waitForURL(/units\.html/);
      await page.waitForLoadState("networkidle");
      expect(new URL(page.url()).searchParams.get("unit")).toBeNull();
      expect(new URL(page.url()).searchParams.get("source"), "the source stays").toBe("other_funds");
      await page.close();
    });

    test("of the overview leads to a unit's page when a unit is chosen", async () => {
      const { page } = await site().open("");
      const unit = page.getByLabel("实施单位", { exact: true });
      const names = await unit
        .locator("option")
        .evaluateAll((options) => options.map((option) => option.textContent));
      expect(names).toContain(`${BUREAU}人才服务中心`);
      await unit.selectOption(`${BUREAU}人才服务中心`);
      await page.waitForURL(/unit\.html/);
      await page.locator("h1", { hasText: BUREAU }).waitFor();
      await page.goBack();
      await page.waitForURL((url) => !url.pathname.includes("unit"));
      await page.close();
    });
  });
}

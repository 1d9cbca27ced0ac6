/** The page of low execution year after year. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";
import { tableOf, written, writtenRate } from "../tables.ts";

export function streaks(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("streaks", () => {
    test("tell length, depth and money as the warehouse holds them, the most money first", async () => {
      const { page } = await site().open("streaks.html?source=other_funds");
      const low = await query(
        `select implementing_unit, streak_years, cast(streak_lowest_rate as decimal(18, 2)) as lowest,
           cast(streak_unexecuted as decimal(18, 2)) as unexecuted
         from mart.unit_years where fiscal_year = 2031 and source = 'other_funds' and streak_years > 0
         order by streak_unexecuted desc`,
      );
      expect(Math.max(...low.map((row) => Number(row.streak_years)))).toBe(2);
      const shown = await tableOf(page, "执行率偏低的单位");
      expect(shown.map((cells) => cells.slice(0, 4))).toEqual(
        low.map((row) => [
          row.implementing_unit,
          String(row.streak_years),
          writtenRate(row.lowest),
          written(row.unexecuted),
        ]),
      );
      await page.close();
    });

    test("have a cell a unit and year, which narrows the page to the unit in that year", async () => {
      const { page } = await site().open("streaks.html?source=other_funds");
      const cells = page
        .locator("figure", { hasText: "历年执行率" })
        .locator(".on-screen a [aria-label*='执行率']");
      await cells.first().waitFor();
      const names = await cells.evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
      expect(names).toContain("云溪市甲局 2030年：执行率 30.00%，未执行 7.00 万元");
      await page.getByLabel("云溪市甲局 2030年：执行率").first().click();
      await page.waitForFunction(() => document.title.startsWith("云溪市甲局其他资金只有一年的表单"));
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        ...{ unit: "云溪市甲局", year: "2030", source: "other_funds" },
      });
      expect((await tableOf(page, "执行率偏低的单位")).map((cells) => cells[0])).toEqual(["云溪市甲局"]);
      await page.goBack();
      await page.waitForFunction(() => document.title.startsWith("到2031年"));
      expect((await tableOf(page, "执行率偏低的单位")).length).toBeGreaterThan(1);
      await page.close();
    });

    test("tell what was carried over and is left again, each amount with its form and line", async () => {
      const { page } = await site().open("streaks.html?year=2031");
      const carried = await query(
        `select project_name, implementing_unit, carried_years, cast(carried_budget as decimal(18, 2)) as budget,
           cast(carried_unexecuted as decimal(18, 2)) as unexecuted
         from mart.carry_overs where level = 'project' and fiscal_year = 2031
         order by carried_unexecuted desc nulls last, implementing_unit, project_name`,
      );
      expect(carried.length).toBeGreaterThan(0);
      const shown = await tableOf(page, "结转来的钱年末又剩下的");
      expect(shown.map(([name, years, budget, , unexecuted]) => [name, years, budget, unexecuted])).toEqual(
        carried.map((row) => [
          `${row.project_name} · ${row.implementing_unit}`,
          String(row.carried_years),
          written(row.budget),
          written(row.unexecuted),
        ]),
      );
      const link = page
        .locator("table", { hasText: "结转来的全年预算" })
        .locator("td a[href*='line=']")
        .first();
      expect(await link.getAttribute("href")).toMatch(/^\.\/form\.html\?id=[0-9a-f]{12}-\d{2}&line=\d+$/);
      await page.close();
    });

    test("are not claimed of a single year", async () => {
      const { page } = await site().open("streaks.html?year=2030");
      expect((await textsOf(page, "h1"))[0]).toMatch(/^只有一年的表单，看不出“长期”：2030年/);
      expect((await textsOf(page, ".lead"))[0]).toContain("至少要有连续两年的表单");
      await page.close();
    });
  });
}

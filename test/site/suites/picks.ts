/** Charts that narrow the tables of their page: by mouse and keyboard, in the address, and back. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";
import { tableOf } from "../tables.ts";

const firstCells = async (page: Page, caption: string) =>
  (await tableOf(page, caption)).map((cells) => cells[0]);

export function picks(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("picks", () => {
    test("a unit of 其他资金 narrows its forms, and leaves the sums and the other units", async () => {
      const { page, problems } = await site().open("other-funds.html");
      const sums = await tableOf(page, "各资金来源占预算与占未执行的比重");
      const all = await firstCells(page, "有其他资金的表单");
      await page
        .getByLabel(/^云溪市乙局人才服务中心：/)
        .first()
        .click();
      await page.waitForFunction(() => location.search.includes("unit="));
      const forms = await query(
        `select project_name || ' · ' || implementing_unit as name from mart.execution
         where fiscal_year = 2031 and source = 'other_funds' and form_type = 'project'
           and implementing_unit = '云溪市乙局人才服务中心' and (adjusted_budget > 0 or executed > 0)
         order by unexecuted desc, form_id`,
      );
      await page.getByText("云溪市乙局人才服务中心的有其他资金的表单").waitFor();
      expect(await firstCells(page, "云溪市乙局人才服务中心的有其他资金的表单")).toEqual(
        forms.map((row) => row.name),
      );
      expect(forms.length).toBeLessThan(all.length);
      expect(await tableOf(page, "各资金来源占预算与占未执行的比重")).toEqual(sums);
      expect(await page.getByLabel("实施单位", { exact: true }).inputValue()).toBe("云溪市乙局人才服务中心");
      await page.goBack();
      await page.waitForFunction(() => !location.search.includes("unit="));
      await page.locator("caption", { hasText: /^有其他资金的表单/ }).waitFor();
      expect(await firstCells(page, "有其他资金的表单")).toEqual(all);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("a level of indicators is picked by keyboard, sent on, and let go", async () => {
      const { page } = await site().open("indicators.html");
      const bar = page
        .locator(".on-screen")
        .getByLabel(/^效益指标：/)
        .first()
        .locator("xpath=ancestor::*[local-name()='a'][1]");
      await bar.focus();
      await page.keyboard.press("Enter");
      const picked = page.locator(".picked", { hasText: "效益指标" });
      await picked.waitFor();
      await page.locator("caption", { hasText: "只列“效益指标”；" }).waitFor();
      const levels = await firstCells(page, "按一级、二级指标");
      expect(levels.length).toBeGreaterThan(0);
      for (const level of levels) expect(level).toMatch(/^效益指标 · /);
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      expect(focused, "the keyboard goes on beside the table").toBe("全部都看");
      const { page: sent } = await site().open(`indicators.html${new URL(page.url()).search}`);
      await sent.locator(".picked", { hasText: "效益指标" }).waitFor();
      expect(await firstCells(sent, "按一级、二级指标")).toEqual(levels);
      await sent.close();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !location.search.includes("level1"));
      await page.locator("caption", { hasText: "按一级、二级指标；" }).waitFor();
      expect((await firstCells(page, "按一级、二级指标")).length).toBeGreaterThan(levels.length);
      await page.close();
    });

    test("a band of scores lists its forms and no other", async () => {
      const { page, problems } = await site().open("scores.html");
      await page
        .locator(".on-screen")
        .getByLabel(/^92 至 93 分，优：/)
        .first()
        .click();
      await page.locator(".picked", { hasText: "总分 92–93 分、等级为“优”" }).waitFor();
      const forms = await query(
        `select project_name || ' · ' || implementing_unit as name from mart.forms
         where fiscal_year = 2031 and form_type = 'project' and total_score >= 92 and total_score < 93 and rating = '优'`,
      );
      expect(forms.length).toBeGreaterThan(0);
      await page.locator("caption", { hasText: "总分 92–93 分" }).waitFor();
      expect((await firstCells(page, "总分 92–93 分")).toSorted()).toEqual(
        forms.map((row) => row.name).toSorted(),
      );
      await page.goBack();
      await page.locator("caption", { hasText: "指标得分率高出执行率的表单" }).waitFor();
      expect(problems).toEqual([]);
      await page.close();
    });

    test("nonsense in the address picks nothing and is told", async () => {
      for (const path of ["scores.html?score=a-b", "indicators.html?level1=<b>没有</b>"]) {
        const { page, problems } = await site().open(path);
        expect((await textsOf(page, ".picked"))[0]).toContain("读不懂");
        expect(await page.locator("table.data tbody tr").count()).toBeGreaterThan(3);
        expect(problems).toEqual([]);
        await page.close();
      }
    });

    test("a project page and the page of low years can be narrowed to a unit, with its own doubt", async () => {
      const unit = "云溪市甲局";
      const [counts] = await query(
        `select count(*) as forms, count(*) filter (flagged_cells > 0) as flagged, sum(flagged_cells) as cells
         from mart.forms where unit_name = '${unit}' and fiscal_year = 2031 and form_type = 'project'`,
      );
      for (const path of ["projects.html", "streaks.html"]) {
        const { page } = await site().open(`${path}?${new URLSearchParams({ unit })}`);
        const [said] = await textsOf(page, ".honesty");
        expect(said).toContain(
          `${counts!.forms} 张表单中有 ${counts!.flagged} 张、共 ${counts!.cells} 个单元格`,
        );
        expect((await textsOf(page, "h1"))[0]).toContain(unit);
        await page.close();
      }
    });

    test("what a sum holds of doubtful amounts stands beside it in money", async () => {
      const [total] = await query(
        `select doubtful_forms, cast(doubtful_budget as decimal(18, 2)) as budget
         from mart.year_execution where fiscal_year = 2031 and source = 'total'`,
      );
      expect(Number(total!.doubtful_forms)).toBeGreaterThan(0);
      const { page } = await site().open("");
      const [card] = await textsOf(page, ".cards .doubt");
      expect(card).toBe(`⚑ 含 ${total!.doubtful_forms} 张金额待核的表单，全年预算 ${total!.budget} 万元`);
      await page.close();
    });
  });
}

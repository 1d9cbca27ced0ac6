/** Charts that narrow the tables of their page: by mouse and keyboard, in the address, and back. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { plain, textsOf } from "../browser.ts";
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

    /** Forms of 2031 with a total of at least 90 over a rate below 60 %, as the page names them. */
    const HIGH_OVER_LOW = `
      select forms.project_name || ' · ' || forms.implementing_unit as name
      from mart.forms as forms join mart.execution as total on total.form_id = forms.form_id and total.source = 'total'
      where forms.fiscal_year = 2031 and forms.form_type = 'project' and forms.total_score >= 90
        and total.execution_rate < 60`;
    const CAPTION = "总分 90 分以上、执行率不到 60%的表单";

    test("a part of scores and rates is listed: by a link, in numbers by keyboard, and drawn on the chart", async () => {
      const { page, problems } = await site().open("scores.html");
      const expected = (await query(HIGH_OVER_LOW)).map((row) => row.name as string).toSorted();
      expect(expected.length).toBeGreaterThan(0);
      await page.getByRole("link", { name: "90 分以上而执行率不到 60%" }).click();
      await page.locator("caption", { hasText: CAPTION }).waitFor();
      expect((await firstCells(page, CAPTION)).toSorted()).toEqual(expected);
      expect(new URL(page.url()).search).toBe("?score=90-&rate=0-60");
      await page.goBack();
      await page.locator("caption", { hasText: "指标得分率高出执行率的表单" }).waitFor();

      await page.getByLabel("总分从").fill("90");
      await page.getByLabel("执行率到").fill("60");
      await page.keyboard.press("Enter");
      await page.locator("caption", { hasText: CAPTION }).waitFor();
      expect((await firstCells(page, CAPTION)).toSorted()).toEqual(expected);
      expect(await page.getByLabel("执行率到").inputValue(), "the numbers stay to be changed").toBe("60");
      await page.getByLabel("执行率从").fill("70");
      await page.keyboard.press("Enter");
      expect(await textsOf(page, ".score-ranges [role=alert]")).toEqual(["“从”要小于“到”。"]);
      await page.getByRole("button", { name: "全部都看" }).click();
      await page.locator("caption", { hasText: "指标得分率高出执行率的表单" }).waitFor();

      const area = page.locator(".on-screen .overlay");
      await area.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await area.boundingBox())!;
      await page.mouse.move(x + width - 3, y + height - 3);
      await page.mouse.down();
      await page.mouse.move(x + 4, y, { steps: 4 });
      await page.mouse.up();
      await page.locator(".picked", { hasText: "以上" }).waitFor();
      const { searchParams } = new URL(page.url());
      expect(searchParams.get("score"), "the full score is not left out").toMatch(/^\d+(\.5)?-$/);
      const [from, to] = searchParams.get("rate")!.split("-").map(Number);
      const inside = await query(
        `select count(*)::integer as n from mart.forms as forms
         join mart.execution as total on total.form_id = forms.form_id and total.source = 'total'
         where forms.fiscal_year = 2031 and forms.form_type = 'project'
           and forms.total_score >= ${Number.parseFloat(searchParams.get("score")!)} and total.execution_rate >= ${from} and total.execution_rate < ${to}`,
      );
      await page.locator("caption", { hasText: "以上、执行率" }).waitFor();
      expect((await firstCells(page, "以上、执行率")).length).toBe(Math.min(15, inside[0]!.n as number));
      expect(problems).toEqual([]);
      await page.close();
    });

    test("a rectangle may begin on a mark, which stays a link where it is only clicked", async () => {
      const { page, problems } = await site().open("scores.html");
      const mark = page.locator(".on-screen a:has(circle), .on-screen a circle").first();
      await mark.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await mark.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 60, y + 60, { steps: 4 });
      await page.mouse.up();
      await page.locator(".picked", { hasText: "的表单" }).waitFor();
      const { pathname, searchParams } = new URL(page.url());
      expect(pathname).toMatch(/scores\.html$/);
      expect([...searchParams.keys()].toSorted()).toEqual(["rate", "score"]);
      expect((await firstCells(page, "的表单，共")).length).toBeGreaterThan(0);
      await mark.click();
      await page.waitForURL(/form\.html\?id=/);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("the scores of one unit are its own", async () => {
      const unit = "云溪市甲局";
      const { page, problems } = await site().open(`scores.html?${new URLSearchParams({ unit })}`);
      const [own] = await query(
        `select count(total_score)::integer as n from mart.forms
         where fiscal_year = 2031 and form_type = 'project' and implementing_unit = '${unit}'`,
      );
      expect((await textsOf(page, "h1"))[0]).toContain(`2031年${unit} ${own!.n} 张表单中`);
      for (const name of await firstCells(page, "指标得分率高出执行率的表单")) expect(name).toContain(unit);
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
        `select doubtful_forms, cast(doubtful_initial_budget as decimal(18, 2)) as initial,
           cast(doubtful_budget as decimal(18, 2)) as budget, cast(doubtful_executed as decimal(18, 2)) as executed
         from mart.year_execution where fiscal_year = 2031 and source = 'total'`,
      );
      expect(Number(total!.doubtful_forms)).toBeGreaterThan(0);
      const { page } = await site().open("");
      const cards = await textsOf(page, ".cards .figure-card:has(.doubt)");
      const forms = `⚑ 含 ${total!.doubtful_forms} 张金额待核的表单`;
      const [initial, budget, executed] = [
        `年初预算 ${total!.initial} 万元`,
        `全年预算 ${total!.budget} 万元`,
        `全年执行 ${total!.executed} 万元`,
      ];
      expect(cards[0], "a rate rests on the budget and what was spent").toMatch(
        new RegExp(`^执行率.*${forms}，${budget}，${executed}$`),
      );
      expect(cards.at(-1), "a budget on what it was at first and in the end").toMatch(
        new RegExp(`^全年预算.*${forms}，${initial}，${budget}$`),
      );
      const sources = page.locator("table.data", {
        has: page.getByText("按资金来源的执行情况", { exact: true }),
      });
      expect(plain((await sources.locator("tbody .doubt").first().textContent())!)).toBe(
        `${forms}，${initial}，${budget}，${executed}`,
      );
      const names = page.locator(".on-screen svg[aria-label^='各资金来源的执行情况'] .row-name text");
      expect((await names.allTextContents())[0], "and in a chart").toMatch(/^⚑ /);
      await page.close();
    });
  });
}

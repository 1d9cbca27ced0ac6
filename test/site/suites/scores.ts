/** The page about the credibility of scores. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";
import { tableOf, written, writtenRate } from "../tables.ts";

export function scores(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("scores", () => {
    test("stand beside execution, the farthest above it first", async () => {
      const { page } = await site().open("scores.html");
      const [counts] = await query(
        `select count(*) as excellent, count(*) filter (execution_rate < 60) as poor
         from mart.forms join mart.form_scores using (form_id)
         where forms.fiscal_year = 2031 and forms.form_type = 'project' and total_score >= 90`,
      );
      expect(counts!.poor).not.toBe("0");
      expect((await textsOf(page, "h1"))[0]).toMatch(
        new RegExp(`${counts!.excellent} 张自评为优，其中 ${counts!.poor} 张执行率不到 60%$`),
      );
      const over = await query(
        `select project_name, cast(score_over_execution as decimal(18, 2)) as over,
           cast(execution_rate as decimal(18, 2)) as rate
         from mart.form_scores where fiscal_year = 2031 and form_type = 'project' and form_scores.score_over_execution > 0
         order by form_scores.score_over_execution desc, form_id`,
      );
      const shown = await tableOf(page, "指标得分率高出执行率的表单");
      expect(shown.map((cells) => [cells[0]!.split(" · ")[0], cells[4], cells[5]])).toEqual(
        over.map((row) => [row.project_name, writtenRate(row.rate), written(row.over)]),
      );
      await page.close();
    });

    test("are points that lead to the line of the total", async () => {
      const { page } = await site().open("scores.html");
      const points = page
        .locator("figure", { hasText: "自评总分与执行率" })
        .locator(".on-screen a:has([aria-label])");
      await points.first().waitFor();
      const [{ n } = { n: 0 }] = await query(
        `select count(*) as n from mart.forms join mart.form_scores using (form_id)
         where forms.fiscal_year = 2031 and total_score is not null and execution_rate is not null`,
      );
      expect(await points.count()).toBe(Number(n));
      await points.first().click();
      await page.waitForURL(/form\.html\?id=.*line=/);
      await page.close();
    });

    test("of units stand beside their execution, each leading to its forms and narrowing the page to itself", async () => {
      const { page, problems } = await site().open("scores.html");
      const levels = await query(
        `select implementing_unit as unit, forms, cast(score_rate as decimal(18, 2)) as score,
           cast(execution_rate as decimal(18, 2)) as rate, cast(score_levels.score_over_execution as decimal(18, 2)) as over
         from mart.score_levels where level = 'unit' and fiscal_year = 2031
         order by score_levels.score_over_execution desc nulls last, implementing_unit`,
      );
      expect(levels.length).toBeGreaterThan(2);
      const shown = await tableOf(page, "各实施单位，指标得分率");
      expect(shown.map((cells) => [cells[0], cells[1], cells[4], cells[5], cells[6]])).toEqual(
        levels.map((row) => [
          ...[row.unit, String(row.forms), writtenRate(row.score), writtenRate(row.rate), written(row.over)],
        ]),
      );
      const table = page.locator("table.data", {
        has: page.locator("caption", { hasText: "各实施单位，指标" }),
      });
      await table.getByRole("link", { name: "云溪市甲局", exact: true }).click();
      await page.waitForFunction(() => document.title.startsWith("2031年云溪市甲局"));
      await page.locator("caption", { hasText: "云溪市甲局历年的得分与执行" }).waitFor();
      const years = await tableOf(page, "云溪市甲局历年的得分与执行");
      expect(years.map((cells) => cells[0])).toEqual(["2031年", "2030年"]);
      const [own] = await query(
        `select count(distinct form_id)::integer as forms from mart.indicators join mart.forms using (form_id)
         where unit_name = '云溪市甲局' and forms.fiscal_year = 2030 and form_type = 'project'`,
      );
      expect(years[1]![1]).toBe(String(own!.forms));
      await page
        .locator("table.data", { has: page.locator("caption", { hasText: "历年的得分与执行" }) })
        .locator("tbody tr")
        .nth(1)
        .getByRole("link")
        .click();
      await page.waitForSelector(".narrowed");
      expect(new URL(page.url()).searchParams.get("year")).toBe("2030");
      expect((await textsOf(page, ".form-list tbody th")).length).toBe(own!.forms);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("are distributed as the warehouse has them", async () => {
      const { page } = await site().open("scores.html");
      const bands = await query(
        `select cast(floor(total_score) as integer) as band, rating, count(*) as forms from mart.forms
         where fiscal_year = 2031 and form_type = 'project' and total_score is not null group by all order by all`,
      );
      expect(await tableOf(page, "各分数段的表单张数")).toEqual(
        bands.map((row) => [`${row.band} 至 ${Number(row.band) + 1} 分`, row.rating, String(row.forms)]),
      );
      await page.close();
    });
  });
}

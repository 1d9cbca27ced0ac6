/** Briefings on the page: of years, and of projects over the years. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import { HOSTILE_NAME } from "../made-forms.ts";
import type { Site } from "../site.ts";
import { tableOf, written } from "../tables.ts";

const amount = (name: string) => `cast(${name} as decimal(18, 2)) as ${name}`;

/** Projects of the warehouse by how many years they have. */
const PROJECTS = `
  select implementing_unit as unit, project_name as project, count(*)::integer as years
  from mart.project_years
  where source = 'total' and implementing_unit is not null and project_name is not null
  group by all order by years desc, project, unit`;

export function briefings(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);
  const addressOf = (asked: Record<string, string>) => `briefings.html?${new URLSearchParams(asked)}`;

  describe("briefings of projects over the years", () => {
    test("lead from the project's page to a row a year with the warehouse's figures and its document", async () => {
      const [{ unit, project }] = (await query(PROJECTS)) as [{ unit: string; project: string }];
      const { page, problems } = await site().open(`project.html?${new URLSearchParams({ project })}`);
      await page.locator(".project-briefings").getByRole("link", { name: unit, exact: true }).click();
      await page.locator(".briefing h2").first().waitFor();
      expect((await textsOf(page, "h1"))[0]).toContain(`${unit}“${project}”`);
      const expected = await query(
        `select fiscal_year, ${amount("adjusted_budget")}, ${amount("executed")}, ${amount("unexecuted")}
         from mart.project_years where source = 'total' and implementing_unit = '${unit}'
         and project_name = '${project}' order by fiscal_year`,
      );
      expect(expected.length).toBeGreaterThan(1);
      const shown = await tableOf(page, "各年执行情况");
      expect(shown.map((cells) => [cells[0], ...cells.slice(2, 5)])).toEqual(
        expected.map((row) => [
          `${row.fiscal_year}年`,
          ...[row.adjusted_budget, row.executed, row.unexecuted].map(written),
        ]),
      );
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "下载公文格式的文档" }).click();
      expect((await download).suggestedFilename()).toMatch(/^.*活动经费.*\.docx$/);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("are named on the page of briefings, fetched when their list is opened and not before", async () => {
      const { page } = await site().open("briefings.html");
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.locator(".briefing h2").first().waitFor();
      expect(asked.filter((url) => url.includes("projects.json"))).toEqual([]);
      await page.locator("details.project-briefings summary").click();
      const several = (await query(PROJECTS)).filter(({ years }) => Number(years) > 1);
      await page.locator("details.project-briefings li").first().waitFor();
      const listed = await textsOf(page, "details.project-briefings li");
      expect(listed.sort()).toEqual(
        several.map(({ unit, project, years }) => `${unit}“${project}”（${years} 年）`).sort(),
      );
      expect(asked.filter((url) => url.includes("projects.json"))).toHaveLength(1);
      await page.locator("details.project-briefings li a").first().click();
      await page.getByRole("table", { name: "各年执行情况" }).waitFor();
      await page.close();
    });

    test("of one year, or of no such project, say what to do and show the newest year", async () => {
      const once = (await query(PROJECTS)).find(
        ({ project, years }) => years === 1 && project !== HOSTILE_NAME,
      )!;
      const { page, problems } = await site().open(
        addressOf({ project: String(once.project), unit: String(once.unit) }),
      );
      await page.locator(".briefing h2").first().waitFor();
      expect((await textsOf(page, "[role=alert]"))[0]).toContain(`--project "${once.project}"`);
      await page.goto(new URL(addressOf({ project: HOSTILE_NAME, unit: "无" }), site().served.root).href);
      await page.locator(".briefing h2").first().waitFor();
      expect((await textsOf(page, "[role=alert]"))[0]).toContain("<script>window.hacked=1</script>");
      expect(await page.evaluate("window.hacked")).toBeUndefined();
      expect(problems).toEqual([]);
      await page.close();
    });

    test("are not offered where the project has one year", async () => {
      const once = (await query(PROJECTS)).find(({ years }) => years === 1)!;
      const { page } = await site().open(
        `project.html?${new URLSearchParams({ project: String(once.project) })}`,
      );
      await page.locator("h2").first().waitFor();
      expect(await page.locator(".project-briefings").count()).toBe(0);
      await page.close();
    });
  });

  describe("an address that names a year, a department or a unit as other pages do", () => {
    test("shows that briefing, and says so where the site has none", async () => {
      const [oldest] = await query("select min(fiscal_year)::integer as year from mart.scope_forms");
      const { page } = await site().open(addressOf({ year: String(oldest!.year) }));
      await page.locator(".briefing h2").first().waitFor();
      expect((await textsOf(page, "h1"))[0]).toMatch(new RegExp(`^${oldest!.year}年度`));
      expect(await page.locator(".trouble").count()).toBe(0);
      await page.goto(new URL(addressOf({ year: "1999" }), site().served.root).href);
      await page.locator(".briefing h2").first().waitFor();
      expect((await textsOf(page, "[role=alert]"))[0]).toContain("没有“1999”的简报");
      await page.close();
    });
  });
}

/** The pages of projects: across units and years, and what came in mid-year. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import { HOSTILE_NAME } from "../made-forms.ts";
import type { Site } from "../site.ts";
import { tableOf, written } from "../tables.ts";

const amount = (name: string) => `cast(${name} as decimal(18, 2)) as ${name}`;

export function projects(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("projects", () => {
    test("stand by what they left, with the warehouse's figures", async () => {
      const { page } = await site().open("projects.html");
      const expected = await query(
        `select coalesce(project_name, '（名称缺失）') as project_name, units, ${amount("adjusted_budget")}, ${amount("unexecuted")}
         from mart.project_execution where fiscal_year = 2031 and source = 'total' and funded_forms > 0
         order by project_execution.unexecuted desc`,
      );
      const shown = await tableOf(page, "各项目的年度资金总额");
      expect(shown.map((cells) => [cells[0], cells[1], cells[4], cells[6]])).toEqual(
        expected.map((row) => [
          row.project_name,
          String(row.units),
          written(row.adjusted_budget),
          written(row.unexecuted),
        ]),
      );
      await page.close();
    });

    test("that were added in mid-year are told apart", async () => {
      const { page } = await site().open("projects.html");
      const added = await query(
        `select project_name, ${amount("unexecuted")} from mart.execution where fiscal_year = 2031 and source = 'total'
         and form_type = 'project' and initial_budget = 0 and adjusted_budget > 0 order by execution.unexecuted desc`,
      );
      expect(added.length).toBeGreaterThan(0);
      const shown = await tableOf(page, "年初预算为 0 的表单");
      expect(shown.map((cells) => [cells[0]!.split(" · ")[0], cells[4]])).toEqual(
        added.map((row) => [row.project_name, written(row.unexecuted)]),
      );
      await page.close();
    });

    test("have a page each, over their years, also where the name is hostile", async () => {
      const { page, problems } = await site().open("projects.html");
      await page.getByRole("link", { name: "活动经费", exact: true }).last().click();
      await page.waitForFunction(() => document.title.startsWith("活动经费：2031年"));
      expect((await textsOf(page, ".lead"))[0]).toContain("有表单的年度：2031年、2030年");
      const [year] = await query(
        `select ${amount("unexecuted")} from mart.project_execution
         where fiscal_year = 2031 and source = 'total' and project_name = '活动经费'`,
      );
      expect((await textsOf(page, "h1"))[0]).toContain(`未执行 ${written(year!.unexecuted)} 万元`);
      await page.goto(
        new URL(`project.html?${new URLSearchParams({ project: HOSTILE_NAME })}`, site().served.root).href,
      );
      await page.waitForFunction(() => document.title.includes("script"));
      expect(await tableOf(page, "2031年的表单")).toHaveLength(1);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(problems).toEqual([]);
      await page.close();
    });
  });
}

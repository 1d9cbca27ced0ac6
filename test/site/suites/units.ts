/** The pages of units: all of them in two orders, and each by itself. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";
import { tableOf, written, writtenRate } from "../tables.ts";

const UNIT = "云溪市甲局";

const rounded = (...names: string[]) =>
  names.map((name) => `cast(${name} as decimal(18, 2)) as ${name}`).join(", ");

export function units(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);
  const unitsOf = (source: string, order: string) =>
    query(
      `select implementing_unit, ${rounded("adjusted_budget", "executed", "unexecuted", "execution_rate")}
       from mart.unit_execution where fiscal_year = 2031 and source = '${source}' and funded_forms > 0 order by ${order}`,
    );
  const names = (found: Record<string, unknown>[]) => found.map((row) => row.implementing_unit);

  describe("units", () => {
    test("stand by money, and sort by rate, with the warehouse's figures", async () => {
      const { page } = await site().open("units.html");
      const byMoney = await unitsOf("total", "unit_execution.unexecuted desc");
      expect(byMoney.length).toBeGreaterThan(2);
      const table = await tableOf(page, "各实施单位的年度资金总额");
      expect(table.map((cells) => [cells[0], ...cells.slice(3, 6), cells[7]])).toEqual(
        byMoney.map((row) => [
          row.implementing_unit,
          ...[row.adjusted_budget, row.executed, row.unexecuted].map(written),
          writtenRate(row.execution_rate),
        ]),
      );
      expect(table.map((cells) => cells[6])).toEqual(byMoney.map((_, i) => String(i + 1)));
      await page.getByRole("button", { name: "按执行率排第" }).click();
      await page.getByRole("button", { name: "按执行率排第" }).click();
      const byRate = await unitsOf("total", "unit_execution.execution_rate");
      expect((await tableOf(page, "各实施单位的年度资金总额")).map((cells) => cells[0])).toEqual(
        names(byRate),
      );
      await page.close();
    });

    test("are narrowed by department and source, and the address and the masthead follow", async () => {
      const { page } = await site().open("units.html");
      await page.getByLabel("资金来源").selectOption("其他资金");
      await page.waitForFunction(() => document.title.includes("其他资金"));
      const withOther = await unitsOf("other_funds", "unit_execution.unexecuted desc");
      expect((await tableOf(page, "各实施单位的其他资金")).map((cells) => cells[0])).toEqual(
        names(withOther),
      );
      await page.getByLabel("主管部门").selectOption("云溪市乙局");
      await page.waitForFunction(() => document.title.includes("云溪市乙局"));
      expect((await tableOf(page, "各实施单位的其他资金")).map((cells) => cells[0])).toEqual([
        "云溪市乙局人才服务中心",
      ]);
      const params = new URL(page.url()).searchParams;
      expect(Object.fromEntries(params)).toEqual({
        year: "2031",
        department: "云溪市乙局",
        source: "other_funds",
      });
      const link = page.locator("#observablehq-header").getByRole("link", { name: "其他资金" });
      expect(new URL((await link.getAttribute("href"))!, page.url()).search).toBe(`?${params}`);
      await page.close();
    });

    test("come back with the browser's back", async () => {
      const { page } = await site().open("units.html");
      await page.getByLabel("年度", { exact: true }).selectOption("2030年");
      await page.waitForFunction(() => document.title.startsWith("2030年"));
      await page.goBack();
      await page.waitForFunction(() => document.title.startsWith("2031年"));
      expect(await page.getByLabel("年度", { exact: true }).inputValue()).toBe("2031");
      await page.close();
    });

    test.each([
      ["year=1999", "没有年度“1999”的表单"],
      ["department=没有的局", "没有名为“没有的局”的主管部门"],
      ["source=<b>", "没有名为“<b>”的资金来源"],
      ["unit=没有的单位", "没有名为“没有的单位”的实施单位"],
    ])("say so where the address asks for %s, and show what there is", async (query_, sentence) => {
      const { page, problems } = await site().open(`units.html?${query_}`);
      expect((await textsOf(page, ".filters [role=alert]"))[0]).toContain(sentence);
      expect((await tableOf(page, "各实施单位的")).length).toBeGreaterThan(2);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("say so where the department has no form in the year", async () => {
      const { page, problems } = await site().open("units.html?year=2030&department=云溪市乙局");
      expect(await textsOf(page, "h1")).toEqual(["2030年云溪市乙局没有单位的表单"]);
      expect(problems).toEqual([]);
      await page.close();
    });
  });

  describe("a unit", () => {
    test("tells its year, its years, its forms and what the rules found", async () => {
      const { page } = await site().open(`unit.html?${new URLSearchParams({ unit: UNIT })}`);
      const [total] = await query(
        `select ${rounded("execution_rate", "unexecuted")} from mart.unit_years
         where implementing_unit = '${UNIT}' and source = 'total' and fiscal_year = 2031`,
      );
      const [title] = await textsOf(page, "h1");
      expect(title).toContain(
        `2031年执行 ${written(total!.execution_rate)}%，未执行 ${written(total!.unexecuted)} 万元`,
      );
      const years = await tableOf(page, "历年各资金来源的预算执行");
      expect([...new Set(years.map((cells) => cells[0]))]).toEqual(["2031年", "2030年"]);
      const forms = await query(
        `select project_name from mart.execution where implementing_unit = '${UNIT}' and fiscal_year = 2031
         and source = 'total' order by unexecuted desc`,
      );
      expect((await tableOf(page, "2031年的表单")).map((cells) => cells[0]!.split(" · ")[0])).toEqual(
        forms.map((row) => row.project_name),
      );
      const found = await query(
        `select message from mart.findings where implementing_unit = '${UNIT}' and fiscal_year = 2031`,
      );
      expect(found.length).toBeGreaterThan(0);
      const more = page.locator(".findings ~ button.more");
      if (await more.count()) await more.click();
      const shown = (await textsOf(page, ".finding")).join("\n");
      for (const finding of found) expect(shown).toContain(String(finding.message));
      await page.close();
    });

    test("is asked for where the address names none", async () => {
      const { page, problems } = await site().open("unit.html");
      expect(await textsOf(page, "h1")).toEqual(["请选择一个单位"]);
      await page.getByLabel("实施单位").selectOption(UNIT);
      await page.waitForFunction((unit) => document.title.startsWith(unit), UNIT);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("leads from its years' chart to its other year", async () => {
      const { page } = await site().open(`unit.html?${new URLSearchParams({ unit: UNIT })}`);
      await page
        .locator("figure", { hasText: "历年预算与执行" })
        .locator(".on-screen .row-link a")
        .nth(1)
        .click();
      await page.waitForFunction(() => document.title.includes("2030年"));
      expect((await textsOf(page, "h1"))[0]).toContain("2030年执行 90.00%");
      await page.close();
    });
  });
}

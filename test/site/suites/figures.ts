/** What pages say is what the warehouse holds, and leads to the line where it stands. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import { OTHER_SOURCE } from "../made-forms.ts";
import type { Site } from "../site.ts";
import { tableOf, written, writtenRate } from "../tables.ts";

const SOURCES: Record<string, string> = {
  total: "年度资金总额",
  current_year_appropriation: "当年财政拨款",
  carry_over: "上年结转资金",
  other_funds: "其他资金",
  [OTHER_SOURCE]: OTHER_SOURCE,
};

const MEASURES = ["initial_budget", "adjusted_budget", "executed", "unexecuted"];
const RATES = ["execution_rate", "share_of_budget", "share_of_unexecuted"];
const ROUNDED = [...MEASURES, ...RATES]
  .map((name) => `cast(${name} as decimal(18, 2)) as ${name}`)
  .join(", ");

/** The cells of a row of measures, as the tables of execution show them. */
function measured(row: Record<string, unknown>): string[] {
  const rates = RATES.map((name) => (row[name] === null ? "—" : `${written(row[name])}%`));
  return [...MEASURES.map((name) => written(row[name])), ...rates];
}

export function figures(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("figures", () => {
    test("of the year by source equal the warehouse's, in title, cards and table", async () => {
      const { page } = await site().open("");
      const expected = await query(
        `select source, forms, ${ROUNDED} from mart.year_execution where fiscal_year = 2031
         order by year_execution.adjusted_budget desc, source`,
      );
      const cells = expected.map((row) => [SOURCES[String(row.source)], String(row.forms), ...measured(row)]);
      expect(cells.length).toBeGreaterThan(3);
      expect(await tableOf(page, "按资金来源的执行情况")).toEqual(cells);
      const total = expected.find((row) => row.source === "total")!;
      expect(await page.title()).toContain(`执行 ${written(total.execution_rate)}%`);
      const cards = await textsOf(page, ".figure-card .value");
      expect(cards[0]).toBe(`${written(total.execution_rate)}%`);
      expect(cards[1]).toBe(`${written(total.unexecuted)} 万元`.replace(" ", ""));
      await page.close();
    });

    test("of units and forms equal the warehouse's", async () => {
      const { page } = await site().open("");
      const units = await query(
        `select implementing_unit, forms, ${ROUNDED} from mart.unit_execution
         where fiscal_year = 2031 and source = 'total' order by unit_execution.unexecuted desc`,
      );
      expect(await tableOf(page, "各实施单位的执行情况")).toEqual(
        units.map((row) => [row.implementing_unit, String(row.forms), ...measured(row)]),
      );
      const forms = await query(
        `select project_name, implementing_unit, ${ROUNDED} from mart.execution
         where fiscal_year = 2031 and source = 'total' and execution.unexecuted > 0 order by execution.unexecuted desc`,
      );
      expect(await tableOf(page, "未执行金额最大的表单")).toEqual(
        forms.map((row) => [`${row.project_name} · ${row.implementing_unit}`, ...measured(row)]),
      );
      await page.close();
    });

    test("of 其他资金 equal the warehouse's, with what was added in mid-year named", async () => {
      const { page } = await site().open("other-funds.html");
      const forms = await query(
        `select project_name, implementing_unit, ${ROUNDED},
           cast(adjustment_rate as decimal(18, 2)) as adjustment_rate
         from mart.execution where fiscal_year = 2031 and source = 'other_funds' and execution.adjusted_budget <> 0
         order by execution.unexecuted desc`,
      );
      const names = forms.map((row) => `${row.project_name} · ${row.implementing_unit}`);
      expect(await tableOf(page, "有其他资金的表单")).toEqual(
        forms.map((row, i) => [names[i], ...measured(row)]),
      );
      const stages = await tableOf(page, "其他资金在一年里的变化");
      expect(stages.map((cells) => cells[3])).toEqual(
        forms.map((row) => (row.adjustment_rate === null ? "年中追加" : `${written(row.adjustment_rate)}%`)),
      );
      expect(stages.map((cells) => cells[3])).toContain("年中追加");
      await page.close();
    });

    test("are those of a department where one is chosen", async () => {
      const { page } = await site().open("");
      await page.getByLabel("主管部门", { exact: true }).selectOption("云溪市乙局");
      await page.waitForFunction(() => document.title.includes("云溪市乙局"));
      const [total] = await query(
        `select ${ROUNDED} from mart.department_execution
         where fiscal_year = 2031 and source = 'total' and department = '云溪市乙局'`,
      );
      const cards = await textsOf(page, ".figure-card .value");
      expect(cards.slice(0, 2)).toEqual([
        writtenRate(total!.execution_rate),
        `${written(total!.unexecuted)}万元`,
      ]);
      const forms = await query(
        `select project_name from mart.execution where department = '云溪市乙局' and fiscal_year = 2031
         and source = 'total' and unexecuted > 0 order by unexecuted desc`,
      );
      const shown = await tableOf(page, "未执行金额最大的表单");
      expect(shown.map((cells) => cells[0]!.split(" · ")[0])).toEqual(forms.map((row) => row.project_name));
      await page.close();
    });

    test("of years tell what changed since the year before, for all and for a department", async () => {
      const { page } = await site().open("");
      const shown = await tableOf(page, "各资金来源历年的预算执行");
      const total = shown.find((cells) => cells[0] === "2031年" && cells[1] === "年度资金总额")!;
      const [change] = await query(
        `select cast(budget_change_rate as decimal(18, 2)) as budget, cast(execution_rate_change as decimal(18, 2)) as rate
         from mart.source_years where fiscal_year = 2031 and source = 'total'`,
      );
      expect([total[4], total[7]]).toEqual([writtenRate(change!.budget), written(change!.rate)]);
      const points = page.locator("figure", { hasText: "各资金来源的历年执行率" }).locator(".on-screen a");
      const rates = await query(
        `select count(*)::integer as n from mart.source_years where execution_rate is not null`,
      );
      expect(await points.count()).toBe(rates[0]!.n);
      await page.getByLabel("主管部门", { exact: true }).selectOption("云溪市甲局");
      await page.waitForFunction(() => document.title.includes("云溪市甲局"));
      const [own] = await query(
        `select cast(budget_change_rate as decimal(18, 2)) as budget from mart.department_years
         where fiscal_year = 2031 and source = 'total' and department = '云溪市甲局'`,
      );
      const ofDepartment = await tableOf(page, "各资金来源历年的预算执行");
      const row = ofDepartment.find((cells) => cells[0] === "2031年" && cells[1] === "年度资金总额")!;
      expect(row[4]).toBe(writtenRate(own!.budget));
      expect(row[4]).not.toBe(total[4]);
      const link = page
        .locator("table.data", { has: page.locator("caption", { hasText: "各资金来源历年的预算执行" }) })
        .getByRole("link", { name: "2030年" })
        .first();
      await link.click();
      await page.waitForSelector(".narrowed");
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        department: "云溪市甲局",
        year: "2030",
      });
      await page.close();
    });

    test("follow the year that is chosen, and the address follows too", async () => {
      const { page } = await site().open("");
      await page.getByLabel("年度", { exact: true }).selectOption("2030年");
      await page.waitForFunction(() => document.title.startsWith("2030年"));
      expect(new URL(page.url()).searchParams.get("year")).toBe("2030");
      const [row] = await query(
        "select cast(unexecuted as decimal(18, 2)) as u from mart.year_execution where fiscal_year = 2030 and source = 'total'",
      );
      expect((await textsOf(page, ".figure-card .value"))[1]).toBe(`${written(row!.u)}万元`);
      await page.reload();
      await page.waitForFunction(() => document.title.startsWith("2030年"));
      await page.close();
    });

    test("that rest on doubtful amounts say so, and others do not", async () => {
      const { page } = await site().open("");
      const units = page.locator("table.data", {
        has: page.getByText("各实施单位的执行情况", { exact: true }),
      });
      const marked = await units.locator("tbody tr", { hasText: "⚑" }).locator("a").first().textContent();
      const expected = await query(
        "select implementing_unit from mart.unit_execution where fiscal_year = 2031 and source = 'total' and doubtful_forms > 0",
      );
      expect(expected.map((row) => row.implementing_unit)).toEqual([marked]);
      expect(await units.locator("tbody .doubt").count()).toBe(1);
      await page.close();
    });

    test("in a table lead to their form and line", async () => {
      const { page } = await site().open("other-funds.html");
      const [first] = await query(
        `select form_id, line, executed from mart.execution where fiscal_year = 2031 and source = 'other_funds'
         order by unexecuted desc limit 1`,
      );
      const table = page.locator("table.data", { has: page.getByText("有其他资金的表单", { exact: true }) });
      await table.locator("tbody tr").first().locator("td a").nth(2).click();
      await page.waitForSelector(".source [aria-current]");
      expect(page.url()).toContain(`id=${first!.form_id}&line=${first!.line}`);
      expect((await textsOf(page, ".paper td.is-asked"))[0]).toBe("其他资金");
      await page.close();
    });

    test("in a chart lead to their form and line", async () => {
      const { page } = await site().open("");
      const chart = page.locator("figure", { hasText: "未执行金额最大的表单" }).locator(".on-screen");
      await chart.locator(".row-link a").nth(1).click();
      await page.waitForSelector(".source [aria-current]");
      const [second] = await query(
        `select form_id, line from mart.execution where fiscal_year = 2031 and source = 'total'
         order by unexecuted desc limit 1 offset 1`,
      );
      expect(page.url()).toContain(`id=${second!.form_id}&line=${second!.line}`);
      expect((await textsOf(page, ".paper td.is-asked"))[0]).toBe("年度资金总额");
      await page.close();
    });

    test("of a unit lead to its page, and there the number of forms to their list", async () => {
      const { page } = await site().open("");
      const unit = "云溪市甲局";
      const table = page.locator("table", { has: page.getByText("各实施单位的执行情况", { exact: true }) });
      await table.getByRole("link", { name: unit, exact: true }).click();
      await page.waitForURL(/unit\.html/);
      await page.getByRole("link", { name: "2031年", exact: true }).last().click();
      await page.waitForSelector(".narrowed");
      const expected = await query(
        `select project_name from mart.execution where implementing_unit = '${unit}' and fiscal_year = 2031
         and source = 'total' order by unexecuted desc, form_id`,
      );
      expect(await textsOf(page, ".form-list tbody th")).toEqual(expected.map((row) => row.project_name));
      await page.close();
    });
  });
}

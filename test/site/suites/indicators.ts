/** The page of indicators: what was attained, what could hardly fail, and finding them by name. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";
import { tableOf, writtenRate } from "../tables.ts";

export function indicators(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("indicators", () => {
    test("tell by level what was attained, as the warehouse holds it", async () => {
      const { page } = await site().open("indicators.html");
      const levels = await query(
        `select level1, level2, indicators, judged_indicators, attained_indicators,
           cast(attained_share as decimal(18, 2)) as share, cast(score_rate as decimal(18, 2)) as score_rate
         from mart.indicator_scopes where fiscal_year = 2031 and scope = 'year' and depth = 'level2'
         order by weight desc, level1, level2`,
      );
      expect(levels.length).toBeGreaterThan(2);
      const shown = await tableOf(page, "按一级、二级指标");
      expect(shown.map((cells) => [...cells.slice(0, 5), cells[8]])).toEqual(
        levels.map((row) => [
          `${row.level1} · ${row.level2}`,
          ...[row.indicators, row.judged_indicators, row.attained_indicators].map(String),
          writtenRate(row.share),
          writtenRate(row.score_rate),
        ]),
      );
      await page.close();
    });

    test("are narrowed to a unit: its levels, its signs and its names alone", async () => {
      const unit = "云溪市乙局人才服务中心";
      const { page, problems } = await site().open(
        `indicators.html?year=2031&unit=${encodeURIComponent(unit)}`,
      );
      const [all] = await query(
        `select indicators, judged_indicators, cast(attained_share as decimal(18, 2)) as share
         from mart.indicator_scopes
         where fiscal_year = 2031 and scope = 'unit' and implementing_unit = '${unit}' and depth = 'all'`,
      );
      expect((await textsOf(page, "h1"))[0]!.replaceAll("\u00a0", " ")).toContain(
        `2031年${unit}说得清的 ${all!.judged_indicators} 个指标达成 ${writtenRate(all!.share)}`,
      );
      const levels = await query(
        `select level1, level2, indicators from mart.indicator_scopes
         where fiscal_year = 2031 and scope = 'unit' and implementing_unit = '${unit}' and depth = 'level2'
         order by weight desc nulls last, level1, level2`,
      );
      const shown = await tableOf(page, "按一级、二级指标");
      expect(shown.map((cells) => cells.slice(0, 2))).toEqual(
        levels.map((row) => [`${row.level1} · ${row.level2}`, String(row.indicators)]),
      );
      expect(problems).toEqual([]);
      await page.close();
    });

    test("carry each sign that the warehouse sees, and no other", async () => {
      const { page } = await site().open("indicators.html");
      for (const [signal, caption] of [
        ["exact", "完成值恰好等于指标值的指标"],
        ["over", "完成值远超指标值的指标"],
        ["shrunk", "没有达成而分值很小的指标"],
      ]) {
        const found = await query(
          `select name from mart.indicator_signals where fiscal_year = 2031 and signal = '${signal}'`,
        );
        const table = page.locator(".table-box", { has: page.locator("caption", { hasText: caption }) });
        const more = table.getByRole("button", { name: /^显示全部/ });
        if (await more.count()) await more.click();
        const shown = (await tableOf(page, caption!)).map((cells) => cells[0]);
        expect(shown.toSorted()).toEqual(
          found.length > 0 ? found.map((row) => row.name).toSorted() : ["没有这样的指标。"],
        );
      }
      await page.close();
    });

    test("are found by pieces of their names, and lead to their lines", async () => {
      const { page, problems } = await site().open("indicators.html");
      await page.getByRole("search", { name: "查找指标" }).getByRole("searchbox").fill("课程 第12");
      await page.waitForFunction(() => document.querySelector(".indicator-search output")?.textContent);
      expect(await textsOf(page, ".indicator-search output")).toEqual(["1 个指标名称"]);
      const [found] = await query(
        "select form_id, line from mart.indicators where name = '第12项课程完成数'",
      );
      const link = page.locator(".indicator-search tbody th a");
      await link.waitFor();
      expect(await link.getAttribute("href")).toContain(`id=${found!.form_id}&line=${found!.line}`);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("are found by what was to be, what was, and why it was not, once it is asked for", async () => {
      const { page, problems } = await site().open("indicators.html");
      const search = page.getByRole("search", { name: "查找指标" }).getByRole("searchbox");
      for (const [words, field, told] of [
        ["540 人次", "actual", "1 个实际完成值"],
        ["600 人次", "target", "1 个年度指标值"],
        ["报名人数少于", "deviation_reason", "1 个偏差原因"],
      ] as const) {
        await search.fill(words);
        await page.waitForFunction(
          (text) => document.querySelector(".indicator-search output")?.textContent === text,
          told,
        );
        const found = await query(
          `select distinct name from mart.indicators join mart.forms using (form_id)
           where fiscal_year = 2031 and form_type = 'project'
             and ${words
               .split(" ")
               .map((word) => `${field} like '%${word}%'`)
               .join(" and ")}`,
        );
        const links = page.locator(".indicator-search tbody th a");
        await links.first().waitFor();
        expect(new Set(await links.allInnerTexts())).toEqual(new Set(found.map((row) => row.name)));
      }
      expect(problems).toEqual([]);
      await page.close();
    });

    test("of a name that recurs are listed with their lines, by a link that can be sent", async () => {
      const { page, problems } = await site().open("indicators.html");
      const name = "活动计划完成率";
      await page.getByRole("link", { name, exact: true }).click();
      const caption = `指标名称为“${name}”的指标`;
      await page.locator("caption", { hasText: caption }).waitFor();
      const lines = await query(
        `select indicators.form_id, indicators.line from mart.indicators as indicators join mart.forms using (form_id)
         where fiscal_year = 2031 and form_type = 'project' and name = '${name}' order by all`,
      );
      expect(lines.length).toBeGreaterThan(1);
      const links = page
        .locator("table.data", { has: page.locator("caption", { hasText: caption }) })
        .locator("tbody th a");
      const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      expect(targets.toSorted()).toEqual(
        lines.map((row) => `./form.html?id=${row.form_id}&line=${row.line}`).toSorted(),
      );
      const { page: sent } = await site().open(`indicators.html${new URL(page.url()).search}`);
      await sent.locator("caption", { hasText: caption }).waitFor();
      await sent.close();
      await page.goBack();
      await page.locator("caption", { hasText: caption }).waitFor({ state: "detached" });
      expect(problems).toEqual([]);
      await page.close();
    });

    test("are counted for a department alone", async () => {
      const { page } = await site().open(
        `indicators.html?${new URLSearchParams({ department: "云溪市乙局" })}`,
      );
      const [sum] = await query(
        `select count(*) as n from mart.indicators join mart.forms using (form_id)
         where department = '云溪市乙局' and fiscal_year = 2031 and form_type = 'project'`,
      );
      expect((await textsOf(page, ".lead"))[0]).toContain(`共 ${sum!.n} 个指标`);
      await page.close();
    });
  });
}

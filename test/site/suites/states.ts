/** Pages without data and with very little of it. */
import { beforeAll, describe, expect, test } from "vitest";
import { textsOf, type Visit } from "../browser.ts";
import { loaderOutputs } from "../loader-output.ts";
import type { Site } from "../site.ts";

/** Opens a page of the site with other data. */
async function openWith(site: Site, outputs: Map<string, string>, path: string): Promise<Visit> {
  const { page, problems } = await site.open("form.html?id=none");
  await page.route(/_file\/data\/[\w-]+\.\w+\.json$/, (route) => {
    const [, name] = /data\/([\w-]+)\.\w+\.json$/.exec(route.request().url())!;
    return route.fulfill({ contentType: "application/json", body: outputs.get(`${name}.json`)! });
  });
  await page.goto(new URL(path, site.served.root).href);
  await page.waitForSelector("h1");
  await page.waitForSelector(".provenance");
  await page.waitForLoadState("networkidle");
  return { page, problems };
}

export function states(site: () => Site): void {
  let empty: Map<string, string>;
  let single: Map<string, string>;

  beforeAll(async () => {
    empty = await loaderOutputs(site().empty);
    single = await loaderOutputs(site().single);
  });

  describe("without any form", () => {
    test.each([
      "",
      "other-funds.html",
      "streaks.html",
      "units.html",
      "unit.html",
      "form.html",
      "findings.html",
      "review.html",
      "query.html",
    ])("page %j says what to do, and nothing else", async (path) => {
      const { page, problems } = await openWith(site(), empty, path);
      expect(await textsOf(page, "h1")).toEqual(["还没有读入表单"]);
      const text = (await textsOf(page, "main")).join();
      expect(text).toContain("请把项目支出绩效自评表放进 data/sources");
      expect(text).toContain("0 份文件、0 张表单");
      expect(text).not.toMatch(/undefined|null|NaN/);
      for (const part of ["h2", "figure", "table"]) {
        expect(await page.locator(`main ${part}:visible`).count()).toBe(0);
      }
      expect(problems).toEqual([]);
      await page.close();
    });
  });

  describe("with one form", () => {
    test("the overview has no year to choose and no empty chart", async () => {
      const { page, problems } = await openWith(site(), single, "");
      expect(await textsOf(page, "h1")).toEqual(["2031年项目资金执行 98.19%，未执行 2.18 万元"]);
      expect(await page.getByLabel("年度", { exact: true }).isVisible()).toBe(false);
      expect((await textsOf(page, "main")).join()).not.toMatch(/undefined|null|NaN/);
      expect(await page.locator(".on-screen .row-link a").count()).toBe(2);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("the page of 其他资金 says that there is none", async () => {
      const { page, problems } = await openWith(site(), single, "other-funds.html");
      expect(await textsOf(page, "h1")).toEqual(["2031年没有其他资金"]);
      expect(problems).toEqual([]);
      await page.close();
    });
  });
}

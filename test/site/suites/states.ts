/** Pages without data and with very little of it. */
import { beforeAll, describe, expect, test } from "vitest";
import { textsOf, type Visit } from "../browser.ts";
import { cutOutputs, loaderOutputs } from "../loader-output.ts";
import type { Site } from "../site.ts";

/** Opens a page of the site with other data. */
async function openWith(site: Site, outputs: Map<string, string>, path: string): Promise<Visit> {
  const { page, problems } = await site.open("form.html?id=none");
  await page.route(/_file\/data\/[\w-]+\.\w+\.json$/, (route) => {
    const [, name] = /data\/([\w-]+)\.\w+\.json$/.exec(route.request().url())!;
    return route.fulfill({ contentType: "application/json", body: outputs.get(`${name}.json`)! });
  });
  await page.route(/_file\/data\/cuts\//, (route) => {
    const [, name] = /data\/(cuts\/.+)$/.exec(new URL(route.request().url()).pathname)!;
    const body = outputs.get(name!);
    return body ? route.fulfill({ contentType: "application/json", body }) : route.fulfill({ status: 404 });
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
    const { empty: none, single: one } = site();
    empty = new Map([...(await loaderOutputs(none)), ...(await cutOutputs(none))]);
    single = new Map([...(await loaderOutputs(one)), ...(await cutOutputs(one))]);
  });

  describe("without any form", () => {
    test.each([
      "",
      "other-funds.html",
      "streaks.html",
      "units.html",
      "unit.html",
      "projects.html",
      "project.html",
      "indicators.html",
      "scores.html",
      "form.html",
      "findings.html",
      "review.html",
      "query.html",
      "profiles.html",
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

    test.each([
      ["streaks.html", "只有一年的表单，看不出“长期”：2031年有 0 个单位执行率低于 90%"],
      ["units.html", "2031年只有一个单位：云溪市甲局未执行 2.18 万元"],
      ["projects.html", "2031年未执行最多的项目是活动经费，2.18 万元"],
      ["indicators.html", "2031年说得清的 5 个指标达成 80.00%，其中 0 个完成值恰好等于指标值"],
      ["scores.html", "2031年 1 张表单中 1 张自评为优，没有一张执行率低于 60%"],
    ])("the page %s says what one form lets it say", async (path, title) => {
      const { page, problems } = await openWith(site(), single, path);
      expect(await textsOf(page, "h1")).toEqual([title]);
      expect((await textsOf(page, "main")).join()).not.toMatch(/undefined|null|NaN|Infinity/);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("charts of low years give way to a sentence where no unit is low, with their legends", async () => {
      const { page } = await openWith(site(), single, "streaks.html");
      const sentence = "没有单位执行率低于 90%，这里没有要画的。";
      expect(await textsOf(page, "figure > p")).toEqual([sentence, sentence]);
      expect(await page.locator("figure :is(svg, .legend)").count()).toBe(0);
      await page.close();
    });

    test("the page of 其他资金 says that there is none", async () => {
      const { page, problems } = await openWith(site(), single, "other-funds.html");
      expect(await textsOf(page, "h1")).toEqual(["2031年没有其他资金"]);
      const NO_FORM = "没有表单有其他资金。";
      expect(await textsOf(page, "figure > p")).toEqual(["没有单位有其他资金。", NO_FORM, NO_FORM]);
      expect(await page.locator("figure .on-screen").count(), "the one chart that has something").toBe(1);
      expect(problems).toEqual([]);
      await page.close();
    });
  });
}

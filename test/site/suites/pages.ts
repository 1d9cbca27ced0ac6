/** Every page loads by itself, from its own site, and says what it is. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES as SITE_PAGES } from "../../../src/site/masthead.ts";
import { plain, textsOf, type Visit } from "../browser.ts";
import { FORMS } from "../made-forms.ts";
import type { Site } from "../site.ts";

/** Every kind of page that there is. */
export const PAGES = {
  总览: "",
  其他资金: "other-funds.html",
  长期低执行: "streaks.html",
  简报: "briefings.html",
  一个项目的简报: `briefings.html?${new URLSearchParams({ project: "活动经费" })}`,
  单位: "units.html",
  一个单位: `unit.html?${new URLSearchParams({ unit: "云溪市甲局" })}`,
  项目: "projects.html",
  一个项目: `project.html?${new URLSearchParams({ project: "活动经费" })}`,
  指标: "indicators.html",
  评分可信度: "scores.html",
  表单一览: "form.html",
  问题清单: "findings.html",
  待复核: "review.html",
  自由分析: "query.html",
  口径: "profiles.html",
  数据字典: "dictionary.html",
  表单: `form.html?id=${FORMS.doubtful}&line=25`,
  长表单: `form.html?id=${FORMS.long}&line=120`,
  没有的表单: "form.html?id=0123456789ab-01",
};

/** The page of a form that does not exist asks for its share in vain, and that is what it then tells. */
const ASKED_IN_VAIN = /404|forms\/0123456789ab\/01\.json/;

export function pages(site: () => Site): void {
  describe.each(Object.entries(PAGES))("page %s", (_, path) => {
    let visit: Visit;

    beforeAll(async () => {
      visit = await site().open(path);
      await visit.page.waitForLoadState("networkidle");
    });

    afterAll(() => visit.page.close());

    test("loads without a complaint and without leaving its site", () => {
      const allowed = path === PAGES.没有的表单 ? ASKED_IN_VAIN : /$^/;
      expect(visit.problems.filter((problem) => !allowed.test(problem))).toEqual([]);
    });

    test("is Chinese, has one title, which is the window's too, and tells what it rests on", async () => {
      const { page } = visit;
      const titles = await textsOf(page, "h1");
      expect(titles).toHaveLength(1);
      expect(titles[0]).toMatch(/\p{Script=Han}/u);
      expect(plain(await page.title())).toBe(`${titles[0]} | 绩效自评`);
      expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
      const [rests] = await textsOf(page, ".provenance");
      expect(rests).toContain("数据：4 份文件、10 张表单");
      expect(rests).toContain("2031年4月5日 14:07（北京时间）");
      expect(rests).toContain("软件版本：9.8.7");
      expect(await page.locator(".synthetic").count(), "real data is not called made").toBe(0);
    });

    test("leads to the other pages under whatever prefix", async () => {
      const hrefs = await visit.page
        .locator("#observablehq-header nav a")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(hrefs).toHaveLength(SITE_PAGES.length);
      for (const href of hrefs) {
        expect(href.startsWith(site().served.root)).toBe(true);
        expect((await fetch(href)).status).toBe(200);
      }
    });
  });

  test("headings have ids that keep their Chinese", async () => {
    const { page } = await site().open("");
    const ids = await page
      .locator("main h2")
      .evaluateAll((headings) => headings.map((heading) => heading.id));
    expect(ids).toEqual([
      "先看这几处",
      "按资金来源-预算与执行",
      "按实施单位-未执行的钱在哪里",
      "按表单-未执行的钱在哪里",
      "历年",
    ]);
    await page.close();
  });
}

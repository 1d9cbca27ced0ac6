/** Pages for keyboards, screen readers, small screens, dark rooms and paper. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES as SITE_PAGES } from "../../../src/site/masthead.ts";
import { FORMS } from "../made-forms.ts";
import type { Site } from "../site.ts";
import { PAGES } from "./pages.ts";

/** Pages with charts; a table further down has the same numbers. */
const CHARTED = [
  "",
  "other-funds.html",
  "streaks.html",
  "units.html",
  PAGES.一个单位,
  "projects.html",
  PAGES.一个项目,
  "indicators.html",
  "scores.html",
];

const AXE = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));

export function accessibility(site: () => Site): void {
  describe.each(Object.entries(PAGES))("page %s", (_, path) => {
    let page: Page;

    beforeAll(async () => {
      ({ page } = await site().open(path));
      await page.waitForLoadState("networkidle");
      await page.evaluate(await readFile(AXE, "utf8"));
    });

    afterAll(() => page.close());

    test.each(["light", "dark"] as const)("has nothing that axe finds, %s", async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3)}`);
      });
      expect(violations).toEqual([]);
    });

    test.each([390, 768, 1280])("is not wider than a screen of %d", async (width) => {
      await page.setViewportSize({ width, height: 900 });
      // A chart follows the width one frame later.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
    });

    test("is a page of paper when printed: no menus, nothing that must be scrolled, black on white", async () => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await page.locator("#observablehq-header nav").isVisible()).toBe(false);
      for (const chart of await page.locator("figure.chart").all()) {
        expect(await chart.locator(".on-paper svg").first().isVisible()).toBe(true);
        expect(await chart.locator(".on-screen").isVisible()).toBe(false);
      }
      // What cannot be taken apart leaves the rest of a page white: a row may, a whole chart of rows may not.
      const pieces = await page.locator(".on-paper > svg").evaluateAll((charts) =>
        charts.map((chart) => ({
          height: Number(chart.getAttribute("viewBox")!.split(/[ ,]+/)[3]),
          ofRows: chart.hasAttribute("data-row-height"),
        })),
      );
      for (const { height, ofRows } of pieces) expect(height).toBeLessThan(ofRows ? 100 : 480);
      const { ink, scrolled } = await page.evaluate(() => ({
        ink: getComputedStyle(document.body).color,
        scrolled: [...document.querySelectorAll("main *")].filter(
          (element) => getComputedStyle(element).overflowY === "auto",
        ).length,
      }));
      expect(ink).toBe("rgb(29, 33, 38)");
      expect(scrolled).toBe(0);
    });
  });

  test("a keyboard reaches the text first, then the pages, then the text's own links", async () => {
    const { page } = await site().open("");
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    expect(await focused()).toBe("跳到正文");
    expect(await page.getByRole("link", { name: "跳到正文" }).boundingBox()).toMatchObject({ x: 16 });
    const names = ["绩效自评", "", ...SITE_PAGES.map((sitePage) => sitePage.name)];
    const order: string[] = [];
    for (const _ of names) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order.map((text) => text.replace("项目支出绩效自评表分析", ""))).toEqual(names);
    await page.getByRole("link", { name: "跳到正文" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    await page.close();
  });

  test("on a narrow screen the pages are behind a button that says which page this is", async () => {
    const { page } = await site().open("other-funds.html");
    await page.setViewportSize({ width: 390, height: 800 });
    const pages = page.getByRole("navigation", { name: "页面" });
    const button = page.getByRole("button", { name: /^其他资金/ });
    expect(await pages.isVisible()).toBe(false);
    await button.press("Enter");
    expect(await pages.isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(SITE_PAGES[0]!.name);
    await page.keyboard.press("Escape");
    expect(await pages.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test.each(["findings.html", "review.html", "other-funds.html"])(
    "on a narrow screen the sentences of %s are read without scrolling sideways, each after its column's name",
    async (path) => {
      const { page } = await site().open(path);
      await page.setViewportSize({ width: 390, height: 800 });
      await page.waitForLoadState("networkidle");
      const lists = page.locator(".long-list .table-scroll, .table-scroll:has(td.wide)");
      expect(await lists.count()).toBeGreaterThan(0);
      for (const list of await lists.all()) {
        expect(await list.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
        const label = await list
          .locator("tbody td")
          .last()
          .evaluate((cell) => getComputedStyle(cell, "::before").content);
        expect(label).toMatch(/\p{Script=Han}/u);
      }
      await page.close();
    },
  );

  test("what has the focus is outlined", async () => {
    const { page } = await site().open("");
    await page.locator("main a").first().focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    const width = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
    expect(width).toBe("3px");
    await page.close();
  });

  test("a form of 66 rows is one stop of the keyboard a row, and its source is one", async () => {
    const { page } = await site().open(`form.html?id=${FORMS.long}`);
    const stops = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((links) => links.filter((link) => (link as HTMLElement).tabIndex >= 0).length);
    expect(await stops(".indicators a.trace")).toBe(66);
    expect(await stops(".source a.number")).toBe(1);
    await page.close();
  });

  test.each(CHARTED)("every chart of page %j has a name in words and a table below it", async (path) => {
    const { page } = await site().open(path);
    for (const figure of await page.locator("figure.chart").all()) {
      const name = await figure.locator(".on-screen svg").getAttribute("aria-label");
      expect(name).toMatch(/\p{Script=Han}{4,}/u);
      const table = figure.locator("xpath=following::table[1]");
      expect(await table.locator("tbody td").count()).toBeGreaterThan(0);
    }
    await page.close();
  });

  test("links of a chart have names with figures", async () => {
    const { page } = await site().open("");
    const names = await page
      .locator("figure", { hasText: "未执行金额" })
      .locator(".on-screen .row-link a [aria-label]")
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name).toMatch(/：未执行 −?[\d,.]+ 万元，执行率 [\d.]+%$/);
    await page.close();
  });
}

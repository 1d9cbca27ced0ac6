/** Answers stand in the pages as they are served, before any script. */
import { describe, expect, test } from "vitest";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";

const ANSWERING = [
  "index.html",
  "other-funds.html",
  "streaks.html",
  "units.html",
  "projects.html",
  "indicators.html",
  "scores.html",
];

export function answers(site: () => Site): void {
  describe("answers before scripts", () => {
    test.each(ANSWERING)("%s says without scripts what it says with them", async (path) => {
      const browser = site().context.browser()!;
      const mute = await browser.newContext({ javaScriptEnabled: false });
      const still = await mute.newPage();
      await still.goto(new URL(path, site().served.root).href);
      const { page } = await site().open(path);
      await page.waitForLoadState("networkidle");
      for (const selector of ["h1", "p.lead"]) {
        const [said] = await textsOf(still, selector);
        expect(said).toMatch(/\p{Script=Han}{4,}/u);
        expect(await textsOf(page, selector)).toEqual([said]);
      }
      await Promise.all([mute.close(), page.close()]);
    });

    test("an address that asks for something else is not answered with the newest year's answer", async () => {
      const { page } = await site().open("");
      await page.close();
      const other = await site().context.newPage();
      // The data never comes: what is seen then is what stood in the page.
      await other.route("**/_file/data/cuts/**", () => {});
      await other.goto(new URL("index.html?year=2030", site().served.root).href);
      await other.waitForSelector(".filters");
      expect(await other.locator("h1 .answer").isVisible()).toBe(false);
      await other.goto(new URL("index.html", site().served.root).href);
      await other.waitForSelector(".filters");
      expect(await other.locator("h1 .answer").isVisible()).toBe(true);
      await other.close();
    });
  });
}

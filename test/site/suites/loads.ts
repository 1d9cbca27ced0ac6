/** What pages fetch: nothing that they do not show. */
import type { Page, Response } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Site } from "../site.ts";
import { PAGES } from "./pages.ts";

/** Words that a bundle keeps however small it is made, by what they are part of. */
const MARKS = {
  engine: "insertArrowFromIPCStream",
  chart: "facetAnchor",
  editor: "cm-content",
  workbook: "SheetNames",
};
type Part = keyof typeof MARKS;

/** Pages that draw charts without being asked. */
const CHARTED: readonly (keyof typeof PAGES)[] = [
  ...([
    "总览",
    "其他资金",
    "长期低执行",
    "单位",
    "一个单位",
    "项目",
    "一个项目",
    "指标",
    "评分可信度",
  ] as const),
];

/** Every answer that a page gets, from now on. */
function record(page: Page): Response[] {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  return responses;
}

/** The parts that stand in the scripts among some answers. */
async function partsOf(responses: Response[]): Promise<Part[]> {
  const scripts = responses.filter((response) => new URL(response.url()).pathname.endsWith(".js"));
  const texts = await Promise.all(scripts.map((response) => response.text()));
  return (Object.keys(MARKS) as Part[]).filter((part) => texts.some((text) => text.includes(MARKS[part])));
}

const namesOf = (responses: Response[]) =>
  responses.map((response) => new URL(response.url()).pathname.replace(/.*\//, ""));

export function loads(site: () => Site): void {
  const open = async (path: string): Promise<{ page: Page; responses: Response[] }> => {
    const page = await site().context.newPage();
    const responses = record(page);
    await page.goto(new URL(path, site().served.root).href, { waitUntil: "networkidle" });
    return { page, responses };
  };

  describe("a page loads nothing that it does not show", () => {
    // A briefing may hold a chart; its page is one for all of them.
    const without = Object.entries(PAGES).filter(([name]) => !name.endsWith("简报"));

    test.each(without)("%s", async (name, path) => {
      const { page, responses } = await open(path);
      const expected: Part[] = [];
      if (CHARTED.includes(name as keyof typeof PAGES)) expected.push("chart");
      if (name === "自由分析") expected.push("editor");
      expect(await partsOf(responses)).toEqual(expected);
      expect(namesOf(responses).filter((file) => /\.(wasm|arrow)$|^search\.|worker/.test(file))).toEqual([]);
      await page.close();
    });

    test("the engine of queries comes with the first query, the writer of workbooks with the first of them", async () => {
      const { page, responses } = await open(PAGES.自由分析);
      await page.locator(".cm-content").click();
      await page.waitForTimeout(200);
      expect(await partsOf(responses)).toEqual(["editor"]);
      await page.getByRole("button", { name: "运行", exact: true }).click();
      await page.locator(".answer table").waitFor();
      expect(await partsOf(responses)).toEqual(["engine", "chart", "editor"]);
      expect(namesOf(responses).filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
      const before = responses.length;
      await page.getByRole("button", { name: "运行", exact: true }).click();
      await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>("button.run")!.disabled);
      expect(responses.slice(before).map((response) => response.url())).toEqual([]);
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: /^下载XLSX/ }).click();
      await saved;
      expect(await partsOf(responses)).toContain("workbook");
      await page.close();
    });

    test("that the engine cannot be loaded is said, and the query is kept", async () => {
      const page = await site().context.newPage();
      await page.goto(new URL(PAGES.自由分析, site().served.root).href, { waitUntil: "networkidle" });
      await page.route(/\.js$/, (route) => route.abort());
      await page.getByRole("button", { name: "运行", exact: true }).click();
      await page.getByText("查询引擎没有读出来").waitFor();
      expect(decodeURIComponent(new URL(page.url()).hash)).toContain("mart.unit_execution");
      expect(await page.getByRole("button", { name: "运行", exact: true }).isEnabled()).toBe(true);
      await page.close();
    });
  });
}

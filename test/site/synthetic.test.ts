/** A site of made data says so wherever one looks. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeDistrict } from "../../loaders/demo/write-district.ts";
import { workspaceAt } from "../../loaders/workspace.ts";
import { syntheticStrip } from "../../src/site/synthetic.ts";
import { compute } from "../cli/workspace.ts";
import { serve, startBrowser, visit } from "./browser.ts";
import { buildSite } from "./build-site.ts";

let folder: string;
let made: string;

/** The pages of a site by their path, as they are served. */
async function pagesOf(dist: string): Promise<[string, string][]> {
  const paths = (await readdir(dist, { recursive: true })).filter((path) => path.endsWith(".html"));
  return Promise.all(
    paths.map(async (path) => [path, await readFile(join(dist, path), "utf8")] as [string, string]),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-synthetic-"));
  const workspace = workspaceAt(join(folder, "district"));
  await writeDistrict(workspace.root, { forms: 24, years: [2030, 2031], seed: 5, noise: 0, planted: true });
  await compute(workspace);
  made = await buildSite(workspace.warehouse, join(folder, "made"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("every page has the strip, and its window's title says so too", async () => {
  const pages = await pagesOf(made);
  expect(pages.length).toBeGreaterThan(2);
  for (const [path, html] of pages) {
    expect(html, path).toContain(syntheticStrip(true).trim());
    expect(html, path).toMatch(/<title>[^<]*（合成数据）<\/title>/);
  }
});

test("the strip is seen on screen, and the words lie across the paper", async () => {
  const browser = await startBrowser();
  const served = await serve(made);
  try {
    const { page } = await visit(await browser.newContext(), served, "");
    const strip = page.locator("#observablehq-header .synthetic");
    expect(await strip.isVisible()).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await strip.isVisible()).toBe(true);
    const mark = await strip.locator("strong").evaluate((strong) => {
      const { content, position } = getComputedStyle(strong, "::after");
      return { content, position };
    });
    expect(mark).toEqual({ content: '"合成数据"', position: "fixed" });
  } finally {
    await browser.close();
    served.close();
  }
});

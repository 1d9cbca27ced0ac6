/** Answers in the pages as they are served: of the newest year, as text, and those of the last run alone. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runModels } from "../../../pipelines/transform.ts";
import { writeAnswers } from "../../../src/data/answers.ts";
import { writeCuts } from "../../../src/data/cuts/all.ts";
import { addForms, emptyWarehouse } from "../../pipelines/warehouse.ts";

const PAGES = ["index", "other-funds", "streaks", "units", "projects", "indicators", "scores"];
/** A page as Framework leaves it: a sign of loading before each place of a value. */
const PAGE = `<h1 tabindex="-1"><observablehq-loading></observablehq-loading><!--:1:--></h1>
<p class="lead"><observablehq-loading></observablehq-loading><!--:2:--></p>
<p>另一段 <observablehq-loading></observablehq-loading><!--:3:--></p>`;
const HOSTILE = `<img src=x onerror="alert(1)">&中心`;

let site: string;

const page = (name: string) => readFile(join(site, `${name}.html`), "utf8");

/** Writes the answers of forms, of one year each, into the site. */
async function answer(forms: { year: number; unit: string; executed: string }[]): Promise<void> {
  const connection = await emptyWarehouse();
  const made = forms.map(({ year, unit, executed }, i) => ({
    ...{ document: String(i + 1).repeat(12), ordinal: 1, year, unit, department: "云溪市甲局" },
    ...{ funding: { total: ["100", "100", executed] as const }, indicators: [["90", "90"]] as const },
  }));
  await addForms(connection, made);
  await runModels(connection);
  await writeCuts(connection, join(site, "_file", "data", "cuts"));
  await writeAnswers(connection, site);
}

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "jixiao-answers-"));
  await mkdir(join(site, "_file"), { recursive: true });
  for (const name of PAGES) await writeFile(join(site, `${name}.html`), PAGE);
  return () => rm(site, { recursive: true, force: true });
});

test("every page has its own, and what else waits for data waits on", async () => {
  await answer([{ year: 2031, unit: "云溪市甲中心", executed: "40" }]);
  const titles = await Promise.all(
    PAGES.map(async (name) => /<h1[^>]*>(.*?)<!--/s.exec(await page(name))![1]),
  );
  expect(new Set(titles).size).toBe(PAGES.length);
  expect(await page("index")).toContain("2031年项目资金执行 40.00%");
  expect(await page("index")).toContain("另一段 <observablehq-loading></observablehq-loading><!--:3:-->");
});

test("texts of forms stay texts", async () => {
  await answer([{ year: 2032, unit: HOSTILE, executed: "30" }]);
  const units = await page("units");
  expect(units).toContain('&lt;img src=x onerror="alert(1)"&gt;&amp;中心');
  expect(units).not.toContain("<img");
});

test("a new run replaces them, and the newest year speaks", async () => {
  await answer([
    { year: 2032, unit: "云溪市乙中心", executed: "90" },
    { year: 2033, unit: "云溪市乙中心", executed: "75" },
  ]);
  const overview = await page("index");
  expect(overview).toContain("2033年项目资金执行 75.00%");
  expect(overview).not.toContain("2032年项目资金执行");
  expect(overview.match(/class="answer"/g)).toHaveLength(2);
});

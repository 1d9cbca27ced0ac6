/**
 * `npm run bench:site`: how heavy and how quick the pages are with ten thousand made forms, beside a page of Framework's
 * own template in the same run. `--forms` takes another number, `--dist` a site that is built already.
 */
import { rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { runNode } from "../src/cli/site/node-process.ts";
import { loadPage, type PageLoad, serveCompressed } from "./site/page-load.ts";
import { buildTemplate } from "./site/template.ts";
import { spreadOf } from "./statistics.ts";
import { seconds, table, withSpread } from "./table.ts";

const ROUNDS = 5;
/** What is promised of the first page. */
const MOST_BYTES = 260_000;
const MOST_MILLISECONDS = 1000;

const JIXIAO = fileURLToPath(new URL("../src/cli/jixiao.js", import.meta.url));
/** Each page with the element that holds its answer. */
const PAGES: readonly [name: string, address: string, answer: string][] = [
  ["总览", "index.html", "main h1"],
  ["其他资金", "other-funds.html", "main h1"],
  ["问题清单", "findings.html", ".long-list tbody td + td"],
  ["待复核", "review.html", ".long-list tbody td + td"],
  ["表单一览", "form.html", ".form-list tbody td"],
  ["自由分析", "query.html", ".query-page h1"],
  ["数据字典", "dictionary.html", ".dictionary-page h1"],
];

const { values } = parseArgs({
  options: { forms: { type: "string", default: "10000" }, dist: { type: "string" } },
});

const folder = await mkdtemp(join(tmpdir(), "jixiao-bench-site-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

async function jixiao(...args: string[]): Promise<number> {
  const start = performance.now();
  const { ok, log } = await runNode([JIXIAO, ...args], folder, {});
  if (!ok) throw new Error(log);
  return performance.now() - start;
}

/** Makes a district and its site, and tells how long that took. */
async function buildDistrict(forms: string): Promise<string> {
  await jixiao("demo", "--to", join(folder, "data"), "--forms", forms);
  const run = await jixiao("run", "--data", join(folder, "data"));
  const build = await jixiao("build", "--data", join(folder, "data"), "--to", join(folder, "dist"));
  console.log(`${forms} forms: read and computed in ${seconds(run)}, site built in ${seconds(build)}\n`);
  return join(folder, "dist");
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;

function line(name: string, loads: PageLoad[]): string[] {
  return [
    name,
    withSpread(spreadOf(loads.map((load) => load.bytes)), kilobytes),
    String(loads[0]!.requests),
    withSpread(spreadOf(loads.map((load) => load.milliseconds)), milliseconds),
  ];
}

const dist = values.dist ?? (await buildDistrict(values.forms));
const template = await buildTemplate(join(folder, "template"));
const [site, plain] = [await serveCompressed(dist), await serveCompressed(template)];
chromium.setGraphicsMode = false;
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter((arg) => !["--single-process", "--no-zygote"].includes(arg)),
});
try {
  const measured: [name: string, loads: PageLoad[]][] = [];
  for (const [name, root, address, answer] of [
    ["Framework's template", plain.root, "", "svg"],
    ...PAGES.map(([name, address, answer]) => [name, site.root, address, answer] as const),
  ] as const) {
    const loads: PageLoad[] = [];
    for (let round = 0; round < ROUNDS; round++) loads.push(await loadPage(browser, root + address, answer));
    measured.push([name, loads]);
  }
  console.log(
    table(
      ["page, nothing cached", "over the wire", "requests", "answer after"],
      measured.map(([name, loads]) => line(name, loads)),
    ),
  );
  const index = await readFile(join(dist, "_file", "data", "search.json"));
  console.log(`\nindex of the search: ${kilobytes(gzipSync(index).length)} (${kilobytes(index.length)} raw)`);
  const overview = measured.find(([name]) => name === "总览")![1];
  const bytes = spreadOf(overview.map((load) => load.bytes)).median;
  const after = spreadOf(overview.map((load) => load.milliseconds)).median;
  const holds = bytes <= MOST_BYTES && after <= MOST_MILLISECONDS;
  console.log(
    `\n总览: at most ${kilobytes(MOST_BYTES)} and ${milliseconds(MOST_MILLISECONDS)} — ${holds ? "holds" : "does not hold"}`,
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  await browser.close();
  site.close();
  plain.close();
}

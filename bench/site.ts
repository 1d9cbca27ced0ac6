/**
 * `npm run bench:site`: how heavy and how quick the pages are with ten thousand made forms, beside a page of Framework's
 * own template in the same run. `--forms` takes another number; `--keep` names a folder in which the district and its
 * site stay, and what is there of them is not made again; `--dist` takes a site that is built already.
 */
import { existsSync, rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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
  options: {
    forms: { type: "string", default: "10000" },
    keep: { type: "string" },
    dist: { type: "string" },
  },
});

const temporary = await mkdtemp(join(tmpdir(), "jixiao-bench-site-"));
process.once("exit", () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** Says what is done while it is done: the whole takes minutes. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  process.stdout.write(`${name} … `);
  const result = await work();
  console.log(seconds(performance.now() - start));
  return result;
}

async function jixiao(...args: string[]): Promise<void> {
  const { ok, log } = await runNode([JIXIAO, ...args], temporary, {});
  if (!ok) throw new Error(log);
}

/** Makes a district and its site, or what is missing of them; returns the folder of the site. */
async function districtSite(folder: string, forms: string): Promise<string> {
  const data = join(folder, `district-${forms}`);
  const site = join(folder, `site-${forms}`);
  if (!existsSync(join(data, "sources")))
    await step(`making ${forms} forms`, () => jixiao("demo", "--to", data, "--forms", forms));
  if (!existsSync(join(data, "warehouse.duckdb"))) {
    await step("reading them", () => jixiao("ingest", "--data", data));
  }
  if (!existsSync(join(site, "index.html"))) {
    await step("computing and building the site", () => jixiao("build", "--data", data, "--to", site));
  }
  return site;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;

function line(name: string, loads: PageLoad[]): string[] {
  return [
    name,
    withSpread(spreadOf(loads.map((load) => load.bytes)), kilobytes),
    String(loads[0]!.requests),
    withSpread(spreadOf(loads.map((load) => load.milliseconds)), milliseconds),
    withSpread(spreadOf(loads.map((load) => load.quiet)), milliseconds),
  ];
}

const dist = values.dist ?? (await districtSite(resolve(values.keep ?? temporary), values.forms));
const template = await step("building Framework's template", () =>
  buildTemplate(join(temporary, "template")),
);
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
    await step(`opening ${name} ${ROUNDS} times`, async () => {
      for (let round = 0; round < ROUNDS; round++)
        loads.push(await loadPage(browser, root + address, answer));
    });
    measured.push([name, loads]);
  }
  console.log(
    "\n" +
      table(
        ["page, nothing cached", "over the wire", "requests", "answer after", "all there after"],
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

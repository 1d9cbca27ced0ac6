/**
 * The answers of pages, written into the pages: a browser shows them before any script has run. They are those of the
 * newest year; where an address asks for something else, the page hides them until it has its own.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Answer, Answering } from "../components/answer.ts";
import { type CutFile, cutTables } from "../components/cut-file.ts";
import { otherFundsAnswer, overviewAnswer } from "../components/findings.ts";
import { indicatorsAnswer } from "../components/indicators/indicator-findings.ts";
import { type LimitRow, limitsOf } from "../components/limits.ts";
import { yearsOf } from "../components/measures.ts";
import { projectsAnswer } from "../components/project-findings.ts";
import { scoresAnswer } from "../components/scores/score-findings.ts";
import { streaksAnswer } from "../components/streaks/streak-findings.ts";
import { clauses } from "../components/titled.ts";
import { unitsAnswer } from "../components/unit-findings.ts";
import { yearKey } from "../components/view.ts";
import { LIMITS, YEARS } from "./common.ts";
import { rowsOf } from "./query.ts";

interface AnsweringPage {
  /** Its file without extension. */
  page: string;
  /** The cut that it shows. */
  cut: string;
  answer: Answering;
  /** Whether forms without a year are left out. */
  datedOnly?: boolean;
}

const PAGES: readonly AnsweringPage[] = [
  { page: "index", cut: "overview", answer: overviewAnswer },
  { page: "other-funds", cut: "other-funds", answer: otherFundsAnswer },
  { page: "streaks", cut: "streaks", answer: streaksAnswer, datedOnly: true },
  { page: "units", cut: "units", answer: unitsAnswer },
  { page: "projects", cut: "projects", answer: projectsAnswer },
  { page: "indicators", cut: "indicators", answer: indicatorsAnswer },
  { page: "scores", cut: "scores", answer: scoresAnswer },
];

/** Writes the answers of a warehouse into a built site whose cuts are written; what was written before is replaced. */
export async function writeAnswers(connection: DuckDBConnection, site: string): Promise<void> {
  const rows = (await rowsOf(connection, YEARS)) as { fiscal_year: number | null; source: string }[];
  const limits = limitsOf((await rowsOf(connection, LIMITS)) as unknown as LimitRow[]);
  for (const { page, cut, answer, datedOnly } of PAGES) {
    const shown = datedOnly ? rows.filter((row) => row.fiscal_year !== null) : rows;
    const years = yearsOf(shown);
    const view = { year: years[0] ?? null };
    const tables = cutTables(years.length > 0 ? await cutFile(site, cut, yearKey(view.year)) : {});
    await write(site, page, answer(tables, { view, read: rows.length, years: years.length, limits }));
  }
}

async function cutFile(site: string, cut: string, year: string): Promise<CutFile> {
  return JSON.parse(await readFile(join(site, "_file", "data", "cuts", cut, year, "all.json"), "utf8"));
}

/** What Framework puts where a value is to stand, and takes away when it does; the answer stands in it until then. */
const TITLE = /(<h1[^>]*>)<observablehq-loading[^>]*>[\s\S]*?<\/observablehq-loading>/;
const LEAD = /(<p class="lead">)<observablehq-loading[^>]*>[\s\S]*?<\/observablehq-loading>/;

async function write(site: string, page: string, { title, lead }: Answer): Promise<void> {
  const path = join(site, `${page}.html`);
  const text = await readFile(path, "utf8");
  const heading = clauses(title).map((clause) => `<span class="clause">${escaped(clause)}</span>`);
  const answered = text
    .replace(TITLE, (_, tag: string) => `${tag}${waiting(`<span>${heading.join("")}</span>`)}`)
    .replace(LEAD, (_, tag: string) => `${tag}${waiting(escaped(lead))}`);
  await writeFile(`${path}.new`, answered);
  await rename(`${path}.new`, path);
}

function waiting(content: string): string {
  return `<observablehq-loading class="answer">${content}</observablehq-loading>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

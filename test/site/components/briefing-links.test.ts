/** What a briefing counts and does not list, the page that it leads to lists: as many as it says, and no other. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BriefingFacts, collectFacts, TOLD_RULES } from "../../../pipelines/briefing/facts/facts.ts";
import { defaultStyle } from "../../../pipelines/briefing/house-style.ts";
import type { Cell } from "../../../pipelines/briefing/ledger.ts";
import type { Fact } from "../../../pipelines/briefing/pieces.ts";
import {
  leftOutPage,
  lowRatedPage,
  projectChangesPage,
  resultChangesPage,
  STATES,
  yearlyChangesPage,
} from "../../../pipelines/briefing/prose/listings.ts";
import { findingsPage, ofRulePage } from "../../../pipelines/briefing/prose/site-pages.ts";
import { type Scope, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { FINDINGS } from "../../../src/data/lists.ts";
import { addForms, emptyWarehouse, type MadeForm, rows } from "../../pipelines/warehouse.ts";

let connection: DuckDBConnection;
let all: BriefingFacts[];

/** A unit's name that would end a text in SQL. */
const AWKWARD = "云溪市'乙站";

/** Problems that come, stay and go over the years; sums that do not add up, low rates, several forms of one unit. */
const FORMS = [2029, 2030, 2031].flatMap((year): MadeForm[] => [
  ...[1, 2, 3, 4, 5, 6].map(
    (n): MadeForm => ({
      ...{ year, unit: "云溪市甲局本级", project: `活动经费${n}`, totalScore: "100.00" },
      funding: { total: ["100", "100", n === 1 && year === 2031 ? "104" : "98"] },
      indicators: [["90", "90"]],
    }),
  ),
  {
    ...{ year, unit: AWKWARD, department: "云溪市乙局", project: "水闸维修经费", totalScore: "96.00" },
    funding: { total: ["0", "300", year === 2030 ? "299" : "105"], other_funds: ["0", "200", "10"] },
  },
]);

beforeAll(async () => {
  connection = await emptyWarehouse();
  const ids = await addForms(connection, FORMS);
  await addForms(connection, [
    { document: "ffffffffffff", year: null, project: "年度不详经费" },
    { document: "eeeeeeeeeeee", formType: "overall", project: "整体支出" },
  ]);
  await connection.run(`update raw.forms set rating = '差' where form_id = '${ids.at(-1)}'`);
  await runModels(connection);
  const style = await defaultStyle();
  all = [];
  for (const scope of await scopesOf(connection)) all.push(await collectFacts(connection, scope, style));
}, 120_000);
afterAll(() => connection.closeSync());

/** What an address calls the keys of the list of findings. */
const KEYS: Readonly<Record<string, string>> = { year: "fiscal_year", unit: "implementing_unit" };

/** The rows that a page of the site, or its query, lists. */
async function listedOn({ target }: Fact): Promise<Record<string, unknown>[]> {
  if (!target || "formId" in target) throw new Error("not a page");
  if ("sql" in target) return rows(connection, target.sql);
  expect(target.page).toBe("findings");
  const where = Object.entries(target.asked).map(
    ([param, value]) => `cast(${KEYS[param] ?? param} as varchar) = '${value.replaceAll("'", "''")}'`,
  );
  return rows(connection, `select * from (${FINDINGS.rows}) where ${where.join(" and ")}`);
}

const number = (cell: Cell | undefined) => Number(cell?.value ?? 0);
const nameOf = ({ level, year, department, unit }: Scope) => [level, year, department, unit].join(" ");
const states = (listed: Record<string, unknown>[], ...wanted: (keyof typeof STATES)[]) =>
  listed.filter((row) => wanted.some((state) => row.情形 === STATES[state])).length;

describe("the list behind a count", () => {
  it("of findings holds those of the scope, of a weight, of a rule", async () => {
    let told = 0;
    for (const { scope, severities, findings } of all) {
      const { errors, warnings, infos } = severities;
      const everything = await listedOn(findingsPage(scope));
      expect(everything, nameOf(scope)).toHaveLength(number(errors) + number(warnings) + number(infos));
      expect(await listedOn(findingsPage(scope, { severity: "error" }))).toHaveLength(number(errors));
      for (const rule of TOLD_RULES.filter((each) => findings[each].length > 0)) {
        const listed = await listedOn(ofRulePage(scope, rule, findings[rule]));
        expect(listed, `${nameOf(scope)} ${rule}`).toHaveLength(number(findings[rule][0]!.findings));
        told++;
      }
      told += number(errors) + number(infos);
    }
    expect(told).toBeGreaterThan(20);
  });

  it("leaves out what an office has decided not to ask any more", async () => {
    const year = all.find(({ scope }) => scope.level === "year")!;
    const before = await listedOn(findingsPage(year.scope));
    const [{ finding_id: first }] = before as [{ finding_id: string }];
    await connection.run("begin transaction");
    await connection.run(`delete from core.open_findings where finding_id = '${first}'`);
    const after = await listedOn(findingsPage(year.scope));
    await connection.run("rollback");
    expect(after).toHaveLength(before.length - 1);
  });

  it("of changes since last year holds the new, the repeated and the solved", async () => {
    let told = 0;
    for (const { scope, changes } of all) {
      const listed = await listedOn(yearlyChangesPage(scope));
      expect(states(listed, "new"), nameOf(scope)).toBe(number(changes.new_problems));
      expect(states(listed, "repeated")).toBe(number(changes.repeated_problems));
      expect(states(listed, "solved")).toBe(number(changes.solved_problems));
      told += listed.length;
    }
    expect(told).toBeGreaterThan(3);
  });

  it("of changes since the results of before holds what is gone, too", async () => {
    await connection.run("begin transaction");
    await connection.run(`update mart.finding_history set
      state = ['new', 'new_form', 'new_rule', 'new_reading', 'repeated', 'solved', 'gone', 'dropped', 'reread', 'past'][1 + abs(hash(problem) % 10)::integer]`);
    let told = 0;
    for (const { scope } of all) {
      const { sinceBefore } = await collectFacts(connection, scope, await defaultStyle());
      const listed = await listedOn(resultChangesPage(scope));
      expect(states(listed, "new", "new_form"), nameOf(scope)).toBe(number(sinceBefore.appeared));
      expect(states(listed, "repeated")).toBe(number(sinceBefore.stayed));
      for (const [state, cell] of [
        ["solved", sinceBefore.solved],
        ["gone", sinceBefore.gone],
        ["new_rule", sinceBefore.by_rule],
        ["dropped", sinceBefore.dropped],
        ["new_reading", sinceBefore.by_reading],
        ["reread", sinceBefore.reread],
      ] as const)
        expect(states(listed, state), `${nameOf(scope)} ${state}`).toBe(number(cell));
      told += listed.length;
    }
    const ofProject = await listedOn(projectChangesPage({ unit: AWKWARD, project: "水闸维修经费" }));
    expect(ofProject.every((row) => row.项目 === "水闸维修经费" && row.单位 === AWKWARD)).toBe(true);
    await connection.run("rollback");
    expect(told).toBeGreaterThan(10);
    expect(ofProject.length).toBeGreaterThan(0);
  });

  it("of low ratings and of what is left out holds them", async () => {
    const low = all.filter(({ lowRated }) => lowRated.length > 0);
    expect(low.length).toBeGreaterThan(1);
    for (const { scope, lowRated } of low)
      expect(await listedOn(lowRatedPage(scope))).toHaveLength(number(lowRated[0]!.forms));
    const { other_forms, undated_forms, superseded_forms, rejected } = all[0]!.leftOut;
    const parts = [other_forms, undated_forms, superseded_forms, rejected].map(number);
    expect(parts.slice(0, 2)).toEqual([1, 1]);
    expect(await listedOn(leftOutPage())).toHaveLength(parts.reduce((sum, each) => sum + each));
  });
});

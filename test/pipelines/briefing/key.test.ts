/** The key of a briefing stands for its text: where the one is the same, so is the other. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultStyle, type HouseStyle, styleWith } from "../../../pipelines/briefing/house-style.ts";
import { briefingKeys } from "../../../pipelines/briefing/key.ts";
import { briefingText } from "../../../pipelines/briefing/plain-text.ts";
import { projectKeys, projectsOverYears } from "../../../pipelines/briefing/project/over-years.ts";
import { provedBriefing, provedProjectBriefing } from "../../../pipelines/briefing/read.ts";
import { scopesOf } from "../../../pipelines/briefing/scope.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { addForms, emptyWarehouse, type MadeForm } from "../warehouse.ts";

let connection: DuckDBConnection;
let style: HouseStyle;
let before: Map<string, Told>;

interface Told {
  key: string;
  text: string;
}

/** Two units of two departments over two years. */
const FORMS = [2030, 2031].flatMap((year): MadeForm[] => [
  {
    ...{ year, department: "云溪市甲局", unit: "云溪市甲局本级", project: "活动经费" },
    funding: { total: ["100", "100", "98"], other_funds: ["100", "100", "98"] },
    indicators: [["50", "50"]],
  },
  {
    ...{ year, department: "云溪市乙局", unit: "云溪市乙站", project: "水闸维修经费", totalScore: "96.00" },
    funding: { total: ["0", "300", "105"], current_year_appropriation: ["0", "300", "105"] },
    indicators: [["50", "40"]],
  },
]);

/** Computes the warehouse at a time of its own and tells each scope. */
async function told(day: number): Promise<Map<string, Told>> {
  await runModels(connection, { runAt: new Date(Date.UTC(2031, 3, day)), version: `9.8.${day}` });
  const keys = await briefingKeys(connection, style);
  const all = new Map<string, Told>();
  for (const scope of await scopesOf(connection)) {
    const { briefing } = await provedBriefing(connection, scope, style);
    const text = briefingText(briefing).replace(/^数据计算于.*$/m, "");
    all.set(JSON.stringify(scope), { key: keys.of(scope), text });
  }
  return all;
}

beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, FORMS);
  style = await defaultStyle();
  before = await told(1);
}, 120_000);
afterAll(() => connection.closeSync());

it("changes where the text changes, and only there", async () => {
  await connection.run(
    "update raw.funding set executed = 97 where executed = 98 and form_id in (select form_id from raw.forms where fiscal_year = 2031)",
  );
  const now = await told(2);
  const changed = [...now].filter(([scope, { text }]) => text !== before.get(scope)!.text);
  const others = [...now].filter(([scope, { text }]) => text === before.get(scope)!.text);
  // The year, the department and the unit of the form; another day and another version change nothing.
  expect(changed).toHaveLength(3);
  for (const [scope, { key }] of changed) expect(key, scope).not.toBe(before.get(scope)!.key);
  for (const [scope, { key }] of others) expect(key, scope).toBe(before.get(scope)!.key);
}, 120_000);

it.each([
  ["a score", "update mart.scope_forms set lowest_score = lowest_score - 1"],
  ["a line", "update mart.execution set line = line + 1"],
  ["a file's name", "update mart.documents set path = '2031/别名.txt'"],
  ["a finding", "delete from mart.findings where rule = 'F5'"],
  ["a limit", "update mart.thresholds set value = value + 1"],
])("is another where %s changes", async (_what, change) => {
  const [scope] = await scopesOf(connection);
  const old = (await briefingKeys(connection, style)).of(scope!);
  await connection.run("begin transaction");
  await connection.run(change);
  const now = (await briefingKeys(connection, style)).of(scope!);
  await connection.run("rollback");
  expect(now).not.toBe(old);
});

it("is another in another style", async () => {
  const scope = (await scopesOf(connection))[0]!;
  const own = styleWith('[headings]\ntitle = "专报"\n', style);
  const [one, other] = [await briefingKeys(connection, style), await briefingKeys(connection, own)];
  expect(one.of(scope)).not.toBe(other.of(scope));
});

describe("of a project over the years", () => {
  it("changes with a form of any of its years, and with no other", async () => {
    const toldProjects = async () => {
      const keys = await projectKeys(connection, style);
      const all = new Map<string, Told>();
      for (const subject of await projectsOverYears(connection)) {
        const { briefing } = await provedProjectBriefing(connection, subject, style);
        const text = briefingText(briefing).replace(/^数据计算于.*$/m, "");
        all.set(subject.project, { key: keys.of(subject), text });
      }
      return all;
    };
    const old = await toldProjects();
    expect([...old.keys()].sort()).toEqual(["水闸维修经费", "活动经费"].sort());
    await connection.run(
      "update raw.funding set executed = 290 where executed = 105 and form_id in (select form_id from raw.forms where fiscal_year = 2030)",
    );
    await told(3);
    const now = await toldProjects();
    expect(now.get("水闸维修经费")!.text).not.toBe(old.get("水闸维修经费")!.text);
    expect(now.get("水闸维修经费")!.key).not.toBe(old.get("水闸维修经费")!.key);
    expect(now.get("活动经费")).toEqual(old.get("活动经费"));
  }, 120_000);
});

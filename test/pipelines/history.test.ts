/** Results told against the results of before: what is new, what stayed and since when, what is gone. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../loaders/warehouse/database.ts";
import { PREVIOUS, rebuildWarehouse } from "../../loaders/warehouse/transaction.ts";
import { defaultStyle } from "../../pipelines/briefing/house-style.ts";
import { briefingText } from "../../pipelines/briefing/plain-text.ts";
import { provedBriefing } from "../../pipelines/briefing/read.ts";
import { scopeAsked, scopesOf } from "../../pipelines/briefing/scope.ts";
import { carryHistory } from "../../pipelines/history.ts";
import { runModels } from "../../pipelines/transform.ts";
import { addForms, type MadeForm, rows } from "./warehouse.ts";

let folder: string;
let warehouse: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jixiao-history-"));
  warehouse = join(folder, "warehouse.duckdb");
});
afterAll(() => rm(folder, { recursive: true }));

const OVERSPENT: MadeForm = { project: "甲项目", funding: { total: ["10", "10", "12"] } };
const SOUND: MadeForm = { project: "甲项目", funding: { total: ["10", "10", "9.9"] } };
const OTHER: MadeForm = { project: "乙项目", funding: { total: ["10", "10", "13"] } };

/** A file's forms have ids of their own: a corrected file is another document. */
const inFile = (document: string, ...forms: MadeForm[]) => forms.map((form) => ({ ...form, document }));

interface Results {
  /** How many problems of rule F4 are in which state, with the day since which they have been there. */
  problems: Record<string, unknown>[];
  /** What the year's briefing says of it. */
  told: string | null;
}

/** A run on a day of April 2031, on the warehouse of the run before. */
async function run(day: number, forms: readonly MadeForm[]): Promise<Results> {
  await rebuildWarehouse(warehouse, async ({ connection, previous }) => {
    await addForms(connection, forms);
    if (previous === "attached") await carryHistory(connection, PREVIOUS);
    await runModels(connection, { runAt: new Date(Date.UTC(2031, 3, day)), version: "9.8.7" });
  });
  const { connection, close } = await openDatabase(warehouse, { readOnly: true });
  try {
    return { problems: await problemsOf(connection), told: await toldIn(connection) };
  } finally {
    close();
  }
}

function problemsOf(connection: DuckDBConnection): Promise<Record<string, unknown>[]> {
  return rows(
    connection,
    `select project_name as project, state, since_at::date::varchar as since
    from mart.finding_history where rule = 'F4' order by project_name, state`,
  );
}

async function toldIn(connection: DuckDBConnection): Promise<string | null> {
  const scope = scopeAsked(await scopesOf(connection), {});
  const { briefing } = await provedBriefing(connection, scope, await defaultStyle());
  return /与上一份结果[^。]*。/.exec(briefingText(briefing))?.[0] ?? null;
}

it("follows problems through corrections, new files, repeated runs, withdrawn files and changed limits", async () => {
  // The first results have nothing to be told against.
  const first = await run(1, inFile("aaaaaaaaaaaa", OVERSPENT));
  expect(first).toEqual({
    problems: [{ project: "甲项目", state: "first", since: "2031-04-01" }],
    told: null,
  });

  // Another run on the same facts is the same result, whatever the clock says.
  expect(await run(2, inFile("aaaaaaaaaaaa", OVERSPENT))).toEqual(first);

  // The same form in another file is the same problem; a form that was not there before brings its own.
  const second = await run(3, [...inFile("bbbbbbbbbbbb", OVERSPENT), ...inFile("cccccccccccc", OTHER)]);
  expect(second.problems).toEqual([
    { project: "乙项目", state: "new_form", since: "2031-04-03" },
    { project: "甲项目", state: "repeated", since: "2031-04-01" },
  ]);
  expect(second.told).toMatch(
    /^与上一份结果（2031年4月1日）相比，新出现问题\d+处（都出在新读入的项目），仍然存在\d+处。$/,
  );

  // And is told the same by the next run, byte for byte.
  expect(await run(4, [...inFile("bbbbbbbbbbbb", OVERSPENT), ...inFile("cccccccccccc", OTHER)])).toEqual(
    second,
  );

  // A corrected form solves its problem.
  const third = await run(5, [...inFile("dddddddddddd", SOUND), ...inFile("cccccccccccc", OTHER)]);
  expect(third.problems).toEqual([
    { project: "乙项目", state: "repeated", since: "2031-04-03" },
    { project: "甲项目", state: "solved", since: "2031-04-01" },
  ]);
  expect(third.told).toMatch(
    /^与上一份结果（2031年4月3日）相比，已经解决\d+处，仍然存在\d+处，最早的自2031年4月1日起。$/,
  );

  // A file that is withdrawn takes its problem with it, which is no solution; what was solved before is past.
  const fourth = await run(6, inFile("dddddddddddd", SOUND));
  expect(fourth.problems).toEqual([
    { project: "乙项目", state: "gone", since: "2031-04-03" },
    { project: "甲项目", state: "past", since: "2031-04-01" },
  ]);
  expect(fourth.told).toMatch(/^与上一份结果（2031年4月5日）相比，随原表撤回\d+处，/);

  // What comes back is new again, from now on.
  const fifth = await run(7, inFile("eeeeeeeeeeee", OVERSPENT));
  expect(fifth.problems[1]).toEqual({ project: "甲项目", state: "new", since: "2031-04-07" });
  expect(fifth.told).not.toContain("界限");

  // A limit that was moved may make problems come or go: it is said.
  await writeFile(join(folder, "thresholds.csv"), "name,value,reason\nlow_execution_rate,99.5,试行办法\n");
  const low: MadeForm = { ...SOUND, project: "丙项目" };
  await run(8, inFile("ffffffffffff", low));
  const sixth = await run(9, inFile("ffffffffffff", low));
  expect(sixth.told).toContain("其间审核规则或界限改过");
}, 240_000);

/** What a changed rule or limit brings or drops is told as its own doing, never as a unit's. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PIPELINES_FOLDER, runModels } from "../../pipelines/transform.ts";
import { inFile, OTHER, OVERSPENT, type Runs, SOUND, startRuns } from "./history-runs.ts";
import { emptyWarehouse, rows } from "./warehouse.ts";

let runs: Runs;
let rules: string;
beforeAll(async () => {
  runs = await startRuns();
  rules = await mkdtemp(join(tmpdir(), "jixiao-rules-"));
});
afterAll(async () => {
  await runs.remove();
  await rm(rules, { recursive: true });
});

const OVER_EXECUTION = "checks/f4_over_execution.sql";

/** The product's rules with one file written anew. */
async function rulesWith(name: string, file: string, change: (sql: string) => string): Promise<string> {
  const folder = join(rules, name);
  for (const part of ["models", "checks", "tests"])
    await cp(join(PIPELINES_FOLDER, part), join(folder, part), { recursive: true });
  const sql = await readFile(join(folder, file), "utf8");
  expect(change(sql)).not.toBe(sql);
  await writeFile(join(folder, file), change(sql));
  return folder;
}

it("tells what a changed rule drops and brings apart from what units solve and cause", async () => {
  const lenient = await rulesWith("lenient", OVER_EXECUTION, (sql) =>
    sql.replace(
      "funding.executed > funding.adjusted_budget",
      "funding.executed > funding.adjusted_budget * 1.25",
    ),
  );
  const commented = await rulesWith("commented", OVER_EXECUTION, (sql) => `-- 说明\n${sql}`);
  await runs.run(1, [...inFile("aaaaaaaaaaaa", OVERSPENT), ...inFile("bbbbbbbbbbbb", OTHER)]);

  // 12 over 10 is no problem to the lenient rule, 13 over 10 is.
  const dropped = await runs.run(
    2,
    [...inFile("aaaaaaaaaaaa", OVERSPENT), ...inFile("bbbbbbbbbbbb", OTHER)],
    lenient,
  );
  expect(dropped.problems).toEqual([
    { project: "乙项目", state: "repeated", since: "2031-04-01" },
    { project: "甲项目", state: "dropped", since: "2031-04-01" },
  ]);
  for (const told of [dropped.told, dropped.toldOfProject]) {
    expect(told).toContain("审核规则或界限改动后不再提出1处（不算单位新增或解决）");
    expect(told).not.toContain("已经解决");
  }

  // The rule is as strict as before again: the unit has done nothing.
  const brought = await runs.run(3, [...inFile("aaaaaaaaaaaa", OVERSPENT), ...inFile("bbbbbbbbbbbb", OTHER)]);
  expect(brought.problems[1]).toEqual({ project: "甲项目", state: "new_rule", since: "2031-04-03" });
  expect(brought.toldOfProject).toContain("审核规则或界限改动后新提出1处");
  expect(brought.toldOfProject).not.toContain("新出现");

  // What stays, stays; and what is corrected under the rule as it was is the unit's doing.
  const solved = await runs.run(4, [...inFile("cccccccccccc", SOUND), ...inFile("bbbbbbbbbbbb", OTHER)]);
  expect(solved.problems[1]).toEqual({ project: "甲项目", state: "solved", since: "2031-04-03" });
  expect(solved.toldOfProject).toMatch(/已经解决\d+处/);
  expect(solved.told).not.toContain("界限");

  // Another comment is no other rule.
  const caused = await runs.run(
    5,
    [...inFile("dddddddddddd", OVERSPENT), ...inFile("bbbbbbbbbbbb", OTHER)],
    commented,
  );
  expect(caused.problems[1]).toEqual({ project: "甲项目", state: "new", since: "2031-04-05" });

  // A rule that is given up solves nothing.
  const without = await rulesWith("without", "models/core/findings.sql", (sql) =>
    sql.replace("  select 'F4', * from checks.f4_over_execution\n  union all\n", ""),
  );
  await rm(join(without, OVER_EXECUTION));
  const givenUp = await runs.run(
    6,
    [...inFile("dddddddddddd", OVERSPENT), ...inFile("bbbbbbbbbbbb", OTHER)],
    without,
  );
  expect(givenUp.problems.map(({ state }) => state)).toEqual(["dropped", "dropped"]);
  expect(givenUp.told).not.toContain("已经解决");
}, 240_000);

it("takes a changed limit for a change of the rules that go by it, and of no other", async () => {
  const codes = async (thresholds: string | null, folder = PIPELINES_FOLDER) => {
    const office = await mkdtemp(join(rules, "office-"));
    if (thresholds) await writeFile(join(office, "thresholds.csv"), `name,value,reason\n${thresholds}\n`);
    const connection = await emptyWarehouse(join(office, "warehouse.duckdb"));
    await runModels(connection, { folder });
    const found = await rows(connection, "select rule, code from staging.stg_rule_codes order by rule");
    connection.closeSync();
    return new Map(found.map(({ rule, code }) => [rule, code]));
  };
  const changedIn = (one: Map<unknown, unknown>, other: Map<unknown, unknown>) =>
    [...one.keys()].filter((rule) => one.get(rule) !== other.get(rule));
  const product = await codes(null);
  expect(product.size).toBeGreaterThan(40);
  const limits = changedIn(product, await codes("heap_width,0.7,试行办法"));
  expect(limits).toEqual(["H7"]);
  // What a rule reads is part of it.
  const alike = await rulesWith("alike", "models/staging/stg_outcomes_alike.sql", (sql) =>
    sql.replace(/select \* from (\w+)\s*$/, "select * from $1 where 1 = 1"),
  );
  const changed = changedIn(product, await codes(null, alike));
  expect(changed).toContain("H3B");
  expect(changed.every((rule) => String(rule).startsWith("H3"))).toBe(true);
}, 120_000);

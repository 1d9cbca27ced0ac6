/** The tests that the tables must pass at each run do find what they are there for. */
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { runDataTests } from "../../pipelines/data-tests.ts";
import { PIPELINES_FOLDER, runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse } from "./warehouse.ts";

const TESTS = join(PIPELINES_FOLDER, "tests");

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, [
    { funding: { total: ["0", "0", "0"], other_funds: ["0", "0", "0"] }, indicators: [["90", "90"]] },
    { funding: { total: ["50", "60", "40"], other_funds: ["50", "60", "40"] }, indicators: [["90", "81"]] },
    { year: 2030, funding: { total: ["0", "60", "40"] } },
  ]);
  await runModels(connection);
});

describe.each([
  ["a rate over nothing that is 0", "update mart.execution set execution_rate = 0 where adjusted_budget = 0"],
  ["a share of more than all", "update core.score_levels set attained_share = 100.000001"],
  [
    "a level that misses money",
    "update core.execution_levels set executed = executed - 1 where level = 'unit'",
  ],
  [
    "a part of a level that misses money",
    "update core.execution_levels set executed = executed - 1 where level = 'unit_project'",
  ],
  [
    "a level that misses points",
    "update core.score_levels set score = score - 1 where level = 'unit' and depth = 'all'",
  ],
  [
    "a year of a department that misses money",
    "update core.execution_years set adjusted_budget = adjusted_budget - 1 where level = 'department'",
  ],
  [
    "an adjustment over nothing",
    "update core.execution_levels set adjustment_rate = 0 where fiscal_year = 2030",
  ],
  ["a row twice", "insert into mart.execution select * from mart.execution limit 1"],
  ["a rule that nobody has written down", "update mart.findings set rule = 'Z1'"],
])("%s", (_what, damage) => {
  it("is found, with the rows named", async () => {
    await connection.run("begin transaction");
    await connection.run(damage);
    await expect(runDataTests(connection, TESTS)).rejects.toThrow(/^数据检验未通过：tests\/.+有 \d+ 行不符/);
    await connection.run("rollback");
  });
});

it("sound tables pass all of them", async () => {
  expect(await runDataTests(connection, TESTS)).toBeGreaterThan(10);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PipelineError, runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

const HEADER = "name,value,reason";

let folder: string;
let connection: DuckDBConnection;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "thresholds-"));
  connection = await emptyWarehouse(join(folder, "warehouse.duckdb"));
  // 85 % of the money was spent, and no reason is given.
  await addForms(connection, [{ funding: { total: ["100", "100", "85"] } }]);
});
afterEach(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

const write = (...lines: string[]) =>
  writeFile(join(folder, "thresholds.csv"), `${[HEADER, ...lines].join("\n")}\n`);
const lowRates = () => rows(connection, "select threshold from mart.findings where rule = 'F5'");

describe("a limit of the workspace", () => {
  it("is what the rules measure against, in place of the default", async () => {
    await runModels(connection);
    expect(await lowRates()).toEqual([{ threshold: "90.000000" }]);
    await write("low_execution_rate,85,本区细则第五条");
    await runModels(connection);
    expect(await lowRates()).toEqual([]);
    await write("low_execution_rate,85.01,本区细则第五条");
    await runModels(connection);
    expect(await lowRates()).toEqual([{ threshold: "85.010000" }]);
  });

  it("stands in the mart beside the default, its source and the document that says so", async () => {
    await write("low_execution_rate,85.5,本区细则第五条");
    await runModels(connection);
    expect(await rows(connection, "select * from mart.thresholds where overridden_by is not null")).toEqual([
      {
        name: "low_execution_rate",
        value: "85.500000",
        default_value: "90.000000",
        unit: "%",
        meaning: "执行率偏低",
        source: expect.stringContaining("四川省"),
        overridden_by: "本区细则第五条",
        line: 2,
        position: expect.any(String),
      },
    ]);
  });

  it("goes with its line: the default holds again", async () => {
    await write("low_execution_rate,85,本区细则");
    await runModels(connection);
    await rm(join(folder, "thresholds.csv"));
    await runModels(connection);
    expect(
      await row(connection, "select count(*) as changed from mart.thresholds where value <> default_value"),
    ).toEqual({
      changed: "0",
    });
  });
});

describe("a line that cannot be used stops the run", () => {
  it.each([
    [
      "an unknown name",
      "low_execution_rat,85,细则",
      /第 2 行：没有名为“low_execution_rat”的界限，相近的有 low_execution_rate/,
    ],
    ["no name", ",85,细则", /第 2 行：缺少 name/],
    ["a word", "budget_cut,五十,细则", /第 2 行：budget_cut 的值“五十”不能用/],
    ["a unit in the value", "budget_cut,50%,细则", /“50%”不能用，应为不带单位/],
    ["a negative number", "budget_cut,-1,细则", /“-1”不能用/],
    ["more digits than a limit has", "budget_cut,1234567,细则", /“1234567”不能用/],
    ["half a form", "year_forms,2.5,细则", /year_forms 的值“2.5”不能用，应为整数，单位张/],
    ["no reason", "budget_cut,50,", /第 2 行：缺少 reason/],
  ])("for %s", async (_what, line, says) => {
    await write(line);
    await expect(runModels(connection)).rejects.toThrow(says);
  });

  it("and all such lines are named at once, a limit set twice among them", async () => {
    await runModels(connection, { version: "before" });
    await write("budget_cut,40,细则", "heap,1,细则", "budget_cut,50,细则");
    const error = await runModels(connection).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).message).toMatch(
      /有 2 行不能用：\n {2}第 3 行：没有名为“heap”.*\n {2}第 4 行：与第 2 行改的是同一个界限/,
    );
    expect((error as PipelineError).advice).toContain("原有数据仓库没有改动");
    expect(await row(connection, "select version from mart.run")).toEqual({ version: "before" });
  });
});

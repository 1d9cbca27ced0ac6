/** An amount that a rule calls impossible is in no sum as if it were sound: each sum tells how much of it is doubtful. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, type MadeForm, rows } from "./warehouse.ts";

const OTHERS: MadeForm[] = ["一", "二", "三"].map((project) => ({
  ...{ project, funding: { total: ["10", "10", "9"], other_funds: ["10", "10", "9"] } },
}));

async function doubts(connection: DuckDBConnection) {
  await runModels(connection);
  return rows(
    connection,
    `select source, adjusted_budget, doubtful_forms, doubtful_initial_budget, doubtful_budget, doubtful_executed
     from mart.year_execution order by source`,
  );
}

it.each<[string, MadeForm, string[]]>([
  [
    "an amount of 16 digits makes its row and the total doubtful, and no other source",
    {
      funding: {
        total: ["1234567890123460", "20", "18"],
        current_year_appropriation: ["1234567890123456", "10", "9"],
        other_funds: ["4", "10", "9"],
      },
    },
    [
      "current_year_appropriation 10.000000 1 1234567890123456.000000 10.000000 9.000000",
      "other_funds 40.000000 0   ",
      "total 50.000000 1 1234567890123460.000000 20.000000 18.000000",
    ],
  ],
  [
    "a negative amount makes its row and the total doubtful",
    { funding: { total: ["10", "10", "8"], other_funds: ["10", "10", "-2"] } },
    [
      "other_funds 40.000000 1 10.000000 10.000000 -2.000000",
      "total 40.000000 1 10.000000 10.000000 8.000000",
    ],
  ],
  [
    "a form in 元 among forms in 万元 is doubtful in every row",
    { funding: { total: ["100000", "100000", "90000"], other_funds: ["100000", "100000", "90000"] } },
    [
      "other_funds 100030.000000 1 100000.000000 100000.000000 90000.000000",
      "total 100030.000000 1 100000.000000 100000.000000 90000.000000",
    ],
  ],
  [
    "a large project, a thousand times the others, is not",
    { funding: { total: ["10000", "10000", "9000"], other_funds: ["10000", "10000", "9000"] } },
    ["other_funds 10030.000000 0   ", "total 10030.000000 0   "],
  ],
])("%s", async (_what, form, expected) => {
  const connection = await emptyWarehouse();
  await addForms(connection, [...OTHERS, form]);
  const found = await doubts(connection);
  expect(found.map((each) => Object.values(each).join(" "))).toEqual(expected);
});

it("an office that accepts the reason has settled the doubt", async () => {
  const folder = await mkdtemp(join(tmpdir(), "impossible-"));
  try {
    const connection = await emptyWarehouse(join(folder, "warehouse.duckdb"));
    const reversed: MadeForm = { funding: { total: ["10", "10", "8"], other_funds: ["10", "10", "-2"] } };
    const form = (await addForms(connection, [...OTHERS, reversed])).at(-1);
    const decision = `F11:${form}:other_funds:executed,accepted,冲销上年多付的钱,,预算科`;
    await writeFile(
      join(folder, "decisions.csv"),
      `finding_id,decision,reason,until,office,figures\n${decision},\n`,
    );
    expect((await doubts(connection)).map(({ doubtful_forms }) => doubtful_forms)).toEqual(["0", "0"]);
    connection.closeSync();
  } finally {
    await rm(folder, { recursive: true });
  }
});

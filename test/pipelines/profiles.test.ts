import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

const HEADER = "profile,name,source,execution,cost,output,benefit,satisfaction";

let folder: string;
let connection: DuckDBConnection;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "profiles-"));
  connection = await emptyWarehouse(join(folder, "warehouse.duckdb"));
});
afterEach(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

const write = (...lines: string[]) => writeFile(join(folder, "profiles.csv"), [HEADER, ...lines].join("\n"));

describe("a form", () => {
  /** Forms of given weights: 产出, 效益, 满意度, and 10 for execution. */
  const weighted = async (...weights: readonly (readonly [string, string, string])[]) => {
    await addForms(
      connection,
      weights.map((points, at) => ({
        project: `第${at}项经费`,
        funding: { total: ["100", "100", "95.25"] },
        indicators: points.map((weight) => [weight, weight] as const),
      })),
    );
    await connection.run("update raw.indicators set level1 = '效益指标' where seq = 2");
    await connection.run("update raw.indicators set level1 = '满意度指标' where seq = 3");
  };
  const followed = () =>
    rows(connection, "select profile, follows, departure from mart.form_profiles order by form_id");

  it("is laid beside the nearest profile of as many points for execution", async () => {
    await weighted(["50", "30", "10"], ["60", "20", "10"]);
    await connection.run("update raw.funding set weight = 15 where form_id like '%-02'");
    await runModels(connection);
    expect(await followed()).toEqual([
      { profile: "mof_2020", follows: true, departure: "0.000000" },
      { profile: null, follows: null, departure: null },
    ]);
  });

  it("whose indicator has no group or no points is near none, for nobody can say", async () => {
    await weighted(["50", "30", "10"], ["50", "30", "10"]);
    await connection.run("update raw.indicators set level1 = null where form_id like '%-01' and seq = 2");
    await connection.run("update raw.indicators set weight = null where form_id like '%-02' and seq = 2");
    await runModels(connection);
    expect((await followed()).map(({ profile }) => profile)).toEqual([null, null]);
  });

  it("follows the office's own profile where it has one", async () => {
    await weighted(["60", "20", "10"]);
    await runModels(connection);
    expect(await followed()).toEqual([{ profile: "mof_2020", follows: false, departure: "10.000000" }]);
    await write("county_2031,本县口径,云财〔2031〕1号,10,0,60,20,10");
    await runModels(connection);
    expect(await followed()).toEqual([{ profile: "county_2031", follows: true, departure: "0.000000" }]);
    expect(
      await row(connection, "select profile, line, forms from mart.profiles where position = 1"),
    ).toEqual({
      ...{ profile: "county_2031", line: 2, forms: "1" },
    });
  });
});

it("the denominator of the rate is told where only one fits", async () => {
  await addForms(
    connection,
    [120, 100].map((initial, at) => ({
      project: `第${at}项经费`,
      funding: { total: [String(initial), "100", "60"] as const },
    })),
  );
  await connection.run("update raw.funding set reported_execution_rate = 50 where form_id like '%-01'");
  await connection.run("update raw.funding set reported_execution_rate = 60 where form_id like '%-02'");
  await runModels(connection);
  const denominators = await rows(connection, "select denominator from mart.form_profiles order by form_id");
  expect(denominators).toEqual([{ denominator: "initial" }, { denominator: null }]);
});

it("lines that cannot be used stop the run, all named at once", async () => {
  await write(
    "County,本县,文件,10,0,50,30,10",
    "a,甲,文件,10,0,50,30,9.99",
    "b,乙,,10,0,50,30,10",
    "c,丙,文件,十,0,50,30,10",
    "d,,文件,10,0,50,30,10",
    "e,戊,文件,10,0,50,30,10",
    "e,戊,文件,10,20,40,20,10",
  );
  const error = await runModels(connection).catch((caught: unknown) => caught);
  expect(String((error as Error).message).split("\n")).toEqual([
    "profiles.csv 有 6 行不能用：",
    expect.stringMatching(/第 2 行：profile 是“County”/),
    expect.stringMatching(/第 3 行：五项分值相加不是 100 分/),
    expect.stringMatching(/第 4 行：缺少 source/),
    expect.stringMatching(/第 5 行：execution 是“十”/),
    expect.stringMatching(/第 6 行：缺少 name/),
    expect.stringMatching(/第 8 行：与第 7 行是同一种口径/),
  ]);
});

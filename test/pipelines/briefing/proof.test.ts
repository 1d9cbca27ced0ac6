/** Nothing unproved is printed: a number that is not the warehouse's stops the briefing and names its sentence. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../../pipelines/briefing/compose.ts";
import { type BriefingFacts, collectFacts } from "../../../pipelines/briefing/facts/facts.ts";
import { defaultStyle, type HouseStyle, styleWith } from "../../../pipelines/briefing/house-style.ts";
import { briefingText } from "../../../pipelines/briefing/plain-text.ts";
import { prove } from "../../../pipelines/briefing/proof.ts";
import { provedBriefing } from "../../../pipelines/briefing/read.ts";
import { scopeAsked, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { say } from "../../../pipelines/briefing/sentence.ts";
import { PipelineError, runModels } from "../../../pipelines/transform.ts";
import { addForms, emptyWarehouse, type MadeForm, rows } from "../warehouse.ts";

let connection: DuckDBConnection;
let style: HouseStyle;
let facts: BriefingFacts;

/** Two units over three years; the station is low every year, and its 其他资金 never come. */
const FORMS = [2029, 2030, 2031].flatMap((year): MadeForm[] => [
  {
    ...{ year, unit: "云溪市甲局本级", project: "活动经费" },
    funding: { total: ["100", "100", "98"], current_year_appropriation: ["100", "100", "98"] },
  },
  {
    ...{ year, unit: "云溪市乙站", project: "水闸维修经费", totalScore: "96.00" },
    funding: {
      total: ["0", "300", "105"],
      current_year_appropriation: ["0", "100", "95"],
      other_funds: ["0", "200", "10"],
    },
  },
]);

beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, FORMS);
  await runModels(connection);
  style = await defaultStyle();
  facts = await collectFacts(connection, scopeAsked(await scopesOf(connection), {}), style);
}, 120_000);
afterAll(() => connection.closeSync());

const textWith = (own: string) => briefingText(compose(facts, styleWith(own, style)));

describe("the proof", () => {
  it("compares every fact that is printed", async () => {
    expect(await prove(connection, compose(facts, style))).toBeGreaterThan(60);
  });

  it("stops at a number that the warehouse does not hold any more, and names the sentence", async () => {
    const briefing = compose(facts, style);
    await connection.run(
      "update mart.scope_execution set execution_rate = execution_rate + 1 where source = 'other_funds'",
    );
    const error = await prove(connection, briefing).catch((caught: unknown) => caught);
    await connection.run(
      "update mart.scope_execution set execution_rate = execution_rate - 1 where source = 'other_funds'",
    );
    expect(error).toBeInstanceOf(PipelineError);
    expect((error as PipelineError).message).toMatch(
      /“当年财政拨款执行率.*其他资金执行率.*”里的“5\.00%”，重新计算得“6\.00%”/,
    );
    expect((error as PipelineError).advice).toContain("mart.scope_execution");
  });

  it("stops at a row that is gone", async () => {
    const briefing = compose(facts, style);
    const other = await emptyWarehouse();
    await runModels(other);
    await expect(prove(other, briefing)).rejects.toThrow("重新计算得不出来");
    other.closeSync();
  }, 60_000);

  it("leaves no way for a number that comes from nowhere", () => {
    expect(() => say`执行率80%`).toThrow("a number that comes from nowhere");
    expect(() => say`执行率${"80"}%`).toThrow("a number that comes from nowhere");
  });
});

describe("over several years", () => {
  it("tells what changed since last year, with points named as points", () => {
    expect(textWith("")).toContain("与2030年相比，全年预算持平；执行率持平。");
  });

  it("calls low what has been low for years, and says how long", () => {
    const text = textWith("");
    expect(text).toContain("个别单位长期执行率偏低");
    expect(text).toContain("执行率连续3年低于90%");
  });

  it("calls nothing lasting in the first year", async () => {
    const scope = scopeAsked(await scopesOf(connection), { year: 2029 });
    const text = briefingText((await provedBriefing(connection, scope, style)).briefing);
    expect(text).not.toMatch(/长期|连续/);
    expect(text).toContain("没有2028年的自评表可比");
  });

  it("tells which problems have stayed, as the warehouse counts them", async () => {
    const [counted] = await rows(
      connection,
      "select count(*)::integer as n from mart.finding_years where fiscal_year = 2031 and state = 'repeated'",
    );
    expect(counted!.n).toBeGreaterThan(0);
    expect(textWith("")).toContain(`仍然存在${counted!.n}处`);
    expect(textWith("")).toMatch(/自2029年起连续3年/);
  });
});

describe("an office's own style", () => {
  it("changes headings, order and limits, and nothing else", () => {
    const text = textWith('order = ["trust", "overview"]\n[headings]\ntitle = "专报"\ntrust = "数据来源"\n');
    expect(text).toMatch(/^2031年度专报\n/);
    expect(text).toContain("一、数据来源");
    expect(text).toContain("二、总体情况");
    expect(text).not.toContain("主要问题");
  });

  it("moves a threshold, and the prose says which", () => {
    expect(textWith("[limits]\npoor_rate = 3\n")).not.toContain("其他资金大部分没有执行");
    expect(textWith("[limits]\npoor_rate = 40\n")).toContain("低于40%");
  });

  it.each([
    ["a setting that there is not", "[limits]\nproblem = 3\n", "没有 limits.problem 这一项"],
    ["a word for a number", '[limits]\nproblems = "三"\n', "limits.problems 应是大于 0 的整数"],
    ["a part of a problem", "[limits]\nproblems = 2.5\n", "limits.problems 应是大于 0 的整数"],
    ["a section that there is not", 'order = ["summary"]\n', "order 里的“summary”不是简报的部分"],
    ["no TOML", "[headings\n", "第 1 行写法不对"],
    ["a number for a table", "fonts = 3\n", "fonts 应是一组设置"],
  ])("with %s is refused, and told where", (_what, own, says) => {
    expect(() => styleWith(own, style)).toThrow(says);
  });
});

it("a scope that there is not is refused, with those that there are", async () => {
  const scopes = await scopesOf(connection);
  expect(() => scopeAsked(scopes, { year: 1999 })).toThrow("没有 1999 年的自评表");
  expect(() => scopeAsked(scopes, { unit: "丁" })).toThrow("没有叫“丁”的实施单位");
  expect(scopeAsked(scopes, { unit: "乙站" })).toMatchObject({
    level: "unit",
    unit: "云溪市乙站",
    year: 2031,
  });
  expect(() => scopeAsked(scopes, { unit: "云溪市" })).toThrow("不止一个实施单位的名称里有“云溪市”");
  expect(() => scopeAsked([], {})).toThrow("写不出简报");
});

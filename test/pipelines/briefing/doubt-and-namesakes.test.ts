/** No figure that the checks doubt stands without saying so, and nothing of one name is taken for another. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultStyle } from "../../../pipelines/briefing/house-style.ts";
import { briefingText } from "../../../pipelines/briefing/plain-text.ts";
import { projectAsked } from "../../../pipelines/briefing/project/facts.ts";
import { projectsOverYears } from "../../../pipelines/briefing/project/over-years.ts";
import { provedBriefing, provedProjectBriefing } from "../../../pipelines/briefing/read.ts";
import { type AskedScope, scopeAsked, scopesOf } from "../../../pipelines/briefing/scope.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { addForms, emptyWarehouse, type MadeForm } from "../warehouse.ts";

let connection: DuckDBConnection;

async function computed(forms: readonly MadeForm[], change = "select 1"): Promise<void> {
  connection = await emptyWarehouse();
  await addForms(connection, forms);
  await connection.run(change);
  await runModels(connection);
}

async function textOf(asked: AskedScope): Promise<string> {
  const scope = scopeAsked(await scopesOf(connection), asked);
  return briefingText((await provedBriefing(connection, scope, await defaultStyle())).briefing);
}

describe("an amount beyond what any unit can have", () => {
  beforeAll(() =>
    computed([
      { unit: "云溪市子站", project: "甲项目", funding: { total: ["1", "90000000", "1"] } },
      { unit: "云溪市子站", project: "乙项目", funding: { total: ["10", "10", "9.9"] } },
      { unit: "云溪市丑站", project: "丙项目", funding: { total: ["10", "10", "9.8"] } },
    ]),
  );
  afterAll(() => connection.closeSync());

  it("is told as doubtful in each sentence and row that it is in", async () => {
    const text = await textOf({});
    expect(text).toContain("；其中1张表的金额待核，涉及全年预算9,000.00亿元。");
    expect(text).not.toContain("没有待核之处");
    for (const sentence of text.split(/[。\n]/).filter((one) => /\d亿元|90,000,\d{3}/.test(one)))
      expect(sentence).toContain("待核");
    const [, first] = /请云溪市子站(.*?)说明“甲项目”/.exec(text) ?? [];
    expect(first).toBe("先核对金额，再");
  });

  it("is told so in the project's own briefing, too", async () => {
    const asked = { unit: "云溪市子站", project: "甲项目" };
    const text = briefingText(
      (await provedProjectBriefing(connection, asked, await defaultStyle())).briefing,
    );
    for (const line of text.split("\n").filter((one) => /亿元|90,000,000/.test(one)))
      expect(line).toContain("待核");
  });

  it("throws no doubt on a unit that has none of it", async () => {
    expect(await textOf({ unit: "云溪市丑站" })).not.toMatch(/金额待核|待核的金额/);
  });
});

describe("two units and two files of one name", () => {
  const low = (year: number, department: string, executed: string): MadeForm => ({
    ...{ year, department, unit: "云溪市服务中心", project: `${department}的项目` },
    document: `${year}`.padEnd(12, department === "云溪市甲局" ? "a" : "b"),
    funding: { total: ["100", "100", executed] },
  });
  beforeAll(() =>
    computed(
      [2030, 2031].flatMap((year) => [low(year, "云溪市甲局", "20"), low(year, "云溪市乙局", "30")]),
      `update raw.documents set path = document_id[:4] || '/' || case when document_id like '%a' then '自评表.txt' else document_id || '.txt' end`,
    ),
  );
  afterAll(() => connection.closeSync());

  it("are told with their departments, and each with its own projects alone", async () => {
    const text = await textOf({ year: 2031 });
    for (const [department, other, left] of [
      ["云溪市甲局", "云溪市乙局", "80.00"],
      ["云溪市乙局", "云溪市甲局", "70.00"],
    ]) {
      const [sentence] = new RegExp(`云溪市服务中心（${department}）执行率[^。]*。`).exec(text) ?? [""];
      expect(sentence).toContain(`主要是“${department}的项目”${left}万元`);
      expect(sentence).not.toContain(`${other}的项目`);
    }
  });

  it("are named in notes with the folder where files share a name, and by the file where not", async () => {
    const text = await textOf({ year: 2031, department: "云溪市甲局", unit: "云溪市服务中心" });
    expect(text).toContain("《2031/自评表.txt》");
    expect(text).not.toContain("《自评表.txt》");
    const other = await textOf({ year: 2031, department: "云溪市乙局", unit: "云溪市服务中心" });
    expect(other).toContain("《2031bbbbbbbb.txt》");
  });
});

describe("two units of one name over the years", () => {
  const form = (year: number, department: string, budget: string, executed: string): MadeForm => ({
    ...{ year, department, unit: "云溪市服务中心", project: "培训经费" },
    document: `${year}`.padEnd(12, department === "云溪市甲局" ? "a" : "b"),
    funding: { total: [budget, budget, executed] },
  });
  beforeAll(() =>
    computed(
      [2030, 2031].flatMap((year) => [
        form(year, "云溪市甲局", "100", "10"),
        form(year, "云溪市乙局", "110", "109"),
      ]),
    ),
  );
  afterAll(() => connection.closeSync());

  it("last by what each comes to, not by what both come to together", async () => {
    const text = await textOf({ year: 2031 });
    expect(text.match(/[^。]*执行率连续2年低于90%/g)).toEqual([
      expect.stringContaining("云溪市服务中心（云溪市甲局）执行率10.00%"),
    ]);
    const own = (department: string) => textOf({ year: 2031, department, unit: "云溪市服务中心" });
    expect(await own("云溪市甲局")).toContain("本单位执行率连续2年低于90%，共未执行180.00万元。");
    expect(await own("云溪市乙局")).not.toContain("执行率连续");
  });

  it("have projects of their own, and who leaves open which is asked", async () => {
    const asked = { unit: "云溪市服务中心" };
    await expect(projectAsked(connection, "培训经费", asked)).rejects.toMatchObject({
      advice: "请用 --department 写明主管部门，例如：云溪市乙局、云溪市甲局。",
    });
    const listed = await projectsOverYears(connection);
    expect(listed.map(({ department, years }) => [department, years])).toEqual([
      ["云溪市甲局", 2],
      ["云溪市乙局", 2],
    ]);
    for (const [department, amounts, other] of [
      ["云溪市甲局", "100.00 | 100.00 | 10.00", "109.00"],
      ["云溪市乙局", "110.00 | 110.00 | 109.00", "90.00"],
    ] as const) {
      const subject = await projectAsked(connection, "培训经费", { ...asked, department });
      const { briefing } = await provedProjectBriefing(connection, subject, await defaultStyle());
      const text = briefingText(briefing);
      expect(text).toContain(`云溪市服务中心（${department}）“培训经费”2030年至2031年`);
      expect(text).toContain(`2031年 | ${amounts} |`);
      expect(text).not.toContain(`| ${other} |`);
    }
  });
});

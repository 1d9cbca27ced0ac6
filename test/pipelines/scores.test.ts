import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addFlag, addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptyWarehouse();
  const [first] = (await addForms(connection, [
    {
      funding: { total: ["0", "100", "40"] },
      indicators: [
        ["50", "50"],
        ["30", "24"],
        ["10", "10"],
        ["5", null],
      ],
    },
    { unit: "云溪市甲局一所", indicators: [["10", "5"]], funding: { total: ["0", "0", "0"] } },
    { formType: "overall", indicators: [["10", "5"]] },
    { indicators: [] },
  ])) as [string];
  const set = (assignment: string, seq: number) =>
    connection.run(`update raw.indicators set ${assignment} where form_id = '${first}' and seq = ${seq}`);
  await set("target = '≥100(人)', actual = '60(人)'", 2);
  await set("target = '第3期', actual = '完成了一些'", 3);
  await addFlag(connection, [first, "indicator", "2", "actual"], "uncertain");
  await runModels(connection);
});

describe("the scores of a form", () => {
  it("beside what was attained, what the rule gives and what was spent", async () => {
    const [first, second, ...others] = await rows(
      connection,
      "select * from mart.form_scores order by form_id",
    );
    expect(first).toMatchObject({
      indicators: "4",
      // What the third says is no answer.
      judged_indicators: "3",
      attained_indicators: "2",
      attained_share: "66.666667",
      // 55 of 85 points.
      attained_weight_share: "64.705882",
      // 84 of 90 points: the fourth has no score.
      score_rate: "93.333333",
      // 24 where 18 were earned.
      rule_gap: "6.000000",
      execution_rate: "40.000000",
      score_over_execution: "53.333333",
      doubtful_indicators: "1",
    });
    expect(second).toMatchObject({
      score_rate: "50.000000",
      execution_rate: null,
      score_over_execution: null,
    });
    expect(others.map(({ form_type }) => form_type)).toEqual(["overall"]);
  });
});

describe("the scores of a group", () => {
  it("are ratios of sums, of project forms alone", async () => {
    const groups = await rows(
      connection,
      "select * from mart.indicator_groups order by implementing_unit desc",
    );
    expect(groups).toMatchObject([
      {
        level1: "产出指标",
        level2: "数量指标",
        forms: "1",
        indicators: "4",
        weight: "90.000000",
        score: "84.000000",
      },
      { implementing_unit: "云溪市甲局一所", forms: "1", score_rate: "50.000000", rule_gap: "-5.000000" },
    ]);
    const sums = await row(
      connection,
      "select sum(indicators) as indicators, sum(rule_gap) as gap from mart.indicator_groups",
    );
    expect(sums).toEqual({ indicators: "5", gap: "1.000000" });
  });
});

import { describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addCorrection, addFlag, addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

async function filled() {
  const connection = await emptyWarehouse();
  const [id] = (await addForms(connection, [
    {
      indicators: [
        ["50", "48"],
        ["30", "30"],
        ["20", "20"],
      ],
    },
  ])) as [string];
  await connection.run("update raw.indicators set target = '≥3.00(次)', actual = '2.00(次)' where seq = 1");
  await connection.run("update raw.indicators set target = '健全', actual = '达成指标' where seq = 2");
  await connection.run("update raw.indicators set target = '第3期', actual = null where seq = 3");
  return { connection, id };
}

describe("mart.indicator_values", () => {
  it("holds what the transforms say, as decimals", async () => {
    const { connection, id } = await filled();
    await runModels(connection);
    const values = await rows(connection, "select * from mart.indicator_values order by seq");
    expect(values[0]).toEqual({
      form_id: id,
      seq: 1,
      operator: "≥",
      target_value: "3.000000",
      actual_value: "2.000000",
      unit: "次",
      verdict: null,
      attainment: "0.666667",
      attained: false,
      rule_score: "33.333333",
      target_kind: "quantity",
      actual_kind: "quantity",
      target_upper: null,
      rule_score_low: "33.333333",
      rule_score_high: "33.333333",
      reason: null,
      target_date: null,
      actual_date: null,
      doubtful: false,
    });
    expect(values[1]).toMatchObject({
      verdict: "attained",
      rule_score: "30.000000",
      rule_score_low: "24.000000",
    });
    expect(values[2]).toMatchObject({ target_kind: "unparsed", actual_kind: "empty", reason: "no_actual" });
  });

  it("follows a reviewer's correction", async () => {
    const { connection, id } = await filled();
    await addCorrection(connection, [id, "indicator", "1", "actual"], "6.00(次)");
    await addCorrection(connection, [id, "indicator", "1", "weight"], "40", 3);
    await runModels(connection);
    expect(await row(connection, "select * from mart.indicator_values where seq = 1")).toMatchObject({
      actual_value: "6.000000",
      attainment: "2.000000",
      attained: true,
      rule_score: "40.000000",
      rule_score_low: "20.000000",
      doubtful: false,
    });
  });

  it("shows the doubt about the cells it rests on, and only about those", async () => {
    const { connection, id } = await filled();
    await addFlag(connection, [id, "indicator", "1", "actual"], "uncertain");
    await addFlag(connection, [id, "indicator", "2", "name"], "truncated");
    await addFlag(connection, [id, "indicator", "3", "target"], "repaired");
    await runModels(connection);
    expect(await rows(connection, "select seq from mart.indicator_values where doubtful")).toEqual([
      { seq: 1 },
    ]);
  });
});

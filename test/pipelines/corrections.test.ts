import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeEach, describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addCorrection, addFlag, addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

let connection: DuckDBConnection;
let id: string;

beforeEach(async () => {
  connection = await emptyWarehouse();
  [id] = (await addForms(connection, [
    {
      totalScore: "98.00",
      funding: { total: ["20", "10", "5"], other_funds: ["20", "10", "5"] },
      indicators: [
        ["50", "50"],
        ["40", "38.5"],
      ],
    },
  ])) as [string];
});

describe("a correction", () => {
  it("changes the amount in every mart and leaves raw as it was read", async () => {
    await addCorrection(connection, [id, "funding", "total", "executed"], "8.125");
    await runModels(connection);
    expect(await row(connection, "select executed from mart.funding where source = 'total'")).toEqual({
      executed: "8.125000",
    });
    const year = await row(connection, "select * from mart.year_execution where source = 'total'");
    expect(year).toMatchObject({ executed: "8.125000", execution_rate: "81.250000", unexecuted: "1.875000" });
    expect(await row(connection, "select executed from raw.funding where source = 'total'")).toEqual({
      executed: "5.000000",
    });
    expect(await rows(connection, "select * from mart.unapplied_corrections")).toEqual([]);
  });

  it("stands as a flag, with what was read, its reason and the line of the source", async () => {
    await addCorrection(connection, [id, "funding", "total", "executed"], "8.125", 7);
    await runModels(connection);
    expect(await rows(connection, "select * from mart.cell_flags")).toEqual([
      {
        form_id: id,
        record: "funding",
        seq: "total",
        field: "executed",
        status: "corrected",
        as_read: "5.00",
        value: "8.125",
        reason: "与原件核对",
        line: 10,
        asks_person: false,
      },
    ]);
  });

  it("replaces the doubts about its cell, and only those", async () => {
    const cell = [id, "funding", "total", "executed"] as const;
    await addFlag(connection, cell, "uncertain", { asRead: "5.⇥O0" });
    await addFlag(connection, cell, "ghost", { asRead: "7" });
    await addFlag(connection, [id, "funding", "other_funds", "executed"], "uncertain");
    await addCorrection(connection, cell, "5");
    await runModels(connection);
    expect(await rows(connection, "select seq, status, as_read from mart.cell_flags order by seq")).toEqual([
      { seq: "other_funds", status: "uncertain", as_read: "187.4 1" },
      { seq: "total", status: "corrected", as_read: "5.⇥O0" },
    ]);
    expect(await row(connection, "select flagged_cells from mart.forms")).toEqual({ flagged_cells: 1 });
    expect(await rows(connection, "select source from mart.execution where doubtful")).toEqual([
      { source: "other_funds" },
    ]);
  });

  it("may say that a cell is empty", async () => {
    await addCorrection(connection, [id, "funding", "total", "adjusted_budget"], null);
    await addCorrection(connection, [id, "form", "", "project_name"], null, 3);
    await runModels(connection);
    const execution = await row(connection, "select * from mart.execution where source = 'total'");
    expect(execution).toMatchObject({ adjusted_budget: null, project_name: null, execution_rate: null });
    const flags = await rows(connection, "select field, value from mart.cell_flags order by field");
    expect(flags).toEqual([
      { field: "adjusted_budget", value: null },
      { field: "project_name", value: null },
    ]);
  });

  it("of a score checks the sums again", async () => {
    await addCorrection(connection, [id, "indicator", "2", "score"], "40");
    await runModels(connection);
    const wrong = await row(connection, "select weights_sum_ok, scores_sum_ok from mart.forms");
    expect(wrong).toEqual({ weights_sum_ok: true, scores_sum_ok: true });

    await addCorrection(connection, [id, "form", "", "total_score"], "96.5", 3);
    await addCorrection(connection, [id, "indicator", "1", "weight"], "49", 4);
    await runModels(connection);
    const again = await row(connection, "select weights_sum_ok, scores_sum_ok from mart.forms");
    expect(again).toEqual({ weights_sum_ok: false, scores_sum_ok: false });
  });

  it("reaches every field that can be corrected", async () => {
    const fields = await rowsOfCorrectableFields();
    for (const [at, { record, field, kind }] of fields.entries()) {
      const seq = record === "form" ? "" : record === "funding" ? "total" : "1";
      await addCorrection(connection, [id, record, seq, field], VALUES[kind]!, at + 2);
    }
    await runModels(connection);
    expect(await rows(connection, "select * from mart.unapplied_corrections")).toEqual([]);
    const corrected = {
      form: await row(connection, "select * from staging.stg_forms"),
      funding: await row(connection, "select * from staging.stg_funding where source = 'total'"),
      indicator: await row(connection, "select * from staging.stg_indicators where seq = 1"),
    };
    for (const { record, field, kind } of fields) {
      const value = String(corrected[record as keyof typeof corrected][field]);
      expect(value.replace(/0000$/, ""), `${record}.${field}`).toBe(VALUES[kind]);
    }
  });
});

const VALUES: Record<string, string> = {
  text: "改过的文字",
  amount: "321.45",
  points: "54.32",
  year: "2029",
  rating: "差",
  form_type: "transfer",
};

async function rowsOfCorrectableFields() {
  await runModels(connection);
  const fields = await rows(connection, "select record, field, kind from staging.stg_correctable_fields");
  expect(fields.length).toBeGreaterThan(20);
  return fields as { record: string; field: string; kind: string }[];
}

describe("a correction that cannot be applied", () => {
  const cases: [
    what: string,
    cell: [string | null, string, string, string],
    value: string | null,
    problem: string,
  ][] = [
    [
      "a form that is not there",
      ["ffffffffffff-01", "form", "", "rating"],
      "优",
      "没有编号为“ffffffffffff-01”的表单",
    ],
    [
      "a source that is not there",
      [null, "funding", "carry_over", "executed"],
      "1",
      "没有“carry_over”这一行",
    ],
    ["an indicator that is not there", [null, "indicator", "3", "score"], "1", "没有“3”这一行"],
    ["a seq that is no number", [null, "indicator", "第一", "score"], "1", "没有“第一”这一行"],
    ["a seq where there is none", [null, "form", "1", "rating"], "优", "没有“1”这一行"],
    [
      "a field that is not there",
      [null, "funding", "total", "spent"],
      "1",
      "没有可以更正的栏目“funding.spent”",
    ],
    ["a record that is not there", [null, "goal", "", "rating"], "优", "没有可以更正的栏目“goal.rating”"],
    ["thousands separators", [null, "funding", "total", "executed"], "1,250.05", "“1,250.05”不是能用的数"],
    ["an exponent", [null, "funding", "total", "executed"], "1e3", "“1e3”不是能用的数"],
    [
      "more decimals than are kept",
      [null, "funding", "total", "executed"],
      "1.1234567",
      "“1.1234567”不是能用的数",
    ],
    ["more points than fit", [null, "indicator", "1", "weight"], "1000000", "“1000000”不是能用的数"],
    ["a word for an amount", [null, "funding", "total", "executed"], "五", "“五”不是能用的数"],
    ["a year of two digits", [null, "form", "", "fiscal_year"], "31", "“31”不是年度"],
    ["a rating that there is not", [null, "form", "", "rating"], "合格", "“合格”不是评分等级"],
    ["a form type that there is not", [null, "form", "", "form_type"], "项目", "“项目”不是表单类型"],
    ["no form type", [null, "form", "", "form_type"], null, "这一栏不能为空"],
  ];

  it.each(cases)("is listed: %s", async (_what, [formId, record, seq, field], value, problem) => {
    await addCorrection(connection, [formId ?? id, record, seq, field], value, 9);
    await runModels(connection);
    const [listed, ...others] = await rows(connection, "select * from mart.unapplied_corrections");
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ line: 9, field, value, reviewer: "复核人甲" });
    expect(listed!.problem).toContain(problem);
    expect(listed!.advice).toMatch(/\p{Script=Han}/u);
    expect(await rows(connection, "select * from mart.cell_flags")).toEqual([]);
  });

  it("does not keep the others from being applied", async () => {
    await addCorrection(connection, [id, "funding", "total", "executed"], "八", 2);
    await addCorrection(connection, [id, "funding", "other_funds", "executed"], "8", 3);
    await runModels(connection);
    const executed = await rows(connection, "select source, executed from mart.funding order by source");
    expect(executed).toEqual([
      { source: "other_funds", executed: "8.000000" },
      { source: "total", executed: "5.000000" },
    ]);
  });
});

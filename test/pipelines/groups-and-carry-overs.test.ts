/** Sources of funds by group, types of forms apart, money carried over that comes back, attainment over all units. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, row, rows } from "./warehouse.ts";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, [
    {
      year: 2031,
      funding: { total: ["100", "100", "70"], carry_over: ["0", "0", "0"] },
      indicators: [["90", "81"]],
    },
    { year: 2032, funding: { total: ["100", "100", "90"], carry_over: ["20", "20", "10"] } },
    { year: 2033, funding: { total: ["100", "100", "100"], carry_over: ["5", "5", "5"] } },
    // Nothing was carried over in 2034.
    { year: 2034, funding: { total: ["100", "100", "90"], carry_over: ["0", "0", "0"] } },
    { year: 2035, funding: { total: ["100", "100", "90"], carry_over: ["4", "4", "0"] } },
    {
      unit: "云溪市乙局",
      year: 2036,
      funding: {
        total: ["10", "10", "6"],
        一般公共预算财政拨款: ["1", "1", "1"],
        财政专户管理资金: ["2", "2", "1"],
        单位资金: ["3", "3", "2"],
        社会投入资金: ["4", "4", "2"],
      },
    },
    {
      formType: "transfer",
      unit: "云溪市乙局",
      year: 2036,
      funding: { total: ["9", "9", "9"], 中央补助: ["5", "5", "5"], 地方资金: ["4", "4", "4"] },
    },
    { formType: "overall", unit: "云溪市乙局", year: 2036, funding: { total: ["99", "99", "98"] } },
  ]);
  await runModels(connection);
});

describe("sources of funds", () => {
  it("keep their own label and count in one group", async () => {
    expect(
      await rows(
        connection,
        `select source_group, group_name, executed from mart.group_execution
         where fiscal_year = 2036 and form_type = 'project' order by executed, source_group`,
      ),
    ).toEqual([
      { source_group: "appropriation", group_name: "财政拨款", executed: "1.000000" },
      { source_group: "special_account", group_name: "财政专户", executed: "1.000000" },
      { source_group: "other", group_name: "其他", executed: "2.000000" },
      { source_group: "own_funds", group_name: "单位资金", executed: "2.000000" },
      { source_group: "total", group_name: "年度资金总额", executed: "6.000000" },
    ]);
    expect(
      await row(connection, "select count(*) as rows from mart.funding where source = '财政专户管理资金'"),
    ).toEqual({
      rows: "1",
    });
  });

  it("of several rows of one group are added up, a form counted once, types of forms apart", async () => {
    expect(
      await rows(
        connection,
        `select form_type, source_group, forms, executed from mart.group_execution
         where fiscal_year = 2036 and form_type <> 'project' order by form_type, source_group`,
      ),
    ).toEqual([
      { form_type: "overall", source_group: "total", forms: "1", executed: "98.000000" },
      { form_type: "transfer", source_group: "appropriation", forms: "1", executed: "9.000000" },
      { form_type: "transfer", source_group: "total", forms: "1", executed: "9.000000" },
    ]);
  });

  it("that are printed without money are told from those with money", async () => {
    expect(
      await row(
        connection,
        `select forms, funded_forms, execution_rate from mart.group_execution
         where fiscal_year = 2034 and source_group = 'carry_over'`,
      ),
    ).toEqual({ forms: "1", funded_forms: "0", execution_rate: null });
  });
});

describe("money carried over", () => {
  it("is followed from what was left the year before, as long as it comes back", async () => {
    const years = await rows(
      connection,
      `select fiscal_year, unexecuted_before, carried_share, carried_unexecuted, carried_years
       from mart.carry_overs where level = 'project' order by fiscal_year`,
    );
    expect(years).toEqual([
      {
        ...{ fiscal_year: 2032, unexecuted_before: "30.000000", carried_share: "66.666667" },
        ...{ carried_unexecuted: "10.000000", carried_years: "1" },
      },
      {
        ...{ fiscal_year: 2033, unexecuted_before: "10.000000", carried_share: "50.000000" },
        ...{ carried_unexecuted: "0.000000", carried_years: "2" },
      },
      {
        ...{ fiscal_year: 2035, unexecuted_before: "10.000000", carried_share: "40.000000" },
        ...{ carried_unexecuted: "4.000000", carried_years: "1" },
      },
    ]);
  });
});

it("attainment over all units is by count and by weight", async () => {
  expect(
    await row(
      connection,
      "select indicators, attained_share, attained_weight_share, score_rate from mart.indicator_levels where fiscal_year = 2031",
    ),
  ).toEqual({
    indicators: "1",
    attained_share: "100.000000",
    attained_weight_share: "100.000000",
    score_rate: "90.000000",
  });
});

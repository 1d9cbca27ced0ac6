/** Measures by every grouping, added up by hand: years, departments, units, projects, sources and headings. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { addForms, emptyWarehouse, type MadeForm, row, rows } from "./warehouse.ts";

const ROADS: MadeForm = { department: "云溪市甲局", unit: "云溪市甲局一所", project: "道路养护" };
const LAMPS: MadeForm = { department: "云溪市甲局", unit: "云溪市甲局本级", project: "路灯维护" };
const BOOKS: MadeForm = { department: "云溪市乙局", unit: "云溪市乙局本级", project: "图书购置" };

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptyWarehouse();
  await addForms(connection, [
    {
      ...{ ...ROADS, year: 2030, indicators: [["60", "60"]] },
      funding: { total: ["100", "120", "60"], carry_over: ["0", "0", "0"], other_funds: ["0", "20", "0"] },
    },
    { ...BOOKS, year: 2030, funding: { total: ["50", "50", "50"] }, indicators: [["90", "81"]] },
    {
      ...{ ...ROADS, year: 2031, indicators: [["60", "30"]] },
      funding: { total: ["100", "160", "80"], carry_over: ["60", "60", "20"], other_funds: ["0", "40", "0"] },
    },
    {
      ...{ ...LAMPS, year: 2031, indicators: [["30", "30"]] },
      funding: { total: ["0", "40", "0"], other_funds: ["0", "40", "0"] },
    },
    // No initial budget is printed: it has no part in any rate of adjustment.
    { ...BOOKS, year: 2031, funding: { total: [null, "10", "10"] }, indicators: [["90", "90"]] },
  ]);
  // Half a year late: 90 of 180, where the rule gives 30 and the unit takes all.
  await connection.run(
    "update raw.indicators set target = '≥90.00(场)', actual = '45.00(场)' where form_id like '%-04' or form_id like '%-03'",
  );
  await runModels(connection);
});

describe("adjustment", () => {
  it("of a level is that of its sums, money added in mid-year told beside it", async () => {
    const columns = "adjustment_rate, added_budget, added_unexecuted";
    const year = `select ${columns} from mart.year_execution where fiscal_year = 2031`;
    // (160 + 40 − 100) ÷ 100: the form without an initial budget is left out.
    expect(await row(connection, `${year} and source = 'total'`)).toEqual({
      ...{ adjustment_rate: "100.000000", added_budget: "40.000000", added_unexecuted: "40.000000" },
    });
    expect((await row(connection, `${year} and source = 'other_funds'`)).adjustment_rate).toBeNull();
    const departments = await rows(
      connection,
      `select department, ${columns} from mart.department_execution
       where fiscal_year = 2031 and source = 'total' order by department`,
    );
    expect(departments.map((each) => Object.values(each).join(" "))).toEqual([
      "云溪市乙局   ",
      "云溪市甲局 100.000000 40.000000 40.000000",
    ]);
    const projects = await rows(
      connection,
      `select project_name, adjustment_rate from mart.unit_projects
       where fiscal_year = 2031 and source = 'total' order by project_name`,
    );
    expect(projects.map((each) => Object.values(each).join(" "))).toEqual([
      "图书购置 ",
      "路灯维护 ",
      "道路养护 60.000000",
    ]);
  });
});

describe("over years", () => {
  it("a department and a source change, run low and carry over as their forms together do", async () => {
    const department = await row(
      connection,
      `select budget_change, budget_change_rate, execution_rate_change, streak_years, streak_unexecuted
       from mart.department_years where department = '云溪市甲局' and source = 'total' and fiscal_year = 2031`,
    );
    expect(department).toEqual({
      // 200 after 120; 80 of 200 after 60 of 120.
      ...{ budget_change: "80.000000", budget_change_rate: "66.666667", execution_rate_change: "-10.000000" },
      ...{ streak_years: "2", streak_unexecuted: "180.000000" },
    });
    const source = await row(
      connection,
      "select * from mart.source_years where source = 'other_funds' and fiscal_year = 2031",
    );
    expect(source).toMatchObject({
      adjusted_budget: "80.000000",
      budget_change: "60.000000",
      streak_years: "2",
    });
    expect(source).toMatchObject({ budget_change_rate: "300.000000", added_unexecuted: "80.000000" });
    const carried = await rows(
      connection,
      "select level, department, carried_share, carried_unexecuted from mart.carry_overs order by level",
    );
    expect(carried.map((each) => Object.values(each).join(" "))).toEqual([
      // 60 of the 60 that were left.
      "department 云溪市甲局 100.000000 40.000000",
      "project  100.000000 40.000000",
      "unit  100.000000 40.000000",
      "year  100.000000 40.000000",
    ]);
  });
});

describe("scores, what was attained and what was spent", () => {
  it("stand side by side at every level, with the change from last year", async () => {
    const year = await row(
      connection,
      "select * from mart.score_levels where level = 'year' and fiscal_year = 2031",
    );
    expect(year).toMatchObject({
      ...{ forms: "3", indicators: "3", attained_indicators: "1", attained_share: "33.333333" },
      // 90 of 180 points; 150 of 180 scored after 141 of 150.
      ...{ attained_weight_share: "50.000000", score_rate: "83.333333", score_rate_change: "-10.666667" },
      // The rule gives 30, 15 and 90.
      ...{ rule_gap: "15.000000", rule_gap_share: "8.333333", attained_share_change: "-66.666667" },
      // 90 of 210.
      ...{ execution_rate: "42.857143", score_over_execution: "40.476190" },
    });
    const levels = await rows(
      connection,
      `select level, coalesce(department, implementing_unit, project_name) as name, score_rate, execution_rate
       from mart.score_levels where fiscal_year = 2031 and level <> 'year' order by level, name`,
    );
    expect(levels.map((each) => Object.values(each).join(" "))).toEqual([
      "department 云溪市乙局 100.000000 100.000000",
      "department 云溪市甲局 66.666667 40.000000",
      "project 图书购置 100.000000 100.000000",
      "project 路灯维护 100.000000 0.000000",
      "project 道路养护 50.000000 50.000000",
      "unit 云溪市乙局本级 100.000000 100.000000",
      "unit 云溪市甲局一所 50.000000 50.000000",
      "unit 云溪市甲局本级 100.000000 0.000000",
    ]);
  });

  it("by heading add up to those of all", async () => {
    const groups = await rows(
      connection,
      `select implementing_unit, level2, score_rate from mart.indicator_groups
       where fiscal_year = 2031 order by implementing_unit`,
    );
    expect(groups.map((each) => Object.values(each).join(" "))).toEqual([
      "云溪市乙局本级 数量指标 100.000000",
      "云溪市甲局一所 数量指标 50.000000",
      "云溪市甲局本级 数量指标 100.000000",
    ]);
  });
});

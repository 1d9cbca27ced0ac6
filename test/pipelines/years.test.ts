import { describe, expect, it } from "vitest";
import { runModels } from "../../pipelines/transform.ts";
import { type Amounts, addForms, emptyWarehouse, type MadeForm, rows } from "./warehouse.ts";

/** Runs the models on forms and gives the columns of a mart over years, in the order of the years. */
async function overYears(mart: "project_years" | "unit_years", columns: string, forms: readonly MadeForm[]) {
  const connection = await emptyWarehouse();
  await addForms(connection, forms);
  await runModels(connection);
  return rows(
    connection,
    `select ${columns} from mart.${mart} order by implementing_unit, fiscal_year, source`,
  );
}

const inYear = (year: number | null, ...total: Amounts): MadeForm => ({ year, funding: { total } });

describe("a streak", () => {
  const streak = (forms: readonly MadeForm[]) =>
    overYears("project_years", "fiscal_year, streak_years, streak_lowest_rate, streak_unexecuted", forms);

  it("has a length, a depth and its money, and starts anew after a year that was not low", async () => {
    const found = await streak([
      inYear(2026, "100", "100", "89.99"),
      inYear(2027, "100", "100", "50"),
      inYear(2028, "100", "100", "60"),
      inYear(2029, "100", "100", "90"),
      inYear(2030, "100", "100", "70"),
    ]);
    expect(found.map((row) => Object.values(row))).toEqual([
      [2026, "1", "89.990000", "10.010000"],
      [2027, "2", "50.000000", "60.010000"],
      [2028, "3", "50.000000", "100.010000"],
      [2029, "0", null, null],
      [2030, "1", "70.000000", "30.000000"],
    ]);
  });

  it("is broken by a year without a form, or without a budget", async () => {
    const found = await streak([
      inYear(2026, "100", "100", "10"),
      inYear(2028, "100", "100", "10"),
      inYear(2029, "0", "0", "0"),
      inYear(2030, "100", "100", "10"),
    ]);
    expect(found.map(({ streak_years }) => streak_years)).toEqual(["1", "1", "0", "1"]);
  });

  it("is that of one unit's project and one source", async () => {
    const columns = "implementing_unit, source, fiscal_year, streak_years";
    const low = { total: ["0", "10", "1"], other_funds: ["0", "5", "5"] } as const;
    const found = await overYears("project_years", columns, [
      { year: 2030, unit: "甲", funding: low },
      { year: 2031, unit: "甲", funding: low },
      { year: 2031, unit: "乙", funding: low },
    ]);
    expect(found.map((row) => Object.values(row).join(" "))).toEqual([
      "乙 other_funds 2031 0",
      "乙 total 2031 1",
      "甲 other_funds 2030 0",
      "甲 total 2030 1",
      "甲 other_funds 2031 0",
      "甲 total 2031 2",
    ]);
  });

  it("tolerates one year in three where that is asked for", async () => {
    const found = await overYears("project_years", "low_years_of_three, years_present", [
      inYear(2027, "100", "100", "10"),
      inYear(2028, "100", "100", "99"),
      inYear(2029, "100", "100", "10"),
      inYear(2031, "100", "100", "10"),
    ]);
    expect(found.map((row) => Object.values(row))).toEqual([
      ["1", "1"],
      ["1", "2"],
      ["2", "3"],
      ["2", "4"],
    ]);
  });
});

describe("change", () => {
  it("is against the year before, and unknown without it", async () => {
    const columns = "fiscal_year, budget_change, budget_change_rate, execution_rate_change";
    const found = await overYears("project_years", columns, [
      inYear(2028, "0", "80", "80"),
      inYear(2029, "0", "100", "75"),
      inYear(2031, "0", "50", "50"),
    ]);
    expect(found.map((row) => Object.values(row))).toEqual([
      [2028, null, null, null],
      [2029, "20.000000", "25.000000", "-25.000000"],
      [2031, null, null, null],
    ]);
  });

  it("from nothing has an amount and no rate", async () => {
    const columns = "budget_change, budget_change_rate, execution_rate_change";
    const [, second] = await overYears("project_years", columns, [
      inYear(2030, "0", "0", "0"),
      inYear(2031, "0", "100", "75"),
    ]);
    expect(Object.values(second!)).toEqual(["100.000000", null, null]);
  });
});

describe("money added in mid-year", () => {
  it("is that of forms whose initial budget was 0, and what of it was not spent", async () => {
    const found = await overYears("unit_years", "forms, adjusted_budget, added_budget, added_unexecuted", [
      { year: 2031, project: "甲", funding: { total: ["0", "100", "30"] } },
      { year: 2031, project: "乙", funding: { total: ["5", "50", "10"] } },
      { year: 2031, project: "丙", funding: { total: [null, "7", "0"] } },
    ]);
    expect(found.map((row) => Object.values(row))).toEqual([["3", "157.000000", "100.000000", "70.000000"]]);
  });
});

describe("who is followed", () => {
  it("units with all their projects; projects only where they have a name, and both only where there is a year", async () => {
    const forms: MadeForm[] = [
      { project: "甲", funding: { total: ["0", "1", "1"] } },
      { project: null, funding: { total: ["0", "2", "2"] } },
      { project: "甲", year: null, funding: { total: ["0", "4", "4"] } },
      { project: "甲", unit: null, funding: { total: ["0", "8", "8"] } },
      { project: "甲", formType: "overall", funding: { total: ["0", "16", "16"] } },
    ];
    expect(await overYears("unit_years", "adjusted_budget", forms)).toEqual([
      { adjusted_budget: "3.000000" },
    ]);
    expect(await overYears("project_years", "adjusted_budget", forms)).toEqual([
      { adjusted_budget: "1.000000" },
    ]);
  });

  it("two forms of one project in one year are one row", async () => {
    const found = await overYears("project_years", "forms, execution_rate", [
      inYear(2031, "0", "10", "1"),
      inYear(2031, "0", "30", "9"),
    ]);
    expect(found).toEqual([{ forms: "2", execution_rate: "25.000000" }]);
  });
});

/** What is said of low execution year after year, and of money carried over. */
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../../loaders/warehouse/database.ts";
import { type CarriedCount, carriedText } from "../../../src/components/streaks/carry-overs.ts";
import { streakLead, streakTitle } from "../../../src/components/streaks/streak-findings.ts";
import type { StreakCount, StreakUnit } from "../../../src/components/streaks/streaks.ts";
import { withStreakDoubt } from "../../../src/data/cuts/streaks.ts";

const LIMITS = { low_execution_rate: "90" };
const view = { year: 2031 };

const unit = (implementing_unit: string, streak_years: number, streak_unexecuted: string) =>
  ({ implementing_unit, streak_years, streak_unexecuted, unit_doubtful: false }) as StreakUnit;
const counts = (streak_units: number) =>
  ({ years: 3, funded_units: 12, low_units: 4, streak_units }) as StreakCount;

describe("the title of low execution", () => {
  it("names a unit that is low for two years, not the one that left more in a single year", () => {
    const units = [unit("水务局", 1, "2627.67"), unit("进修学校", 2, "90.91"), unit("农技站", 2, "80.00")];
    const about = { view, limits: LIMITS, years: 3 };
    expect(streakTitle(counts(2), units, about)).toMatch(
      /12 个单位中 2 个连续两年以上执行率低于 90%，未执行最多的是进修学校$/,
    );
    expect(streakTitle(counts(1), units.slice(0, 2), about)).toMatch(
      /12 个单位中 1 个连续两年以上执行率低于 90%：进修学校$/,
    );
    // Further down than the list goes.
    expect(streakTitle(counts(1), units.slice(0, 1), about)).toMatch(/连续两年以上执行率低于 90%$/);
  });
});

describe("the money of streaks", () => {
  const told = (row: Partial<StreakCount>) =>
    streakLead({ ...counts(2), ...row } as StreakCount, { view, limits: LIMITS, years: 3 });
  const none = { low_doubtful_forms: 0, streak_doubtful_forms: 0, streak_unexecuted: "170.91" };

  it("is told with what of it is in doubt, over all years of the streaks", () => {
    expect(told(none)).not.toContain("⚑");
    const doubtful = {
      streak_doubtful_forms: 3,
      streak_doubtful_budget: "90.00",
      streak_doubtful_executed: null,
    };
    expect(told({ ...none, ...doubtful }).replaceAll("\u00a0", " ")).toMatch(
      /共未执行 170.91 万元。⚑ 含 3 张金额待核的表单，全年预算 90.00 万元。一年低可能是偶然/,
    );
  });

  it("is told of one year's units by what is in doubt in that year", () => {
    const year = {
      years: 1,
      low_unexecuted: "50.00",
      low_doubtful_budget: "80.00",
      low_doubtful_executed: "30.00",
    };
    expect(told({ ...none, ...year, low_doubtful_forms: 1 }).replaceAll("\u00a0", " ")).toContain(
      "低于 90% 的单位共未执行 50.00 万元。⚑ 含 1 张金额待核的表单，全年预算 80.00 万元，全年执行 30.00 万元。",
    );
  });

  it("is in doubt by the forms of every year of the streak, and of no other", async () => {
    const { connection, close } = await openDatabase(":memory:");
    onTestFinished(close);
    await connection.run(`CREATE TABLE years AS FROM (VALUES
      ('甲', 'total', 2029, 0, 5, 500.00, 100.00), ('甲', 'total', 2030, 1, 1, 10.00, NULL),
      ('甲', 'total', 2031, 2, 0, NULL, NULL), ('甲', 'other_funds', 2030, 1, 7, 70.00, 7.00),
      ('乙', 'total', 2031, 1, 2, 20.00, 9.00)
    ) AS years(unit, source, fiscal_year, streak_years, doubtful_forms, doubtful_budget, doubtful_executed)`);
    const reader = await connection.runAndReadAll(
      `SELECT unit, source, fiscal_year, streak_doubtful_forms::INTEGER, streak_doubtful_budget::VARCHAR,
         streak_doubtful_executed::VARCHAR
       FROM ${withStreakDoubt("years", "unit")} WHERE streak_years > 0 ORDER BY ALL`,
    );
    expect(reader.getRows()).toEqual([
      ["乙", "total", 2031, 2, "20.00", "9.00"],
      ["甲", "other_funds", 2030, 7, "70.00", "7.00"],
      ["甲", "total", 2030, 1, "10.00", null],
      ["甲", "total", 2031, 1, "10.00", null],
    ]);
  });
});

describe("money carried over", () => {
  const carried: CarriedCount = {
    projects: 3,
    again: 0,
    carried_budget: "43.77",
    carried_unexecuted: "4.63",
    doubtful_forms: 0,
    doubtful_initial_budget: null,
    doubtful_budget: null,
    doubtful_executed: null,
  };

  it("is told with what is left of it again", () => {
    expect(carriedText(carried, view).replaceAll("\u00a0", " ")).toBe(
      "2031年有 3 个项目用上年结转的钱，全年预算共 43.77 万元，年末又有 4.63 万元没有执行。没有连着两年结转的。",
    );
    expect(carriedText({ ...carried, again: 2 }, view)).toContain("2 个项目连着两年以上都有结转，请问");
  });

  it("is told with what of it is in doubt", () => {
    const doubtful = { ...carried, doubtful_forms: 1, doubtful_budget: "40.00", doubtful_executed: "39.14" };
    expect(carriedText(doubtful, view).replaceAll("\u00a0", " ")).toContain(
      "没有执行。⚑ 含 1 张金额待核的表单，全年预算 40.00 万元，全年执行 39.14 万元。没有连着两年结转的。",
    );
  });

  it("is not claimed where there is none, or where nobody can read what was spent", () => {
    expect(carriedText(undefined, { ...view, unit: "水务局" })).toBe("2031年水务局没有上年结转资金。");
    expect(carriedText({ ...carried, carried_unexecuted: null }, view)).toContain("执行了多少读不出来");
  });
});

/** What is said of low execution year after year, and of money carried over. */
import { describe, expect, it } from "vitest";
import { type CarriedCount, carriedText } from "../../../src/components/streaks/carry-overs.ts";
import { streakTitle } from "../../../src/components/streaks/streak-findings.ts";
import type { StreakCount, StreakUnit } from "../../../src/components/streaks/streaks.ts";

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

describe("money carried over", () => {
  const carried: CarriedCount = {
    projects: 3,
    again: 0,
    carried_budget: "43.77",
    carried_unexecuted: "4.63",
  };

  it("is told with what is left of it again", () => {
    expect(carriedText(carried, view).replaceAll("\u00a0", " ")).toBe(
      "2031年有 3 个项目用上年结转的钱，全年预算共 43.77 万元，年末又有 4.63 万元没有执行。没有连着两年结转的。",
    );
    expect(carriedText({ ...carried, again: 2 }, view)).toContain("2 个项目连着两年以上都有结转，请问");
  });

  it("is not claimed where there is none, or where nobody can read what was spent", () => {
    expect(carriedText(undefined, { ...view, unit: "水务局" })).toBe("2031年水务局没有上年结转资金。");
    expect(carriedText({ ...carried, carried_unexecuted: null }, view)).toContain("执行了多少读不出来");
  });
});

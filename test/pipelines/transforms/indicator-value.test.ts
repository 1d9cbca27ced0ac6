import { describe, expect, it } from "vitest";
import { formatDecimal, parseDecimal } from "../../../loaders/form/decimal.ts";
import { type IndicatorText, indicatorValue } from "../../../pipelines/transforms/indicator-value.ts";

const ABOVE_130_PERCENT = { numerator: 13n, denominator: 10n };

/** The value of an indicator with its decimals as plain text. */
function judged(
  target: string | null,
  actual: string | null,
  weight: string | null,
  score: string | null,
  level1 = "产出指标",
) {
  const indicator: IndicatorText = {
    ...{ target, actual, level1, level2: null, fiscalYear: 2031 },
    weight: weight === null ? null : parseDecimal(weight),
    score: score === null ? null : parseDecimal(score),
  };
  const value = indicatorValue(indicator, ABOVE_130_PERCENT);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === "bigint" ? formatDecimal(each, 0) : each,
    ]),
  );
}

describe("the numbers of an indicator", () => {
  it("are those printed, the actual in the target's unit", () => {
    expect(judged("≤68.50(万元)", "672300元", "10", "10", "成本指标")).toEqual({
      operator: "≤",
      targetValue: "68.5",
      targetUpper: null,
      actualValue: "67.23",
      unit: "万元",
      verdict: null,
      attainment: "1.01889",
      attained: true,
      ruleScore: "10",
      ruleScoreLow: "10",
      ruleScoreHigh: "10",
      targetKind: "quantity",
      actualKind: "quantity",
      reason: null,
      targetDate: null,
      actualDate: null,
    });
  });

  it.each([
    ["a unit of the actual", "≥12", "15个", { unit: "个", targetValue: "12", actualValue: "15" }],
    [
      "a range",
      "85~90%",
      "88%",
      { operator: null, targetValue: "85", targetUpper: "90", actualValue: "88", unit: "%" },
    ],
    [
      "a movement",
      "较上年增长5%",
      "6.5%",
      { targetValue: "5", actualValue: "6.5", unit: "%", targetKind: "trend" },
    ],
    ["no number", "健全", "达成指标", { operator: null, targetValue: null, actualValue: null, unit: null }],
    [
      "a verdict on a number",
      "≥12个",
      "完成",
      { targetValue: "12", actualValue: null, verdict: "attained", attainment: "1" },
    ],
    [
      "units that differ",
      "≥12场",
      "15期",
      { targetValue: "12", actualValue: null, unit: "场", attainment: null },
    ],
    ["a ratio", "≥1:8", "1:6", { operator: "≥", targetValue: null, attainment: "1.333333" }],
    [
      "what was not read",
      "≥第4期",
      "4期",
      { operator: null, targetValue: null, targetKind: "unparsed", reason: "target_unparsed" },
    ],
    [
      "a quotient too large to keep",
      "≥0.000001元",
      "9999999999999999亿元",
      { attained: true, attainment: null },
    ],
  ])("with %s", (_what, target, actual, expected) => {
    expect(judged(target, actual, "10", "10")).toMatchObject(expected);
  });
});

describe("the rule's score, 财预〔2020〕10号", () => {
  it.each([
    ["met: the full weight", "≥20场", "24场", "8", "8", "8 [8, 8]"],
    ["met, and the unit took points off: still the full weight", "≥20场", "24场", "8", "7", "8 [8, 8]"],
    ["not met: weight × actual ÷ target", "=50.00(人)", "46.00(人)", "10", "9", "9.2 [9.2, 9.2]"],
    ["two thirds of 30 points are 20", "≥3次", "2次", "30", "25", "20 [20, 20]"],
    ["nothing done: nothing", "≥20场", "0场", "0.5", "0", "0 [0, 0]"],
    ["worse than nothing: nothing", "≥3%", "-1%", "6", "2", "0 [0, 0]"],
    ["a ceiling passed: weight × target ÷ actual", "≤40万元", "50万元", "10", "10", "8 [8, 8]"],
    ["far above the target, full marks: allowed", "≥20场", "50场", "8", "8", "8 [3.2, 8]"],
    ["far above the target, points taken off: allowed", "≥20场", "50场", "8", "6", "6 [3.2, 8]"],
    ["far above the target, too many taken off", "≥20场", "50场", "8", "1", "3.2 [3.2, 8]"],
    ["above the target by 130 % exactly: not far", "≥20场", "26场", "8", "8", "8 [8, 8]"],
    ["attained: the own score in the band of 100–80 %", "及时", "达成指标", "10", "9", "9 [8, 10]"],
    ["attained, below the band: its lower end", "及时", "达成指标", "10", "5", "8 [8, 10]"],
    [
      "partly attained, above the band: its upper end",
      "健全",
      "部分达成指标并具有一定效果",
      "10",
      "10",
      "8 [6, 8]",
    ],
    ["not attained, in the band", "健全", "未达成指标且效果较差", "10", "0", "0 [0, 6]"],
    ["not attained, above the band", "健全", "未达成指标且效果较差", "10", "7", "6 [0, 6]"],
    ["the target's words repeated", "运转良好", "运转良好", "5", "4.5", "4.5 [4, 5]"],
    ["a movement answered by one", "较上年度增加", "有所增加", "5", "5", "5 [4, 5]"],
    ["a movement answered by its opposite", "较上年度增加", "减少", "5", "5", "3 [0, 3]"],
    ["a verdict on a number", "≥20场", "部分完成", "10", "9", "8 [6, 8]"],
    ["a band without an own score", "及时", "达成指标", "10", null, "null [8, 10]"],
    ["one score without an own score", "≥20场", "10场", "10", null, "5 [5, 5]"],
    ["no weight", "≥20场", "10场", null, "5", "null [null, null]"],
    ["no target", null, "达成指标", "10", "10", "null [null, null]"],
    ["late: how late is not a ratio", "2031年6月底前", "2031年8月", "10", "8", "null [null, null]"],
    ["words that are no verdict", "健全", "较好", "10", "10", "null [null, null]"],
    ["a weight of nothing", "≥20场", "10场", "0", "0", "0 [0, 0]"],
  ])("%s", (_what, target, actual, weight, score, expected) => {
    const { ruleScore, ruleScoreLow, ruleScoreHigh } = judged(target, actual, weight, score);
    expect(`${ruleScore} [${ruleScoreLow}, ${ruleScoreHigh}]`).toBe(expected);
  });
});

describe("dates", () => {
  it.each([
    ["年底前", "2030年11月", "2031-12-31", "2030-11-30"],
    ["第三季度", "9月5日", "2031-09-30", "2031-09-05"],
    ["≥3次", "达成指标", null, null],
  ])("%s, then %s", (target, actual, targetDate, actualDate) => {
    expect(judged(target, actual, "10", "10")).toMatchObject({ targetDate, actualDate });
  });
});

describe("a verdict", () => {
  it.each([
    ["达成指标", { verdict: "attained", attained: true, attainment: "1", reason: null }],
    [
      "部分达成指标并具有一定效果",
      { verdict: "partly_attained", attained: false, attainment: null, reason: "no_ratio" },
    ],
    ["未达成指标且效果较差", { verdict: "not_attained", attained: false, attainment: "0", reason: null }],
    ["健全", { verdict: "attained", attained: true, attainment: "1", reason: null }],
    ["不健全", { verdict: "not_attained", attained: false, attainment: "0", reason: null }],
    ["不够健全", { verdict: null, attained: null, attainment: null, reason: "answers_otherwise" }],
  ])("%s on the target 健全", (actual, expected) => {
    expect(judged("健全", actual, "10", "10")).toMatchObject(expected);
  });

  it.each([
    ["提高普及率", "稳步提升", { verdict: "attained", attained: true }],
    ["提高普及率", "有所下降", { verdict: "not_attained", attained: false }],
    ["普及率不变", "稳步提升", { verdict: null, attained: null, reason: "answers_otherwise" }],
    // Whatever they mean, the same words were said.
    ["每亩260", "每亩260", { verdict: null, attained: true, attainment: "1", targetKind: "unparsed" }],
    ["每亩260", "每亩250", { attained: null, reason: "target_unparsed" }],
  ])("%s, then %s", (target, actual, expected) => {
    expect(judged(target, actual, "10", "10")).toMatchObject(expected);
  });

  it("without a target attains nothing, and is still told", () => {
    const told = { verdict: "attained", attained: null, attainment: null, reason: "no_target" };
    expect(judged(null, "达成预期指标", "10", "10")).toMatchObject(told);
  });
});

/** Limits that an office has set itself are told as such, and only where a page uses them. */
import { expect, test } from "vitest";
import { type LimitRow, limitsOf, limitText, ownLimitTexts } from "../../../src/components/limits.ts";

const LOW: LimitRow = {
  name: "low_execution_rate",
  value: "85.000000",
  default_value: "90.000000",
  meaning: "执行率低于它为偏低",
  unit: "%",
  overridden_by: "云财〔2031〕1号",
};
const GAP: LimitRow = {
  ...LOW,
  name: "score_gap",
  value: "0.500000",
  default_value: "0.500000",
  overridden_by: null,
};

test("a sentence tells the limit that holds", () => {
  expect(limitText(limitsOf([LOW, GAP]), "low_execution_rate")).toBe("85");
  expect(limitText(limitsOf([LOW, GAP]), "score_gap")).toBe("0.5");
});

test("an own limit is told with the usual one and its document", () => {
  expect(ownLimitTexts([LOW, GAP], ["low_execution_rate", "score_gap"])).toEqual([
    "执行率低于它为偏低：它现为 85%（默认 90%，依据：云财〔2031〕1号）",
  ]);
});

test("a page that does not use it says nothing", () => {
  expect(ownLimitTexts([LOW, GAP], ["score_gap"])).toEqual([]);
});

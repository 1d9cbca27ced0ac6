import { describe, expect, test } from "vitest";
import { doubtText, OF_BUDGETS, OF_EXECUTION } from "../../../src/components/reliability.ts";
import { plain } from "../browser.ts";

const DOUBT = {
  doubtful_forms: 2,
  doubtful_initial_budget: "570329632.29",
  doubtful_budget: "1127.66",
  doubtful_executed: null,
};

describe("what of a sum is in doubt", () => {
  test("is told of each amount that it rests on, since a budget can be right where what it began with is not", () => {
    expect(plain(doubtText(DOUBT)!)).toBe(
      "⚑ 含 2 张金额待核的表单，年初预算 57,032.96 亿元，全年预算 1,127.66 万元",
    );
    expect(plain(doubtText(DOUBT, OF_EXECUTION)!)).toBe("⚑ 含 2 张金额待核的表单，全年预算 1,127.66 万元");
  });

  test("is nothing where no form is", () => {
    expect(doubtText({ ...DOUBT, doubtful_forms: 0 })).toBeNull();
  });

  test("leaves out what adds nothing, and says where no amount could be read", () => {
    const added = { ...DOUBT, doubtful_initial_budget: "0.00" };
    expect(plain(doubtText(added, OF_BUDGETS)!)).toBe("⚑ 含 2 张金额待核的表单，全年预算 1,127.66 万元");
    const unread = { ...DOUBT, doubtful_initial_budget: null, doubtful_budget: null };
    expect(plain(doubtText(unread)!)).toBe("⚑ 含 2 张金额待核的表单，其金额没有读到");
  });
});

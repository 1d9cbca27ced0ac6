import { describe, expect, test } from "vitest";
import { otherFundsTitle, overviewLead, overviewTitle } from "../../../src/components/findings.ts";
import type { AttentionRow, UnitRow, YearRow } from "../../../src/components/measures.ts";
import { comparedUnits, rankedUnits } from "../../../src/components/rankings.ts";

function year(source: string, amounts: Partial<YearRow> = {}): YearRow {
  return {
    ...{ fiscal_year: 2031, source, forms: 3, doubtful_forms: 0 },
    ...{ doubtful_initial_budget: null, doubtful_budget: null, doubtful_executed: null },
    ...{ initial_budget: "10", adjusted_budget: "100", executed: "60", unexecuted: "40" },
    ...{ execution_rate: "60", share_of_budget: "100", share_of_unexecuted: "100" },
    ...amounts,
  };
}

const NOTHING = { initial_budget: "0.00", adjusted_budget: "0.00", executed: "0.00", unexecuted: "0.00" };

/** A year that was read, and nothing to narrow it. */
const CONTEXT = { view: { year: 2031 }, read: 1 };

const COMPARED = ["other_funds", "current_year_appropriation"];

describe("titles", () => {
  test("name the source that is out of proportion", () => {
    const attention = {
      ...year("other_funds", { share_of_unexecuted: "43.604" }),
      kind: "source",
    } as unknown;
    expect(overviewTitle([year("total")], [attention as AttentionRow], CONTEXT)).toBe(
      "2031年项目资金执行 60.00%，未执行的 40.00\u00a0万元中 43.60% 是其他资金",
    );
  });

  test("do without it where everything is in proportion", () => {
    expect(overviewTitle([year("total")], [], CONTEXT)).toBe(
      "2031年项目资金执行 60.00%，未执行 40.00\u00a0万元",
    );
  });

  test("say so where there is no rate", () => {
    const total = year("total", { ...NOTHING, execution_rate: null });
    expect(overviewTitle([total], [], CONTEXT)).toBe("2031年 3 张表单没有可以计算的执行率");
  });

  test("say so where there is no 其他资金, or nothing at all", () => {
    expect(otherFundsTitle([year("total"), year("other_funds", NOTHING)], CONTEXT)).toBe(
      "2031年没有其他资金",
    );
    expect(otherFundsTitle([], { ...CONTEXT, read: 0 })).toBe("还没有读入表单");
  });
});

test("the overview leaves out sources without money", () => {
  const lead = overviewLead([year("total"), year("carry_over", NOTHING), year("other_funds")], 1);
  expect(lead).toContain("其中其他资金 40.00");
  expect(lead).not.toContain("上年结转");
});

describe("units", () => {
  const unit = (name: string, source: string, amounts: Partial<YearRow> = {}): UnitRow => ({
    ...year(source, amounts),
    ...{ department: "云溪市甲局", implementing_unit: name },
  });
  const rows = [
    unit("甲中心", "other_funds", { unexecuted: "90" }),
    unit("乙中心", "total", { unexecuted: "70" }),
    unit("甲中心", "total", { unexecuted: "50", doubtful_forms: 1 }),
    unit("乙中心", "other_funds", NOTHING),
    unit("甲中心", "current_year_appropriation"),
  ];

  test("are ranked by their totals, each with its sources", () => {
    expect(
      rankedUnits(rows).map((one) => [one.name, one.doubtful, one.bySource.map((row) => row.source)]),
    ).toEqual([
      ["乙中心", false, ["other_funds"]],
      ["甲中心", true, ["other_funds", "current_year_appropriation"]],
    ]);
  });

  test("are compared where they have 其他资金, which comes first", () => {
    expect(
      comparedUnits(rows, { unit: "甲中心" }, "?year=2031").map((one) => [
        one.name,
        one.href,
        one.rows.map((row) => row.source),
      ]),
    ).toEqual([["甲中心（所选）", `?${new URLSearchParams({ year: "2031", unit: "甲中心" })}`, COMPARED]]);
  });
});

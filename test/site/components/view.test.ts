import { describe, expect, test } from "vitest";
import { type Choices, readView } from "../../../src/components/view.ts";

const CHOICES: Choices = {
  years: [2031, 2030],
  departments: ["云溪市甲局"],
  units: [],
  sources: ["total", "other_funds"],
};

describe("a view from an address", () => {
  test("keeps what this page does not heed for those that do, also where it cannot know what there is", () => {
    const asked = "?department=云溪市甲局&unit=云溪市甲局档案室&source=other_funds";
    expect(readView(asked, CHOICES, ["year"])).toEqual({
      view: { year: 2031, department: "云溪市甲局", unit: "云溪市甲局档案室", source: "other_funds" },
      notices: [],
    });
  });

  test("leaves out what there is nowhere, heeded or not, and says so", () => {
    const { view, notices } = readView("?year=1999&source=<b>&department=无此局", CHOICES, [
      "year",
      "source",
    ]);
    expect(view).toEqual({ year: 2031 });
    expect(notices).toEqual([
      "没有年度“1999”的表单，下面是2031年的。",
      "没有名为“无此局”的主管部门，没有按它筛选。",
      "没有名为“<b>”的资金来源，没有按它筛选。",
    ]);
  });
});

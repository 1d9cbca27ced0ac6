/**
 * Invented forms in the layouts of other places, whole in their text: read to the last cell, without one flag.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import { head, money, readFixture, shown, table } from "./read-fixture.ts";

describe("a form in another place's layout", () => {
  test("what came in beside the budget, and a rate of it that is not kept", () => {
    const form = readFixture("received-beside-budget");
    expect(cellFlags(form)).toEqual([]);
    expect(money(form)).toEqual([
      "total | 150.00 | 180.00 | 158.40 | 10.00 | 88.00 | 8.80",
      "current_year_appropriation | 150.00 | 150.00 | 147.00 |  | 98.00 | ",
      "other_funds | 0.00 | 30.00 | 11.40 |  | 38.00 | ",
    ]);
    expect(form.funding.map(({ received }) => shown(received))).toEqual(["162.50", "150.00", "12.50"]);
  });

  test("amounts in 元, points behind the labels, labels in the first rows that they cover", () => {
    const form = readFixture("amounts-in-yuan-points-in-labels");
    expect(cellFlags(form)).toEqual([]);
    expect(head(form)).toBe("2023 | 智慧校园建设专项 | 东岭市教育局 | 东岭市第三中学 | 95.60 | 优");
    expect(form.amountUnit).toBe("元");
    expect(money(form)).toEqual([
      "total | 120.00 | 135.00 | 129.60 | 10.00 | 96.00 | 9.60",
      "current_year_appropriation | 100.00 | 100.00 | 98.00 |  | 98.00 | ",
      "carry_over | 20.00 | 35.00 | 31.60 |  | 90.29 | ",
      "other_funds | 0.00 | 0.00 | 0.00 |  |  | ",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 建设智慧教室数量 | ≥20间 | 20间 | 20.00 | 20.00 | ",
      "产出指标 | 数量指标 | 培训教师人次 | ≥100人次 | 112人次 | 10.00 | 10.00 | ",
      "产出指标 | 质量指标 | 设备验收合格率 | 100% | 100% | 10.00 | 10.00 | ",
      "产出指标 | 时效指标 | 建设完成时间 | 2023年11月底前 | 2023年12月 | 5.00 | 3.00 | 供货延期",
      "产出指标 | 成本指标 | 项目总成本 | ≤135万元 | 129.6万元 | 5.00 | 5.00 | ",
      "效益指标 | 社会效益指标 | 教学质量提升情况 | 有所提升 | 达成预期指标 | 15.00 | 15.00 | ",
      "效益指标 | 可持续影响指标 | 设备使用年限 | ≥5年 | 5年 | 15.00 | 13.00 | 部分设备易损，已安排维护",
      "满意度指标 | 服务对象满意度 | 师生满意度 | ≥90% | 95% | 10.00 | 10.00 | ",
    ]);
    expect([form.weightsSumOk, form.scoresSumOk]).toEqual([true, true]);
  });

  test("full-width figures, the weight before the target, a source with dashes only, no goals", () => {
    const form = readFixture("full-width-weight-before-target");
    expect(cellFlags(form).map(({ field, status }) => [field, status])).toEqual([
      ["expected_goal", "missing"],
      ["actual_outcome", "missing"],
    ]);
    expect(head(form)).toBe("2022 | 乡村公路养护 | 白沙市交通运输局 | 西渡县公路管理站 | 99.80 | 优");
    expect(money(form)).toEqual([
      "total | 80.00 | 85.50 | 85.50 | 10.00 | 100.00 | 10.00",
      "current_year_appropriation | 80.00 | 80.00 | 80.00 |  | 100.00 | ",
      "carry_over |  |  |  |  |  | ",
      "other_funds | 0.00 | 5.50 | 5.50 |  | 100.00 | ",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 养护里程 | ≥150公里 | 152公里 | 20.00 | 20.00 | ",
      "产出指标 | 质量指标 | 路面完好率 | ≥90% | 92% | 20.00 | 20.00 | ",
      "产出指标 | 时效指标 | 养护及时率 | 100% | 98% | 10.00 | 9.80 | 雨季影响",
      "效益指标 | 社会效益指标 | 群众出行便利程度 | 提高 | 提高 | 30.00 | 30.00 | ",
      "满意度指标 | 服务对象满意度指标 | 沿线群众满意度 | ≥85% | 88% | 10.00 | 10.00 | ",
    ]);
  });

  test("sign and unit of a target in columns of their own: joined without anything between", () => {
    const form = readFixture("sign-and-unit-in-columns");
    expect(cellFlags(form)).toEqual([]);
    expect(head(form)).toBe(
      "2021 | 公共卫生服务补助 | 临湖区卫生健康委员会 | 临湖区疾病预防控制中心 | 99.66 | 优",
    );
    expect(money(form)).toEqual([
      "total | 300.50 | 310.25 | 299.80 | 10.00 | 96.63 | 9.66",
      "current_year_appropriation | 300.50 | 310.25 | 299.80 |  | 96.63 | ",
      "carry_over |  |  |  |  |  | ",
      "other_funds |  |  |  |  |  | ",
    ]);
    expect(form.indicators.map((row) => [shown(row.name), shown(row.target), shown(row.actual)])).toEqual([
      ["疫苗接种人次", "≥12000人次", "12500"],
      ["接种合格率", "=100%", "100"],
      ["传染病发病率下降", "定性下降", "达成指标"],
      ["居民满意度", "≥90%", "93"],
    ]);
  });

  test("no 年初预算数, numbered rows, a place for the stamp, the year's goals by other names", () => {
    const form = readFixture("no-initial-budget-numbered-rows");
    expect(cellFlags(form)).toEqual([]);
    expect(head(form)).toBe("2023 | 社区养老服务补贴 | 南塘县民政局 | 南塘县社会福利中心 | 95.48 | 优");
    expect(money(form)).toEqual([
      "total |  | 56.80 | 51.20 | 10.00 | 90.14 | 9.01",
      "current_year_appropriation |  | 56.80 | 51.20 |  | 90.14 | ",
      "other_funds |  | 0.00 | 0.00 |  | 0.00 | ",
    ]);
    expect([form.expectedGoal, form.actualOutcome].map(shown)).toEqual([
      "为符合条件的老人发放补贴。",
      "全年发放补贴620人次。",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 发放补贴人次 | ≥600人次 | 620人次 | 20.00 | 20.00 | ",
      "产出指标 | 质量指标 | 发放对象准确率 | =100% | 100% | 20.00 | 20.00 | ",
      "产出指标 | 时效指标 | 补贴发放及时率 | ≥95% | 90% | 10.00 | 9.47 | 个别月份系统升级",
      "效益指标 | 社会效益 | 老人生活改善程度 | 改善 | 基本达成 | 30.00 | 27.00 | ",
      "满意度指标 | 服务对象满意度 | 老人满意度 | ≥90% | 91% | 10.00 | 10.00 | ",
    ]);
  });

  test("a source of its own name, 无 for no reason, the rating beside the total", () => {
    const form = readFixture("other-source-rating-beside-total");
    expect(cellFlags(form)).toEqual([]);
    expect(head(form)).toBe("2023 | 防汛物资储备 | 东岭市应急管理局 | 东岭市防汛物资站 | 98.00 | 优");
    expect(money(form).map((row) => row.split(" | ").slice(0, 4).join(" | "))).toEqual([
      "total | 200.00 | 180.00 | 180.00",
      "current_year_appropriation | 150.00 | 130.00 | 130.00",
      "上级补助资金 | 50.00 | 50.00 | 50.00",
      "other_funds | 0.00 | 0.00 | 0.00",
    ]);
    expect(table(form).map((row) => row.split(" | ").slice(0, 5).join(" | "))).toEqual([
      "产出指标 | 数量指标 | 购置编织袋数量 | 30000条 | 30000条",
      "产出指标 | 数量指标 | 购置救生衣数量 | 200件 | 200件",
      "产出指标 | 质量指标 | 物资合格率 | 100% | 100%",
      "产出指标 | 时效指标 | 物资到位时间 | 2023年5月31日前 | 2023年5月20日",
      "效益指标 | 社会效益指标 | 汛期保障能力 | 有效保障 | 有效保障",
      "满意度指标 | 服务对象满意度指标 | 群众满意度 | 95% | 96%",
    ]);
    expect(shown(form.indicators[4]!.deviationReason)).toBe("仓储条件有待改善");
  });

  test("rows below a row without points of their own, the weight before the target", () => {
    const form = readFixture("rows-without-points");
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | ★补助果蔬种植面积 | 36.5亩 | 36.5亩 | 25.00 | 25.00 | ",
      "产出指标 | 数量指标 | 其中苹果种植面积 | 30亩 | 30亩 |  |  | ",
      "产出指标 | 数量指标 | 其中露天蔬菜 | 6.5亩 | 6.5亩 |  |  | ",
      "产出指标 | 质量指标 | 苗木成活率 | 95% | 97% | 25.00 | 25.00 | ",
      "效益指标 | 经济效益指标 | 带动种植户增加收入 | ≥15.12万元 | 14.20万元 | 30.00 | 28.00 | 秋季果价偏低",
      "满意度指标 | 服务对象满意度指标 | 种植户满意度 | ≥90% | 95% | 10.00 | 10.00 | ",
    ]);
    expect([form.weightsSumOk, form.scoresSumOk]).toEqual([true, true]);
  });

  test("the form of a whole department: no project, sources with one amount that stands in no column", () => {
    const form = readFixture("whole-department");
    expect(form.formType).toBe("overall");
    expect(head(form)).toBe("2022 |  |  | 白沙市林业局 | 98.00 | ");
    expect(money(form)[0]).toBe("total | 3120.40 | 3120.40 | 2496.32 | 10.00 | 80.00 | 8.00");
    expect(
      form.funding.slice(1).map((row) => [row.source, row.executed.value, row.executed.flag?.status]),
    ).toEqual([
      ["一般公共预算", null, "missing"],
      ["基本支出", null, "missing"],
      ["项目支出", null, "missing"],
      ["other_funds", null, "missing"],
    ]);
    expect(form.funding[1]!.executed.flag?.reason).toContain("1320.40万元");
    expect(table(form)).toHaveLength(3);
    expect(form.projectName.flag).toBeUndefined();
  });
});

test("a form that prints no year takes that of its folder, else that of its file's name, and says so", () => {
  const text = readFileSync(new URL("fixtures/full-width-weight-before-target.txt", import.meta.url), "utf8");
  const undated = new TextEncoder().encode(text.replace("（２０２２年度）\n", ""));
  const yearAt = (path: string) => {
    const { value, flag } = readDocument(undated, path).forms[0]!.fiscalYear;
    return [value, flag?.status];
  };
  expect(yearAt("2021/公路2023.txt")).toEqual([2021, "repaired"]);
  expect(yearAt("公路养护（2023）.txt")).toEqual([2023, "uncertain"]);
  expect(yearAt("公路养护2022-2023.txt")).toEqual([null, "missing"]);
  expect(yearAt("公路养护20230415.txt")).toEqual([null, "missing"]);
});

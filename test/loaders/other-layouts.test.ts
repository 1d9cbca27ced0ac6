/**
 * Invented forms in the layouts of other places, whole in their text: read to the last cell, without one flag.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import { formatDecimal } from "../../loaders/form/decimal.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form, Reading } from "../../loaders/form/types.ts";

function readFixture(name: string, extension = "txt"): Form {
  const bytes = readFileSync(new URL(`fixtures/${name}.${extension}`, import.meta.url));
  const { forms } = readDocument(bytes, `${name}.${extension}`);
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

const shown = ({ value }: Reading<unknown>): string => {
  if (value === null) return "";
  return typeof value === "bigint" ? formatDecimal(value) : String(value);
};

const head = (form: Form) =>
  [form.fiscalYear, form.projectName, form.department, form.implementingUnit, form.totalScore, form.rating]
    .map(shown)
    .join(" | ");

const money = (form: Form) =>
  form.funding.map((row) =>
    [
      row.source,
      ...[row.initialBudget, row.adjustedBudget, row.executed, row.weight, row.executionRate, row.score].map(
        shown,
      ),
    ].join(" | "),
  );

const table = (form: Form) =>
  form.indicators.map((row) =>
    [row.level1, row.level2, row.name, row.target, row.actual, row.weight, row.score, row.deviationReason]
      .map(shown)
      .join(" | "),
  );

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

const doubts = (form: Form) => cellFlags(form).map(({ seq, field, status }) => `${seq}.${field} ${status}`);

describe("a form whose text lost its columns", () => {
  test("one line of words, cut off: codes before names, a total of nothing over a source with money", () => {
    const form = readFixture("one-line-of-words");
    expect(head(form)).toBe(
      "2022 | 社区用房租赁经费 | 118-云溪市清河区柳桥镇人民政府 | 118003-云溪市清河区柳桥镇人民政府 |  | ",
    );
    expect(money(form)).toEqual([
      "total | 0.00 | 0.00 | 0.00 | 10.00 | 0.00 | 0.00",
      "current_year_appropriation | 64.00 | 63.185 | 63.185 |  |  | ",
      "carry_over |  |  |  |  |  | ",
      "other_funds |  |  |  |  |  | ",
    ]);
    expect(shown(form.expectedGoal)).toBe("本年度计划租赁社区用房12处,其中:新增2处;续租10处。");
    expect(shown(form.actualOutcome)).toBe("本年度共租赁社区用房12处,其中:新增2处;续租10处。");
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 租赁社区用房处数 | ≥12处 | 12 | 20.00 | 20.00 | ",
      "产出指标 | 质量指标 | 房屋安全鉴定合格率 | ≥100百分比 | 100 | 10.00 | 10.00 | ",
      "产出指标 | 质量指标 | 租赁程序合规性 | 严格执行相关制度规定 | 达成预期指标 | 10.00 | 10.00 | ",
      "产出指标 | 时效指标 | 租金支付及时性 | 及时 | 达成预期指标 | 5.00 | 5.00 | ",
      "产出指标 | 成本指标 | 项目总成本 | ≤64万元 | 63.2 | 5.00 | 5.00 | ",
      "效益指标 | 社会效益指标 | 改善居民办事条件的程度 | 效果明显 | 达成预期指标 | 30.00 | 30.00 | ",
      "满意度指标 | 满意度指标 | 居民满 |  |  |  |  | ",
    ]);
    expect(doubts(form)).toEqual([
      ".total_score missing",
      ".rating missing",
      "7.name truncated",
      "7.target missing",
      "7.actual missing",
      "7.weight missing",
      "7.score missing",
    ]);
  });

  test("ragged pipes: the end of another form above, sign and unit apart, instructions inside cells", () => {
    const form = readFixture("ragged-pipes-sign-and-unit", "md");
    expect(head(form)).toBe(
      "2023 | 51060023T000000000017-2023年办公设备购置项目 | 白沙县档案局部门 | 白沙县档案局 | 98.50 | ",
    );
    expect(money(form)).toEqual([
      "total | 0.00 | 5.40 | 5.13 | 10.00 | 95.00 | 9.50",
      "财政资金 | 0.00 | 5.40 | 5.13 |  | 95.00 | ",
      "财政专户管理资金 | 0.00 | 0.00 | 0.00 |  | 0.00 | ",
      "单位资金 | 0.00 | 0.00 | 0.00 |  | 0.00 | ",
      "other_funds |  |  |  |  |  | ",
    ]);
    expect([shown(form.expectedGoal), shown(form.actualOutcome)]).toEqual([
      "购置扫描设备，完成档案数字化。",
      "完成",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 购置扫描设备数量 | =6台 | 6 | 30.00 | 30.00 | ",
      "产出指标 | 质量指标 | 设备验收合格率 | =100% | 100 | 20.00 | 20.00 | ",
      "效益指标 | 社会效益指标 | 查档便利程度 | 定性提高 | 提高 | 30.00 | 30.00 | ",
      "满意度指标 | 服务对象满意度指标 | 查档人员满意度 | ≥90% | 86 | 10.00 | 9.00 | 窗口等候时间较长",
    ]);
    expect(doubts(form)).toEqual([]);
    expect([form.weightsSumOk, form.scoresSumOk]).toEqual([true, true]);
  });

  test("ragged pipes: labels broken over lines, rows below a row without points, groups without rows", () => {
    const form = readFixture("ragged-pipes-sub-rows");
    expect(head(form)).toBe("2023 | 北塘村果蔬种植补助项目 | 县农业农村局 | 清水镇人民政府 | 98.00 | ");
    expect(money(form)).toEqual([
      "total |  | 12.60 | 12.60 | 10.00 | 100.00 | 10.00",
      "current_year_appropriation |  | 12.60 | 12.60 | 10.00 | 100.00 | 10.00",
      "other_funds |  |  |  |  |  | ",
    ]);
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

  test("one cell a line with pipes, a list of projects above: empty cells keep their place", () => {
    const form = readFixture("piped-cell-a-line");
    expect(head(form)).toBe("2023 | 窗口服务补助 | [107]云溪市数据中心 | 云溪市数据中心 | 100.00 | ");
    expect(money(form)).toEqual([
      "total | 48.60 | 48.60 | 48.60 | 10.00 | 100.00 | 10.00",
      "current_year_appropriation | 48.60 | 48.60 |  |  |  | ",
      "carry_over |  |  |  |  |  | ",
      "other_funds |  |  |  |  |  | ",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 指标1:窗口考核全覆盖,优秀比例不超过20% |  | 达成预期指标 | 50.00 | 50.00 | ",
      "效益指标 | 社会效益指标 | ★群众办事等候时间(≤**分钟) | <=15分钟 | 18分钟 | 30.00 | 30.00 | ",
      "满意度指标 | 服务对象满意度指标 | 指标1:群众满意度 | >=90% | 92% | 10.00 | 10.00 | ",
    ]);
    expect(doubts(form)).toEqual(["1.level1 repaired", "1.target missing"]);
  });

  test("one cell a paragraph: the form of transfers, without weights or scores", () => {
    const form = readFixture("cell-a-paragraph-transfer");
    expect(form.formType).toBe("transfer");
    expect(head(form)).toBe("2021 | 2021年第二批省级水污染防治资金 | 白沙市生态环境局 | 水环境科 |  | ");
    expect(money(form)).toEqual([
      "total |  | 1320.45 | 660.20 |  | 50.00 | ",
      "中央资金 |  | 820.00 | 410.10 |  | 50.01 | ",
      "省级资金 |  | 0.00 | 0.00 |  | 0.00 | ",
      "地方资金 |  | 500.45 | 250.10 |  | 49.98 | ",
      "other_funds |  | 0.00 | 0.00 |  | 0.00 | ",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 新建水质监测站数量 | 6座 | 3座 |  |  | 招标文件修改两次,开工推迟。",
      "产出指标 | 质量指标 | 设备验收合格率 | 100% | 100% |  |  | ",
      "效益指标 | 生态效益指标 | 监测断面达标率 | ≥85% | 88% |  |  | ",
      "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 91% |  |  | ",
    ]);
    expect(doubts(form)).toEqual([".total_score missing", ".rating missing"]);
  });

  test("one cell a paragraph, rows far apart: a single row of money, scores but no weights", () => {
    const form = readFixture("cell-a-paragraph-wide-gaps");
    expect(head(form)).toBe(
      "2022 | 白沙县河岸养殖专业合作社鸡舍建设项目 | 白沙县供销合作社联合社 | 白沙县河岸养殖专业合作社 | 85.00 | ",
    );
    expect(money(form)).toEqual(["total |  | 40.00 | 14.00 |  | 35.00 | 7.00"]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 鸡舍(≥**平方米) | 320 | 320 |  | 20.00 | ",
      "产出指标 | 数量指标 | 蛋鸡笼(≥套) | 60 | 58 |  | 18.00 | ",
      "效益指标 | 社会效益指标 | 带动农户数(≥**户) | 25 | 25 |  | 40.00 | ",
    ]);
    expect(form.scoresSumOk).toBe(true);
  });

  test("traditional characters with sounds in brackets: read in simplified ones, and every text says so", () => {
    const form = readFixture("traditional-with-sounds");
    expect(head(form)).toBe("2020 | 2020年林区防火隔离带建设经费 | 白沙市林业局 | 白沙市西渡林场 | 99.00 | ");
    expect(money(form)).toEqual([
      "total | 8.40 | 8.40 | 8.40 | 10.00 | 100.00 | 10.00",
      "current_year_appropriation | 8.40 | 8.40 | 8.40 |  | 100.00 | ",
      "carry_over |  |  |  |  |  | ",
      "other_funds |  |  |  |  |  | ",
    ]);
    expect(table(form)).toEqual([
      "产出指标 | 数量指标 | 建设隔离带长度 | =84公里 | 84 | 30.00 | 29.00 | ",
      "产出指标 | 质量指标 | 隔离带验收合格率 | ≥95% | 100 | 20.00 | 20.00 | ",
      "效益指标 | 生态效益指标 | 火灾发生次数 | ≤2次 | 1 | 30.00 | 30.00 | ",
      "满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 93 | 10.00 | 10.00 | ",
    ]);
    expect(cellFlags(form).every(({ status, field }) => status === "repaired" || field === "rating")).toBe(
      true,
    );
    expect(form.projectName.flag).toMatchObject({ status: "repaired" });
    expect([form.weightsSumOk, form.scoresSumOk]).toEqual([true, true]);
  });

  test("figures that ran together: cut where the rate and the score leave one way", () => {
    const form = readFixture("glued-figures");
    expect(money(form)).toEqual([
      "total |  | 310.20 | 154.74 | 10.00 | 50.00 | 5.00",
      "current_year_appropriation |  | 310.20 | 154.74 |  | 50.00 | ",
      "carry_over |  |  |  |  |  | ",
      "other_funds |  |  |  |  |  | ",
    ]);
    expect(form.funding[0]!.executed.flag).toMatchObject({ status: "repaired" });
    expect([form.weightsSumOk, form.scoresSumOk]).toEqual([true, true]);
  });
});

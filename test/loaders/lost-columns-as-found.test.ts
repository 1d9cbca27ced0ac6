/**
 * Invented forms as texts on the web have lost their columns: read to the last cell, or in doubt where more than one
 * reading is left.
 */
import { describe, expect, test } from "vitest";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form } from "../../loaders/form/types.ts";
import { head, money, readFixture, shown, table } from "./read-fixture.ts";

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

/**
 * Money, sums and ratings in the shapes that offices give them: read as printed, or said to be lost.
 */
import { describe, expect, test } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form } from "../../loaders/form/types.ts";
import { HEAD, HEADING, ROWS, read, shown, type Table, TOTAL } from "./made/printed-form.ts";

const moneyOf = ({ funding }: Form): string[] =>
  funding.map((row) =>
    [
      row.source,
      ...[row.initialBudget, row.adjustedBudget, row.executed, row.weight, row.executionRate, row.score].map(
        shown,
      ),
    ].join(" | "),
  );
const flagsOf = (form: Form, record: string): string[] =>
  cellFlags(form)
    .filter((flag) => flag.record === record)
    .map(({ seq, field, status }) => `${seq} ${field} ${status}`);

/** The form with other rows of money. */
const withMoney = (...money: Table): Form =>
  read(HEAD.slice(0, 3), money, HEAD.slice(6), [HEADING], ROWS, TOTAL);
const MONEY = HEAD.slice(3, 6);

describe("a row of money", () => {
  test("names whose appropriation it is, and is no 当年财政拨款 then", () => {
    const row = (label: string, amount: string) => ["", label, amount, amount, amount, "—", "100.00%", "—"];
    const form = withMoney(
      MONEY[0]!,
      ["", "年度资金总额：", "60.00", "60.00", "60.00", "10", "100.00%", "10"],
      row("其中：中央财政拨款", "10.00"),
      row("省级财政拨款", "20.00"),
      row("县级财政拨款", "25.00"),
      row("财政拨款结转", "5.00"),
    );
    expect(form.funding.map(({ source }) => source)).toEqual([
      "total",
      "中央财政拨款",
      "省级财政拨款",
      "县级财政拨款",
      "财政拨款结转",
    ]);
    expect(withMoney(...MONEY).funding.map(({ source }) => source)).toEqual([
      "total",
      "current_year_appropriation",
    ]);
  });

  test("stands under the headings that there are, where each of them can be read", () => {
    const form = withMoney(
      ["资金投入情况（万元）", "", "全年预算数（A）", "全年执行数（B）", "预算执行率（B/A×100%）"],
      ["", "年度资金总额：", "150.00", "135.00", "90.00%"],
      ["", "其中：中央财政资金", "100.00", "90.00", "90.00%"],
      ["", "地方资金", "50.00", "45.00", "90.00%"],
    );
    expect(moneyOf(form)).toEqual([
      "total |  | 150.00 | 135.00 |  | 90.00 | ",
      "中央财政资金 |  | 100.00 | 90.00 |  | 90.00 | ",
      "地方资金 |  | 50.00 | 45.00 |  | 90.00 | ",
    ]);
    expect(flagsOf(form, "funding")).toEqual([]);
  });

  test("keeps its weight where the score is still to be given, and points printed as 10分", () => {
    const without = withMoney(MONEY[0]!, MONEY[1]!.with(7, ""), MONEY[2]!);
    expect(moneyOf(without)[0]).toBe("total | 120.00 | 150.00 | 135.00 | 10.00 | 90.00 | ");
    const named = withMoney(MONEY[0]!, MONEY[1]!.with(5, "10分").with(7, "9分"), MONEY[2]!);
    expect(moneyOf(named)[0]).toBe("total | 120.00 | 150.00 | 135.00 | 10.00 | 90.00 | 9.00");
    expect([...flagsOf(without, "funding"), ...flagsOf(named, "funding")]).toEqual([]);
  });

  test("is in the unit that a line above the form names", () => {
    const inYuan = (text: string) =>
      /^\d+\.\d\d$/.test(text) && text !== "9.00" ? `${text.replace(".", "")}00` : text;
    const money = MONEY.map((cells) => cells.map((text, column) => (column < 5 ? inYuan(text) : text)));
    const rows = [money[0]!.with(0, "项目资金"), ...money.slice(1)];
    const form = read(
      [HEAD[0]!, ["单位：元"]],
      HEAD.slice(1, 3),
      rows,
      HEAD.slice(6),
      [HEADING],
      ROWS,
      TOTAL,
    );
    expect([form.amountUnit, form.fiscalYear.value]).toEqual(["元", 2031]);
    expect(moneyOf(form)[0]).toBe("total | 120.00 | 150.00 | 135.00 | 10.00 | 90.00 | 9.00");
  });

  test("says that its digits are lost where only points and per cent signs are left", () => {
    const stripped = HEAD.map((cells) => cells.map((text) => text.replace(/\d/g, "")));
    const form = read(stripped, [HEADING], ROWS, TOTAL);
    const amounts = form.funding.flatMap((row) => [row.initialBudget, row.adjustedBudget, row.executed]);
    expect(amounts.map(({ value, flag }) => [value, flag?.status])).toEqual(
      amounts.map(() => [null, "missing"]),
    );
    const dashes = withMoney(...MONEY, ["", "其他资金", "—", "", "—", "—", "", "—"]);
    expect(flagsOf(dashes, "funding")).toEqual([]);
  });
});

describe("money between pipes", () => {
  const text = (money: string) => `2031年度项目支出绩效自评表 |
| 项目名称 | 营养餐补助 | 主管部门 | 青河县教育局 | 实施单位 | 青河县第二小学 | 项目资金 (元) |
${money}
| — | 年度总体目标 | 预期目标 | 实际完成情况 | 改善学生营养。 | 学生营养已改善。 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 受益学生数 | ≥735人 | 735人 | 90 | 86 |
| 其他需要说明事项 | 无 | 总分 | 100 | 96 | 优 |`;
  const readText = (money: string): Form =>
    readDocument(new TextEncoder().encode(text(money)), "2031/表.txt").forms[0]!;

  test("holds a line break where a cell is empty, and its border runs on over the line", () => {
    const form = readText(`| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 年度资金总额 |
| 387664.62 | 387664.62 | 10 | 100% | 10 | 其中:当年财政 拨款 |
| 387664.62 | 387664.62 | — |`);
    expect(moneyOf(form)).toEqual([
      "total |  | 38.766462 | 38.766462 | 10.00 | 100.00 | 10.00",
      "current_year_appropriation |  | 38.766462 | 38.766462 |  |  | ",
    ]);
    expect([shown(form.totalScore), shown(form.rating)]).toEqual(["96.00", "优"]);
  });

  test("takes no rate for points and no points for an amount where a cell is lost without a trace", () => {
    const form = readText(`| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 ||
| 年度资金总额 | 387664.62 | 193832.31 | 10 | 50% | 5 ||
| 其中:当年财政拨款 | 387664.62 | 193832.31 | — | 50% | — ||`);
    const [total] = form.funding;
    const flagged = new Set(flagsOf(form, "funding"));
    const holds = (field: string, value: string, truth: string) =>
      value === truth || flagged.has(`total ${field} uncertain`) || flagged.has(`total ${field} missing`);
    expect(holds("executed", shown(total!.executed), "19.383231")).toBe(true);
    expect(shown(total!.executionRate)).toBe("50.00");
  });

  test("is not taken from the instructions that are printed in its cells", () => {
    const form = readText(`| 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分 | 原因 |
| 总额 | 20000 | 20000 | 20000 | 100% | 10 | 10 | 1.执行率未达到90%的需说明原因;2.其他资金包括:社会投入资金、银行贷款. ||
| 其中:财政资金 | 20000 | 20000 | 20000 | 100% | / | / ||
| 其他资金 | | | | | / | / ||`);
    expect(form.funding.map(({ source }) => source)).toEqual(["total", "财政资金", "other_funds"]);
  });
});

describe("the end of a form", () => {
  test("may say more than its total", () => {
    const notes: Table = [
      ["其他需要说明的问题", "", "无"],
      ["填报人：某某", "", "", "填报日期：2032年3月15日"],
      ["注：1.得分一档最高不能超过该指标分值上限。2.定量指标按实际完成值与年度指标值之比计算。"],
    ];
    const form = read(HEAD, [HEADING], ROWS, TOTAL, notes);
    expect([shown(form.totalWeight), shown(form.totalScore)]).toEqual(["100.00", "96.50"]);
    expect(form.indicators).toHaveLength(ROWS.length);
    expect(flagsOf(form, "indicator")).toEqual([]);
  });

  test.each([
    ["优☑ 良□ 中□ 差□", "优"],
    ["优□ 良☑ 中□ 差□", "良"],
    ["□优 □良 ☑中 □差", "中"],
    ["优□ 良□ 中□ 差□", ""],
    ["良", "良"],
  ])("rates by the box that is ticked: %s", (boxes, rating) => {
    const form = read(HEAD, [HEADING], ROWS, TOTAL, [["评价等级", boxes]]);
    expect(shown(form.rating)).toBe(rating);
    expect(flagsOf(form, "form").includes(" rating missing")).toBe(rating === "");
  });

  test("may carry the rating beside its total, or in the head", () => {
    expect(shown(read(HEAD, [HEADING], ROWS, [TOTAL[0]!.with(8, "优")]).rating)).toBe("优");
    const head = [...HEAD.slice(0, 2), ["自评得分", "96.50", "", "", "评价等级", "优"], ...HEAD.slice(2)];
    const form = read(head, [HEADING], ROWS);
    expect([shown(form.totalScore), shown(form.rating), form.scoresSumOk]).toEqual(["96.50", "优", true]);
  });

  test("adds up weights, not scores, where no indicator has one", () => {
    const rows = ROWS.map((cells) => cells.with(7, ""));
    const form = read(HEAD, [HEADING], rows, [TOTAL[0]!.with(7, "")]);
    expect([shown(form.totalWeight), form.totalScore.value, form.totalScore.flag?.status]).toEqual([
      "100.00",
      null,
      "missing",
    ]);
  });
});

/**
 * Texts in which the order of the cells is lost as well as their columns: what cannot be told is flagged, and no figure or name is
 * passed on as sure that another cell of the form holds.
 */
import { expect, it } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import { isOutOfOrder, orderOfMoney } from "../../loaders/form/flow/money-order.ts";
import type { Form, Reading } from "../../loaders/form/types.ts";
import { money, shown } from "./read-fixture.ts";

const read = (text: string): Form => {
  const { forms } = readDocument(new TextEncoder().encode(text), "2023/单位.txt");
  expect(forms).toHaveLength(1);
  return forms[0]!;
};
const isSure = ({ value, flag }: Reading<unknown>) => value !== null && (!flag || flag.status === "repaired");

/** A page whose cells wrap, written line by line: the words of its headings come in another order than the figures below. */
const WRAPPED = `2021 年度县级部门预算项目支出绩效自评表
填报单位:白石县水利局                                金额单位:元
项目名称        小型水库维修养护                           自评得分              88.53
主管部门        白石县水利局                             实施单位            白石县水库管理所
                                  调整预算数                          执行率
            资金来源     年初预算数              执行数(B)              分值         得分
                                  (A)                            (B/A)
            年度资金总额
                  2,500,000.00    2,800,000.00 1,988,000.00 10   71.00% 7.10
            其中:中央补助
                   1,000,000.00   1,300,000.00 900,000.00   —    69.23% —
            县级财政资金
                  1,500,000.00    1,500,000.00 1,088,000.00 —    72.53% —
            其他资金     0            0            0            —            —
`;

it("figures stand in the order that their arithmetic bears out, whatever order the words of the heading have", () => {
  const form = read(WRAPPED);
  expect(money(form).slice(0, 3)).toEqual([
    "total | 250.00 | 280.00 | 198.80 | 10.00 | 71.00 | 7.10",
    "中央补助 | 100.00 | 130.00 | 90.00 |  | 69.23 | ",
    "县级财政资金 | 150.00 | 150.00 | 108.80 |  | 72.53 | ",
  ]);
});

it("the heading's order stays where nothing speaks against it, and where no other order is borne out", () => {
  const told = ["adjustedBudget", "executed", "executionRate"] as const;
  expect(orderOfMoney(told, [["40", "10", "25"]])).toEqual(told);
  // An error of the form's own: 100 % of a budget that was not spent.
  expect(orderOfMoney(told, [["4753.66", "3821.9", "100"]])).toEqual(told);
  expect(isOutOfOrder(told, ["4753.66", "3821.9", "100"])).toBe(false);
  const turned = ["executed", "adjustedBudget", "executionRate"] as const;
  expect(orderOfMoney(turned, [["40", "10", "25"]])).toEqual(["adjustedBudget", "executed", "executionRate"]);
  expect(isOutOfOrder(turned, ["40", "10", "25"])).toBe(true);
});

it("no name of a tangled head is sure, where one of them is a heading of the money below", () => {
  const form = read(`项目支出绩效自评表
            基层文化站免费开放补助资金
项目名称

                                                    沙枣县文化馆
主管部门        沙枣县文化体育广播电视和旅游局              实施单位

                            全年预                     执行      得分
                    年初预算数       全年执行数          分值
                            算数                      率
            年度资金总额     48.00     52.00    49.40        10    95.00%   9.50
            当年财政拨款     48.00     52.00    49.40        —    95.00%   —
`);
  expect(isSure(form.projectName)).toBe(false);
  expect(isSure(form.implementingUnit)).toBe(false);
});

it("a total that is a figure of execution, with scores that do not add up to it, is not sure", () => {
  const form = read(`项目支出绩效自评表 (2019年度)
项目名称 基层农技推广体系建设 主管部门 永丰县农业农村局 实施单位 永丰县农技站
项目资金(万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 150 150 120 10 80% 8
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产出指标 数量指标 培育科技示范主体 300户 240户 20 16 疫情影响
产出指标 质量指标 主推技术到位率 ≥95% 95% 20 20
总分 8
`);
  expect(shown(form.totalScore)).toBe("8.00");
  expect(isSure(form.totalScore)).toBe(false);
});

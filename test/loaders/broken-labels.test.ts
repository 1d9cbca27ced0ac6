/**
 * Labels of merged cells whose printed lines the extractor spread over the rows they cover.
 */
import { expect, test } from "vitest";
import { readDocument } from "../../loaders/document.ts";
import type { Form } from "../../loaders/form/types.ts";

const read = (text: string): Form => readDocument(new TextEncoder().encode(text), "2024/made.txt").forms[0]!;

/** A form of which 社会效益指标 is spread over two rows. @param second the second of them */
const formWith = (second: string): string =>
  [
    "项目支出绩效自评表",
    "(2024 年度)",
    "项目名称\t社区花园养护项目\t主管部门\t望溪镇\t实施单位\t望溪镇绿化站",
    "项目资金 (万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
    "\t年度资金总额\t20.00\t20.00\t20.00\t10\t100.00%\t10.00",
    "\t其中:财政拨款\t20.00\t20.00\t20.00\t\t\t",
    "一级 指标\t二级 指标\t三级指标\t\t年度指标值\t实际完成值\t分值\t得分\t偏差原因",
    "产出\t数量 指标\t养护花园\t园数量\t=12.00(座)\t12.00(座)\t20.00\t20.00\t",
    "指标\t质量 指标\t苗木成\t活率\t≥95.00(%)\t96.00(%)\t20.00\t20.00\t",
    "\t时效 指标\t养护完成\t及时性\t及时\t达成指标\t20.00\t20.00\t",
    "\t社会\t居民共建\t参与度\t提升\t达成指标\t10.00\t10.00\t",
    `${second}\t社区绿化\t支撑程度\t提升\t达成指标\t5.00\t5.00\t`,
    "效益 指标\t可持 续影 响指 标\t养护机制\t健全性\t健全\t达成指标\t5.00\t5.00\t",
    "满意 度指 标\t服务 对象 满意 度指 标\t居民满\t意度\t≥90.00(%)\t93.00(%)\t10.00\t10.00\t",
    "总分\t\t\t\t\t\t100.00\t100.00\t",
  ].join("\n");

test.each([
  ["below its beginning", "\t效益 指标"],
  ["beside dirt that stands for the label of level 1", "***\t效益 指标"],
])("效益指标 %s is the end of 社会效益指标", (_, second) => {
  const { indicators } = read(formWith(second));
  expect(indicators.map(({ level2 }) => level2.value)).toEqual([
    "数量指标",
    "质量指标",
    "时效指标",
    "社会效益指标",
    "社会效益指标",
    "可持续影响指标",
    "服务对象满意度指标",
  ]);
  expect(indicators.filter(({ level2 }) => level2.flag?.status === "uncertain")).toEqual([]);
});

test("效益指标 alone in its row, with nothing above that it could end, is a label of level 1", () => {
  const { indicators } = read(formWith("效益 指标\t").replace("效益 指标\t可持 续影", "\t可持 续影"));
  expect(indicators.map(({ level1 }) => level1.value)).toEqual([
    ...Array(3).fill("产出指标"),
    ...Array(3).fill("效益指标"),
    "满意度指标",
  ]);
});

/**
 * A small form as a table of cells, to be set otherwise cell by cell, and read back.
 */
import { expect } from "vitest";
import { readDocument } from "../../../loaders/document.ts";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import type { Form, Reading } from "../../../loaders/form/types.ts";

export type Table = string[][];

export const HEAD: Table = [
  ["项目支出绩效自评表（2031年度）"],
  ["项目名称", "河道清淤工程"],
  ["主管部门", "青河县水利局", "", "", "实施单位", "青河县河道管理所"],
  ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", "120.00", "150.00", "135.00", "10", "90.00%", "9.00"],
  ["", "其中：当年财政拨款", "120.00", "150.00", "135.00", "—", "90.00%", "—"],
  ["年度总体目标", "预期目标", "", "", "", "实际完成情况"],
  ["", "完成12公里河道清淤。", "", "", "", "已完成11公里河道清淤。"],
];
export const HEADING = [
  "绩效指标",
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];
export const ROWS: Table = [
  ["", "产出指标", "数量指标", "清淤河道长度", "≥12公里", "11公里", "30", "27.50", "汛期提前"],
  ["", "", "", "清理垃圾数量", "≥500吨", "620吨", "20", "20", ""],
  ["", "效益指标", "生态效益指标", "水质改善情况", "有所改善", "达成预期指标", "30", "30", ""],
  ["", "满意度指标", "服务对象满意度指标", "沿岸居民满意度", "≥90%", "93%", "10", "10", ""],
];
export const TOTAL: Table = [["总分", "", "", "", "", "", "100", "96.50", ""]];

export function read(...tables: Table[]): Form {
  const text = tables
    .flat()
    .map((cells) => cells.join("\t"))
    .join("\n");
  const { forms } = readDocument(new TextEncoder().encode(text), "2031/表.txt");
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

export const shown = ({ value }: Reading<unknown>): string =>
  typeof value === "bigint" ? formatDecimal(value) : String(value ?? "");

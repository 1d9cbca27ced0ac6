/** Cases of the rules about years and dates. */
import { type CheckCase, FIRST } from "./case.ts";

export const DATE_CASES: readonly CheckCase[] = [
  {
    rule: "D1",
    what: "a year of three digits",
    caught: [["forms", "fiscal_year = 203"]],
    left: [["forms", "fiscal_year = 2000"]],
    at: ["", "fiscal_year"],
    severity: "error",
    says: /年度印作 203，不在 2000 至 2100 年之间/,
    cell: ["form", "", "fiscal_year"],
  },
  {
    rule: "D2",
    what: "a deadline of another year",
    caught: [["indicators", "target = '2030年11月底前', actual = '达成指标'", FIRST]],
    left: [["indicators", "target = '11月底前', actual = '达成指标'", FIRST]],
    at: ["1", "target"],
    severity: "warning",
    says: /指标“指标1”的指标值“2030年11月底前”在 2030 年，不在本年度 2031 年/,
    cell: ["indicator", "1", "target"],
  },
  {
    rule: "D2",
    what: "what was done in the next year",
    caught: [["indicators", "target = '年底前', actual = '2032年1月1日'", FIRST]],
    left: [["indicators", "target = '年底前', actual = '2031年12月31日'", FIRST]],
    at: ["1", "actual"],
    severity: "warning",
    says: /完成值“2032年1月1日”在 2032 年/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "D4",
    what: "a year that is printed and cannot be read",
    caught: [["forms", "fiscal_year = null, fiscal_year_line = 2"]],
    left: [["forms", "fiscal_year = null, fiscal_year_line = null"]],
    at: ["", "fiscal_year"],
    severity: "error",
    says: /读不出是哪一年，这张表没有计入任何一年/,
    cell: ["form", "", "fiscal_year"],
  },
];

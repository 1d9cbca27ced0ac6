/** Cases of the rules about how far a form can be believed. */
import { type CheckCase, FIRST, SECOND, THIRD, TOTAL } from "./case.ts";

/** A goal of 41 characters, that is of 40 pairs. */
const GOAL = "全年组织培训十二场覆盖基层干部三百人次编印教材两千册并开展回访调查形成总结报告上报备案";
/** The goal with a number of its characters changed, no two of them neighbours. */
const outcome = (changed: number) =>
  [...GOAL].map((character, at) => (at % 4 === 1 && at < 4 * changed ? "某" : character)).join("");

export const CREDIBILITY_CASES: readonly CheckCase[] = [
  {
    rule: "H2",
    what: "a high score over money that was not spent",
    caught: [
      ["funding", "executed = 59.99", TOTAL],
      ["forms", "total_score = 90"],
    ],
    left: [
      ["funding", "executed = 59.99", TOTAL],
      ["forms", "total_score = 89.99"],
    ],
    at: ["", "total_score"],
    severity: "warning",
    says: /总分 90\.00 分，执行率只有 59\.99%，低于 60\.00%，40\.01 万元没有执行/,
    cell: ["funding", "total", "executed"],
  },
  {
    rule: "H3",
    what: "an outcome copied from the goal",
    caught: [["forms", `expected_goal = '${GOAL}', actual_outcome = '${outcome(1)}'`]],
    left: [["forms", `expected_goal = '${GOAL}', actual_outcome = '${outcome(3)}'`]],
    at: ["", "actual_outcome"],
    severity: "warning",
    says: /相似度为 95\.\d+%，达到 95\.00%/,
    cell: ["form", "", "expected_goal"],
  },
  {
    rule: "H3",
    what: "an outcome copied with other damage; short texts are alike by chance",
    caught: [["forms", `expected_goal = '${GOAL}', actual_outcome = '${outcome(2)}'`]],
    left: [["forms", "expected_goal = '办好全年的活动', actual_outcome = '办好全年的活动'"]],
    at: ["", "actual_outcome"],
    severity: "info",
    says: /相似度为 90\.\d+%，达到 90\.00%/,
    cell: ["form", "", "actual_outcome"],
  },
  {
    rule: "H5",
    what: "targets that are words",
    caught: [
      ["indicators", "target = '健全', actual = '达成指标', weight = 63.01", FIRST],
      ["indicators", "weight = 16.99", SECOND],
    ],
    left: [
      ["indicators", "target = '健全', actual = '达成指标', weight = 63.00", FIRST],
      ["indicators", "weight = 17.00", SECOND],
    ],
    at: ["", "target"],
    severity: "info",
    says: /3 个指标里，指标值是文字的 1 个，分值共 63\.01 分，占指标分值的 70\.01%，超过 70\.00%，其中 1 个自评达成/,
    cell: ["indicator", "1", "target"],
  },
  {
    rule: "H5",
    what: "targets without a unit, or that nothing can exceed",
    caught: [
      ["indicators", "target = '40', actual = '40', weight = 50", FIRST],
      ["indicators", "target = '≥100百分比', actual = '100', weight = 30", SECOND],
    ],
    left: [
      ["indicators", "target = '40', actual = '40人', weight = 50", FIRST],
      ["indicators", "target = '=100百分比', actual = '100', weight = 30", SECOND],
    ],
    at: ["", "target"],
    severity: "info",
    says: /没有单位的 1 个，写成≥100%、做得再好也分不出高低的 1 个，分值共 80\.00 分，占指标分值的 88\.89%，超过 70\.00%，请问/,
    cell: ["indicator", "2", "target"],
  },
  {
    rule: "H6",
    what: "everything exactly at its target, but for a target that nothing can exceed",
    caught: [["indicators", "actual = target"]],
    left: [
      ["indicators", "actual = target"],
      ["indicators", "target = '=100.00(%)', actual = '100.00(%)'", FIRST],
    ],
    at: ["", "actual"],
    severity: "warning",
    says: /3 个定量指标的完成值全都恰好等于指标值，分值合计 90\.00 分/,
    cell: ["indicator", "2", "actual"],
  },
  {
    rule: "H9",
    what: "something else under satisfaction",
    caught: [["indicators", "name = '服务能力'", THIRD]],
    left: [["indicators", "name = '服务好评率'", THIRD]],
    at: ["3", "level2"],
    severity: "info",
    says: /指标“服务能力”放在“服务对象满意度指标”之下，分值 10\.00 分，从名称看不出是满意度/,
    cell: ["indicator", "3", "name"],
  },
  {
    rule: "H9",
    what: "satisfaction under something else",
    caught: [["indicators", "name = '群众满意度'", FIRST]],
    left: [["indicators", "name = '群众满意度', level1 = '满意度指标'", FIRST]],
    at: ["1", "level2"],
    severity: "info",
    says: /指标“群众满意度”放在“数量指标”之下.*它量的是满意度/,
    cell: ["indicator", "1", "level1"],
  },
  {
    rule: "H9A",
    what: "the same indicator twice",
    caught: [["indicators", "name = '指标1'", SECOND]],
    left: [["indicators", "name = '指标1之二'", SECOND]],
    at: ["2", "name"],
    severity: "warning",
    says: /指标“指标1”在表里出现 2 次，分值合计 80\.00 分/,
    cell: ["indicator", "1", "name"],
  },
  {
    rule: "H10",
    what: "a failed indicator that weighs next to nothing",
    caught: [["indicators", "actual = '50.00(%)', weight = 4.00", FIRST]],
    left: [["indicators", "actual = '50.00(%)', weight = 4.01", FIRST]],
    at: ["", "weight"],
    severity: "warning",
    says: /1 个没有达成的指标（如指标“指标1”）分值合计只有 4\.00 分，单个至多 4\.00 分，而达成的 2 个合计 40\.00 分/,
    cell: ["indicator", "1", "actual"],
  },
  {
    rule: "H11",
    what: "nobody asked whether they were satisfied",
    caught: [["indicators", "level1 = '效益指标', level2 = '社会效益指标'", THIRD]],
    left: [["indicators", "level1 = '效益指标'", THIRD]],
    at: ["", "level1"],
    severity: "info",
    says: /3 个指标里没有满意度指标/,
    cell: ["indicator", "2", "level1"],
  },
  {
    rule: "H14",
    what: "a date where a number was asked for",
    caught: [["indicators", "target = '≥12.00(次)', actual = '2031年6月'", FIRST]],
    left: [["indicators", "target = '≥12.00(次)', actual = '12.00(次)'", FIRST]],
    at: ["1", "actual"],
    severity: "warning",
    says: /1 个指标的完成值答的不是所问，例如“指标1”的指标值为“≥12\.00\(次\)”，完成值为“2031年6月”/,
    cell: ["indicator", "1", "actual"],
  },
];

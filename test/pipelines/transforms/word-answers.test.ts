/** What words say of words, each beside a near miss that leaves doubt. */
import { describe, expect, it } from "vitest";
import { outcomeInWords } from "../../../pipelines/transforms/word-answers.ts";

describe("words that answer words", () => {
  it.each([
    // The same words, or a part of them.
    ["健全", "健全", "attained"],
    ["内容完整、格式规范", "内容完整，格式规范", "attained"],
    ["验收合格", "合格", "attained"],
    ["无不合格", "不合格", null],
    ["符合标准", "符合", "attained"],
    ["及时准确", "准确", null],
    ["及时准确", "及时", null],
    ["完善制度", "完善", null],
    ["健全", "已建立健全", "attained"],
    ["健全", "逐步健全", null],
    ["长期", "长期有效", "attained"],
    ["及时", "及时性差", null],
    ["安全", "安全隐患多", null],
    ["满意", "群众满意", "attained"],
    ["满意", "基本满意", null],
    ["满意", "较满意", null],
    ["零投诉", "无", "attained"],
    ["无安全事故", "未发生", "attained"],
    // Ways to say the same.
    ["及时发放", "按期发放", "attained"],
    ["不超预算", "未超过预算", "attained"],
    ["控制在预算内", "未超预算", "attained"],
    ["不超预算", "超预算", "not_attained"],
    // What is no letter of Chinese tells things apart too.
    ["Ⅲ类", "Ⅲ类", "attained"],
    ["Ⅲ类", "Ⅱ类", null],
    ["A级", "B级", null],
    // Denied, yes and no.
    ["合格", "不合格", "not_attained"],
    ["建立", "未建立", "not_attained"],
    ["合格", "是", "attained"],
    ["合格", "否", "not_attained"],
    ["是", "否", "not_attained"],
    ["否", "否", "attained"],
    ["不超标", "否", null],
    // Grades: one below may be a part of the way.
    ["良好", "优秀", "attained"],
    ["优良", "优", "attained"],
    ["合格以上", "良好", "attained"],
    ["优秀", "良好", null],
    ["良好", "差", "not_attained"],
    ["满意", "非常满意", "attained"],
    ["非常满意", "满意", null],
    // Movements of the same thing.
    ["增加收入", "收入稳步增加", "attained"],
    ["增加收入", "收入减少", "not_attained"],
    ["增加收入", "就业增加", null],
    ["及时", "丰富", null],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(outcomeInWords(target, actual)).toBe(expected);
  });
});

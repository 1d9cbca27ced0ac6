import { describe, expect, it } from "vitest";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import type { Actual } from "../../../pipelines/transforms/expression.ts";
import { parseActual, parseTarget } from "../../../pipelines/transforms/parse.ts";
import { print } from "../../../pipelines/transforms/print.ts";

/** An expression as a line: its kind, its canonical text, and what its unit measures. */
function told(expression: Actual): string {
  const unit =
    "unit" in expression && expression.unit
      ? ` [${formatDecimal(expression.unit.factor * 1_000_000n, 0)} ${expression.unit.measure}]`
      : "";
  return `${expression.kind} ${print(expression)}${unit}`.trim();
}

describe("a target", () => {
  it.each([
    // Signs and units as the national system prints them.
    ["≥85.50(%)", "quantity ≥85.5(%) [10 %]"],
    ["=6.00(场次)", "quantity =6(场次) [1 场]"],
    ["≤73.20(万元)", "quantity ≤73.2(万元) [10000 元]"],
    ["≥2400.00(人次)", "quantity ≥2400(人次) [1 人次]"],
    ["=100.00(百分比)", "quantity =100(百分比) [10 %]"],
    ["≥3.00(班组)", "quantity ≥3(班组) [1 班组]"],
    ["＞５（家）", "quantity >5(家) [1 家]"],
    [">=1,850户", "quantity ≥1850(户) [1 户]"],
    ["﹦40820元", "quantity =40820(元) [1 元]"],
    ["≥80百分比", "quantity ≥80(百分比) [10 %]"],
    ["≤0.5‰", "quantity ≤0.5(‰) [1 %]"],
    // A line break that survived.
    ["≥96.00(百 分比)", "quantity ≥96(百分比) [10 %]"],
    ["≥ 12 次", "quantity ≥12(次) [1 次]"],
    // Words for signs.
    ["不低于85%", "quantity ≥85(%) [10 %]"],
    ["不少于320篇", "quantity ≥320(篇) [1 篇]"],
    ["不超过45万元", "quantity ≤45(万元) [10000 元]"],
    ["大于7个", "quantity >7(个) [1 个]"],
    ["超过7个", "quantity >7(个) [1 个]"],
    ["多于7个", "quantity >7(个) [1 个]"],
    ["不足7个", "quantity <7(个) [1 个]"],
    ["低于7%", "quantity <7(%) [10 %]"],
    ["不高于7%", "quantity ≤7(%) [10 %]"],
    ["未超过7%", "quantity ≤7(%) [10 %]"],
    ["大于等于7%", "quantity ≥7(%) [10 %]"],
    ["小于等于7%", "quantity ≤7(%) [10 %]"],
    ["等于7%", "quantity =7(%) [10 %]"],
    ["7%以下", "quantity ≤7(%) [10 %]"],
    ["7个及以上", "quantity ≥7(个) [1 个]"],
    ["约7个", "quantity ≈7(个) [1 个]"],
    ["达到92%以上", "quantity ≥92(%) [10 %]"],
    ["达到92%", "quantity ≥92(%) [10 %]"],
    ["至少3次", "quantity ≥3(次) [1 次]"],
    ["控制在18万元以内", "quantity ≤18(万元) [10000 元]"],
    ["5个工作日内", "quantity ≤5(个工作日) [1 工作日]"],
    ["60人左右", "quantity ≈60(人) [1 人]"],
    ["近60人", "quantity ≈60(人) [1 人]"],
    ["逾60人", "quantity >60(人) [1 人]"],
    ["原则上不超过40天", "quantity ≤40(天) [1440 分钟]"],
    ["4天内办结", "quantity ≤4(天) [1440 分钟]"],
    ["1500余人", "quantity >1500(人) [1 人]"],
    ["群众满意度≥88%", "quantity ≥88(%) [10 %]"],
    ["100%达标", "quantity 100(%) [10 %]"],
    ["-2.5%", "quantity -2.5(%) [10 %]"],
    ["17", "quantity 17"],
    // Money, areas, times.
    ["1.35亿元", "quantity 1.35(亿元) [100000000 元]"],
    ["整治河道2.4万平方米", "quantity 2.4(万平方米) [10000 平方米]"],
    ["造林3公顷", "quantity 3(公顷) [15 亩]"],
    ["≤48小时", "quantity ≤48(小时) [60 分钟]"],
    ["≤20日", "quantity ≤20(日) [1440 分钟]"],
    ["9个月", "quantity 9(个月) [1 月]"],
    ["PM2.5≤40微克/立方米", "quantity ≤40(微克/立方米) [1 微克/毫升]"],
    ["≤65分贝", "quantity ≤65(分贝) [1 分贝]"],
    ["2万余人", "quantity >2(万人) [10000 人]"],
    ["5个村", "quantity 5(个) [1 个]"],
    ["一年两次", "quantity 2(次) [1 次]"],
    // Two names for what is counted, Latin units in either case, a number with a space beside its point.
    ["40台（套）", "quantity 40(台(套)) [1 台]"],
    ["不少于300人(次)", "quantity ≥300(人(次)) [1 人次]"],
    ["≥2场（次）", "quantity ≥2(场(次)) [1 场]"],
    ["≤36h", "quantity ≤36(h) [60 分钟]"],
    ["12KM", "quantity 12(KM) [1000000 毫米]"],
    ["2.5km²", "quantity 2.5(km²) [1000000 平方米]"],
    ["300kw", "quantity 300(kw) [1 千瓦]"],
    ["85. 00%", "quantity 85(%) [10 %]"],
    ["≥85%（含）", "quantity ≥85(%) [10 %]"],
    ["85%（含）以上", "quantity ≥85(%) [10 %]"],
    ["≤5万元/站", "quantity ≤5(万元/站) [10000 元/站]"],
    // So much for each.
    ["半年一次", "quantity 1(次/半年) [2 次/年]"],
    ["一季度一次", "quantity 1(次/季度) [4 次/年]"],
    ["1000元/月/人", "quantity 1000(元/月/人) [12 元/人/年]"],
    ["每季度2次", "quantity 2(次/季度) [4 次/年]"],
    ["每月不少于1次", "quantity ≥1(次/月) [12 次/年]"],
    ["3次/年", "quantity 3(次/年) [1 次/年]"],
    ["≥610元/人·月", "quantity ≥610(元/人·月) [12 元/人/年]"],
    ["每人每月610元", "quantity 610(元/人/月) [12 元/人/年]"],
    // Ranges and ratios.
    ["85-90%", "range 85~90(%) [10 %]"],
    ["≥85%且≤90%", "range 85~90(%) [10 %]"],
    ["85%≤X≤90%", "range 85~90(%) [10 %]"],
    ["[85,90]", "range 85~90"],
    ["≥3次;≤20万元", "several ≥3(次);≤20(万元)"],
    ["≥85;≤90", "several ≥85;≤90"],
    ["85%～90%", "range 85~90(%) [10 %]"],
    ["2至3次", "range 2~3(次) [1 次]"],
    ["不低于85%且不高于90%", "range 85~90(%) [10 %]"],
    ["≥3个且≤5个", "range 3~5(个) [1 个]"],
    ["大于85%小于90%", "range (85,90)(%) [10 %]"],
    ["大于等于85%，小于90%", "range [85,90)(%) [10 %]"],
    ["(85,90]", "range (85,90]"],
    ["[85%-90%)", "range [85,90)(%) [10 %]"],
    ["85%＜X≤90%", "range (85,90](%) [10 %]"],
    ["45±2", "range 43~47"],
    ["45%±2%", "range 43~47(%) [10 %]"],
    ["1：12", "ratio 1:12"],
    ["≥1:8", "ratio ≥1:8"],
    // Chinese numerals.
    ["不少于四次", "quantity ≥4(次) [1 次]"],
    ["十二个月", "quantity 12(个月) [1 月]"],
    ["两万一千元", "quantity 21000(元) [1 元]"],
    ["一百零五户", "quantity 105(户) [1 户]"],
    ["百分之八十五以上", "quantity ≥85(%) [10 %]"],
    ["九成", "quantity 90(%) [10 %]"],
    ["三成五", "quantity 35(%) [10 %]"],
    ["六成半以上", "quantity ≥65(%) [10 %]"],
    ["千分之三", "quantity 3(‰) [1 %]"],
    ["一半以上", "quantity ≥50(%) [10 %]"],
    ["廿五次", "quantity 25(次) [1 次]"],
    ["两个半月", "quantity 2.5(个月) [1 月]"],
    ["零起", "quantity 0(起) [1 起]"],
    // Dates and deadlines.
    ["2031年11月底前", "date 2031年11月30日前"],
    ["2031年2月末", "date 2031年2月28日"],
    ["2031年11月15日前完成", "date 2031年11月15日前"],
    ["2031-06-30", "date 2031年6月30日"],
    ["20311130", "date 2031年11月30日"],
    ["20310630前", "date 2031年6月30日前"],
    ["20311130元", "quantity 20311130(元) [1 元]"],
    ["20311330", "quantity 20311330"],
    ["二〇三一年六月", "date 2031年6月1日至2031年6月30日"],
    ["12月中旬", "date 12月11日至12月20日"],
    ["三季度末", "date 9月30日"],
    ["Q4", "date 10月1日至12月31日"],
    ["2031年Q2", "date 2031年4月1日至2031年6月30日"],
    ["2031-06", "date 2031年6月1日至2031年6月30日"],
    ["31年6月底", "unparsed 31年6月底"],
    ["26年6月底前", "date 2026年6月30日前"],
    ["第2季度", "date 4月1日至6月30日"],
    ["下半年", "date 7月1日至12月31日"],
    ["年底前", "date 12月31日前"],
    ["2031年3月至9月", "date 2031年3月1日至2031年9月30日"],
    ["6月8日至6月8日", "date 6月8日"],
    ["1-10月", "date 1月1日至10月31日"],
    ["不迟于10月8日", "date 10月8日前"],
    // Movements.
    ["较上年度增加", "trend 增加"],
    ["持续提升", "trend 增加"],
    ["与上年持平", "trend 持平"],
    ["较上年增长6%以上", "trend 增加≥6(%)"],
    ["同比下降3.5%", "trend 减少3.5(%)"],
    // Several in one cell.
    ["≥4场；≥260人次", "several ≥4(场);≥260(人次)"],
    ["≥4场≥260人次", "several ≥4(场);≥260(人次)"],
    ["①桃树6亩②梨树8亩", "several 6(亩);8(亩)"],
    ["1.培训3期,2.按时结业", "several 3(期);按时结业"],
    // Words.
    ["及时", "words 及时"],
    ["未超项目预 算", "words 未超项目预算"],
    ["内容完整、格式规范", "words 内容完整、格式规范"],
    ["一流", "words 一流"],
    ["≥优秀", "words 优秀以上"],
    ["0投诉", "words 零投诉"],
    // About so many, more than half of it: no number is said.
    ["近万人", "words 近万人"],
    ["十余次", "words 十余次"],
    ["过半", "words 过半"],
    ["一次性验收通过", "words 一次性验收通过"],
    ["三公经费只减不增", "words 三公经费只减不增"],
    // Nothing.
    ["", "empty"],
    ["—", "empty"],
    ["/", "empty"],
  ])("%s is read as %s", (text, expected) => {
    expect(told(parseTarget(text))).toBe(expected);
  });

  it.each([
    ["a number in two pieces", "12 50"],
    ["a comma in the wrong place", "12,34人"],
    ["an ordinal", "第4期"],
    ["a negated bound", "无2起以上投诉"],
    ["a date in the middle", "2031年5月前完成3个"],
    ["a year of five digits", "20311年"],
    ["a year of two digits", "31年12月"],
    ["a month that there is not", "13月"],
    ["a day that there is not", "2月30日"],
    ["a time that ends before it begins", "9月至3月"],
    ["a month or a number with two decimals", "2031.11"],
    ["signs that contradict each other", "不少于30天以内"],
    ["a range upside down", "9-3次"],
    ["half a unit", "12班组"],
    ["a name with a number in it", "H1N1≤40"],
    ["a clock that a time must come before", "10日前完成"],
    ["years", "2029-2031"],
    ["a number of a hotline", "12345热线办结率≥95%"],
    ["a day of each month", "每月10日前"],
    ["a share of others", "每100人2名"],
    ["an amount for each without its unit", "每亩260"],
    ["a plus or minus", "±5%"],
    ["more digits than can be kept", "9999999999999999999元"],
    ["more decimals than can be kept", "0.12345678%"],
  ])("that the grammar does not know stays text: %s", (_what, text) => {
    expect(parseTarget(text)).toMatchObject({ kind: "unparsed", text });
  });
});

describe("an actual", () => {
  it.each([
    ["达成指标", "verdict 达成指标"],
    ["达成预期指标", "verdict 达成指标"],
    ["已完成", "verdict 达成指标"],
    ["圆满完成年度目标任务。", "verdict 达成指标"],
    ["基本完成", "words 基本完成"],
    ["部分达成指标并具有一定效果", "verdict 部分达成指标并具有一定效果"],
    ["大部分完成", "verdict 部分达成指标并具有一定效果"],
    ["未达成指标且效果 较差", "verdict 未达成指标且效果较差"],
    ["未按时完成", "verdict 未达成指标且效果较差"],
    ["尚未实现", "verdict 未达成指标且效果较差"],
    ["完成96%", "quantity 96(%) [10 %]"],
    ["完成率达到96%", "quantity 96(%) [10 %]"],
    ["实际完成52人", "quantity 52(人) [1 人]"],
    ["96%以上", "quantity ≥96(%) [10 %]"],
    ["=96%", "quantity =96(%) [10 %]"],
    ["已于2031年10月完成", "date 2031年10月1日至2031年10月31日"],
    ["有效提升", "trend 增加"],
    ["正在招标", "words 正在招标"],
    ["完成河道清淤", "words 完成河道清淤"],
    ["未建成", "words 未建成"],
    ["完成2.3.1", "unparsed 完成2.3.1"],
    ["", "empty"],
  ])("%s is read as %s", (text, expected) => {
    expect(told(parseActual(text))).toBe(expected);
  });
});

describe("a cell of 100 kB", () => {
  it.each([
    ["digits", "7"],
    ["digits and commas", "1,"],
    ["signs", "≥"],
    ["parentheses", "("],
    ["spaces", " \n"],
    ["numerals", "一"],
    ["for each", "每"],
    ["statements", "≥3次；"],
    ["words of a verdict", "全部完成"],
    ["dashes", "- "],
  ])("is read and left as it is: %s", (_what, piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(["unparsed", "words", "empty"]).toContain(parseTarget(long).kind);
    expect(["unparsed", "words", "empty"]).toContain(parseActual(long).kind);
  });
});

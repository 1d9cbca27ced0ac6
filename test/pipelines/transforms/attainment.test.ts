import { describe, expect, it } from "vitest";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import { attainmentOf, betterSide, type Circumstances } from "../../../pipelines/transforms/attainment.ts";
import { toDecimal } from "../../../pipelines/transforms/fraction.ts";
import { parseActual, parseTarget } from "../../../pipelines/transforms/parse.ts";

const OUTPUT: Circumstances = { better: "more", fiscalYear: 2031 };
const COST: Circumstances = { better: "less", fiscalYear: 2031 };
const TIME: Circumstances = { better: null, fiscalYear: 2031 };

/** Attained, attainment, and the reason where one is not said, as one line: `false 0.925`, `null null units_differ`. */
function compared(target: string, actual: string, circumstances: Circumstances): string {
  const { attained, attainment, reason } = attainmentOf(
    parseTarget(target),
    parseActual(actual),
    circumstances,
  );
  const ratio = attainment && formatDecimal(toDecimal(attainment), 0);
  return `${attained} ${ratio}${reason ? ` ${reason}` : ""}`;
}

describe("numbers", () => {
  it.each([
    ["≥120.00(人)", "150.00(人)", "true 1.25"],
    ["≥120.00(人)", "120.00(人)", "true 1"],
    ["≥120.00(人)", "90.00(人)", "false 0.75"],
    ["≥3(场)", "2(场)", "false 0.666667"],
    ["≥80%", "0%", "false 0"],
    ["=52.00(人)", "39.00(人)", "false 0.75"],
    ["=52.00(人)", "65.00(人)", "true 1.25"],
    ["≤60(万元)", "48(万元)", "true 1.25"],
    ["≤60(万元)", "75(万元)", "false 0.8"],
    ["≤60(万元)", "0", "true null no_ratio"],
    ["＞10次", "10次", "false 1"],
    ["＞10次", "11次", "true 1.1"],
    ["<10起", "10起", "false 1"],
    ["85-90%", "87%", "true 1"],
    ["85-90%", "68%", "false 0.8"],
    ["85-90%", "100%", "false 0.9"],
    ["0起", "0起", "true 1"],
    ["≤0起", "2起", "false 0"],
    ["≥-2%", "-1%", "true null no_ratio"],
    ["≥2%", "-1%", "false -0.5"],
    // A target of nothing is a ceiling without saying so.
    ["0起", "2起", "false 0"],
    ["=0", "0", "true 1"],
    ["0起", "未发生", "true 1"],
    ["零事故", "0起", "true 1"],
    ["零事故", "1起", "false 0"],
    ["安全", "1起", "null null answers_otherwise"],
    ["全覆盖", "100%", "true 1"],
    ["全覆盖", "96%", "false 0.96"],
    ["全覆盖", "96户", "null null answers_otherwise"],
    ["≥5%", "增长6%", "true 1.2"],
    ["≥5%", "下降6%", "null null answers_otherwise"],
    ["≤5%", "增长4%", "null null answers_otherwise"],
    // A level is not reached by growing.
    ["≥85%", "较上年提高5%", "null null answers_otherwise"],
    ["大于85%小于90%", "90%", "false 1"],
    ["大于85%小于90%", "87%", "true 1"],
    ["(85,90]", "90", "true 1"],
    ["40台（套）", "38台", "false 0.95"],
    ["≥300人(次)", "330人次", "true 1.1"],
    ["≥90%且≤100%", "95%", "true 1"],
    ["1:10", "1:10", "true 1"],
    ["1:10", "1:8", "null null direction_unclear"],
    ["≥1:10", "1:8", "true 1.25"],
    ["50人左右", "50人", "true 1"],
    ["50人左右", "48人", "null 0.96 target_approximate"],
    ["≥1(元)", "999999999999999999(亿元)", "true 99999999999999999900000000"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, OUTPUT)).toBe(expected);
  });
});

describe("units", () => {
  it.each([
    ["≤85万元", "849200元", "true 1.000942"],
    ["≥2.5亿元", "20000万元", "false 0.8"],
    ["≤30天", "24日", "true 1.25"],
    ["≤1天", "20小时", "true 1.2"],
    ["≥95%", "95百分比", "true 1"],
    ["≥40个", "50", "true 1.25"],
    ["≥40", "50个", "true 1.25"],
    ["≥40个", "50家", "true 1.25"],
    ["=30个", "30人", "true 1"],
    ["≥6亩", "0.4公顷", "true 1"],
    ["≤85万元", "84万", "true 1.011905"],
    ["每季度1次", "每月1次", "true 3"],
    ["≥600元/人·月", "7200元/人/年", "true 1"],
    ["600元/月/人", "600元/人/月", "true 1"],
    ["20万", "20万元", "true 1"],
    // What is left out is the target's, where it can be nothing else.
    ["≥600元/人·月", "620元", "true 1.033333"],
    ["≥600元/人·月", "62000元", "null null units_differ"],
    ["每年4次", "5次", "true 1.25"],
    ["每季度1次", "4次", "null null units_differ"],
    ["=500000元", "50", "null null units_differ"],
    ["=500000元", "480000", "false 0.96"],
    ["≥5万人次", "50000", "null null units_differ"],
    ["≥50万", "500000", "null null units_differ"],
    ["≥5万人次", "4.5", "false 0.9"],
    ["≥5个", "5000", "true 1000"],
    // Persons and person-times count different things; so many persons were there at least so many times.
    ["≥300人", "360人次", "null null units_differ"],
    ["≥300人次", "360人", "true null actual_is_bound"],
    ["≥300人次", "240人", "null null actual_is_bound"],
    ["≤10天", "8个工作日", "null null units_differ"],
    ["≥4场", "4期", "null null units_differ"],
    ["≥4次", "4次/季度", "null null units_differ"],
    ["≥95%", "0.96", "null null percent_or_share"],
    ["=100%", "1", "null null percent_or_share"],
    ["=1", "100%", "null null percent_or_share"],
    ["≥95%", "0", "false 0"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, OUTPUT)).toBe(expected);
  });
});

describe("a target without a sign", () => {
  it.each([
    ["costs must not exceed it", "26万元", "20.8万元", COST, "true 1.25"],
    ["costs above it", "=26万元", "32.5万元", COST, "false 0.8"],
    ["outputs must reach it", "26户", "20.8户", OUTPUT, "false 0.8"],
    ["a time may be a term or a service", "20天", "16天", TIME, "null null direction_unclear"],
    ["a share done in time is to be reached", "90%", "100%", TIME, "true 1.111111"],
    ["a small share may be of what came late", "5%", "3%", TIME, "null null direction_unclear"],
    ["a term of working days is to be kept", "5个工作日", "4个工作日", TIME, "true 1.25"],
    ["a time that is kept to the day", "20天", "20天", TIME, "true 1"],
    ["a time with a sign", "≤20天", "16天", TIME, "true 1.25"],
  ])("%s", (_what, target, actual, circumstances, expected) => {
    expect(compared(target, actual, circumstances)).toBe(expected);
  });

  it("has its better side by its headings", () => {
    expect(betterSide("成本指标", "经济成本指标")).toBe("less");
    expect(betterSide("产出指标", "成本指标")).toBe("less");
    expect(betterSide("产出指标", "时效指标")).toBeNull();
    expect(betterSide("满意度指标", "服务对象满意度指标")).toBe("more");
    expect(betterSide(null, null)).toBe("more");
  });
});

describe("an actual that is a bound", () => {
  it.each([
    ["≥90%", "95%以上", "true null actual_is_bound"],
    ["≥90%", "85%以上", "null null actual_is_bound"],
    ["＞90%", "90%以上", "null null actual_is_bound"],
    ["≥1200人", "1200余人", "true null actual_is_bound"],
    ["≤30天", "20天以内", "true null actual_is_bound"],
    ["≤30天", "30天以内", "true null actual_is_bound"],
    ["≥90%", "90%以上", "true null actual_is_bound"],
    ["＜30天", "30天以内", "null null actual_is_bound"],
    ["＞30天", "超过30天", "true null actual_is_bound"],
    ["≤30天", "20天以上", "null null actual_is_bound"],
    ["≥90%", "80%以下", "false null actual_is_bound"],
    ["≤30天", "40天以上", "false null actual_is_bound"],
    ["≥90%", "90-95%", "null null actual_is_bound"],
    ["≥90%", "达到95%", "true 1.055556"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, OUTPUT)).toBe(expected);
  });
});

describe("dates", () => {
  it.each([
    ["2031年11月底前", "2031年11月30日", "true 1"],
    ["2031年11月底前", "2031年11月", "true 1"],
    ["2031年11月底前", "2031年12月2日完成", "false null no_ratio"],
    ["2031年11月底前", "2032年3月", "false null no_ratio"],
    ["2031年11月前", "2031年10月31日", "true 1"],
    // 11月前: before November begins, or ends? Both days of it are not said.
    ["2031年11月前", "2031年11月5日", "null null dates_overlap"],
    ["2031年6月15日前", "2031年6月", "null null dates_overlap"],
    ["2031年6月", "2031年6月", "true 1"],
    ["年底前", "2031年12月20日", "true 1"],
    ["年底前", "2032年1月5日", "false null no_ratio"],
    ["11月底前", "11月底前完成", "true 1"],
    ["11月底前", "12月前", "null null dates_overlap"],
    ["2031年11月底前", "100%", "null null answers_otherwise"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, TIME)).toBe(expected);
  });

  it("without a year of the form compare only among themselves", () => {
    const undated: Circumstances = { better: null, fiscalYear: null };
    expect(compared("年底前", "2031年12月20日", undated)).toBe("null null dates_overlap");
    expect(compared("年底前", "12月20日", undated)).toBe("true 1");
  });
});

describe("movements", () => {
  it.each([
    ["较上年增长5%", "增长6%", "true 1.2"],
    ["提升10%以上", "8%", "false 0.8"],
    ["下降5%", "上升2%", "false 0"],
    ["较上年增长5%", "较上年增长", "null null answers_otherwise"],
    ["较上年增加", "6%", "null null answers_otherwise"],
    ["较上年增加", "持平", "false 0"],
    ["≥5%", "有所增长", "null null answers_otherwise"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, OUTPUT)).toBe(expected);
  });
});

describe("several values", () => {
  it.each([
    ["≥4场；≥200人次", "5场；250人次", "true 1.25"],
    ["≥4场；≥200人次", "5场；150人次", "false 0.75"],
    ["≥4场；≥200人次", "5场", "null null several_values"],
    ["≥4场；≥200人次", "250人次；5场", "null null several_values"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, OUTPUT)).toBe(expected);
  });
});

describe("what cannot be compared", () => {
  it.each([
    ["", "12个", "null null no_target"],
    ["≥12个", "—", "null null no_actual"],
    ["第4期", "4期", "null null target_unparsed"],
    ["≥4期", "第4期", "null null actual_unparsed"],
    ["12座", "正在招标", "null null answers_otherwise"],
    ["健全", "95%", "null null answers_otherwise"],
    ["健全", "较好", "null null answers_otherwise"],
    ["12座", "基本完成", "null null nearly_attained"],
    ["健全", "已基本达成预期指标。", "null null nearly_attained"],
    ["健全", "基本完成河道清淤", "null null answers_otherwise"],
  ])("%s, then %s: %s", (target, actual, expected) => {
    expect(compared(target, actual, OUTPUT)).toBe(expected);
  });
});

/**
 * Invented forms that satisfy every rule, as what they truly say: the measure for what is read of them once printed.
 */
import fc from "fast-check";
import {
  type Amounts,
  floorToHundredth,
  hundredths,
  type TrueForm,
  type TrueIndicator,
  wholeForm,
} from "../../../loaders/demo/true-form.ts";
import { type Decimal, decimal } from "../../../loaders/form/decimal.ts";

const PLACE = ["云溪市清河区", "云溪市临湖区", "东岭市南塘县", "东岭市北苑区", "白沙市西渡县"];
const OFFICE = ["文化和旅游局", "水务局", "城市管理局", "农业农村局", "卫生健康委员会", "教育局"];
const UNIT = [
  "公共图书馆",
  "河道管理所",
  "园林绿化服务中心",
  "种子技术推广站",
  "疾病预防控制中心",
  "青少年活动中心",
];
const PROJECT = [
  "河道保洁经费",
  "古树名木养护",
  "乡镇文化站免费开放补助",
  "基层医疗设备购置",
  "校园安全巡查服务",
  "农田灌溉渠维修",
  "数字档案加工",
  "节水宣传活动",
];

/** Names by group, each with the targets that go with it. */
const NAMES: Record<string, [string, string][]> = {
  "成本指标/经济成本指标": [
    ["项目总成本控制情况", "≤{n}.00(万元)"],
    ["单次巡查平均费用", "≤{n}.00(元)"],
    ["成本节约情况", "不超预算"],
  ],
  "产出指标/数量指标": [
    ["清理河道长度", "≥{n}.00(公里)"],
    ["开展巡查次数", "≥{n}.00(次)"],
    ["购置设备数量", "={n}.00(台)"],
    ["参与活动人数", "≥{n}00.00(人次)"],
    ["完成档案扫描页数", "≥{n}000.00(页)"],
  ],
  "产出指标/质量指标": [
    ["设备验收合格率", "=100.00(%)"],
    ["养护质量达标率", "≥95.00(%)"],
    ["活动形式丰富性", "丰富"],
    ["采购程序规范性", "规范"],
  ],
  "产出指标/时效指标": [
    ["维修工程完成及时性", "及时"],
    ["补助资金拨付及时率", "=100.00(%)"],
    ["巡查问题处置及时性", "及时"],
  ],
  "效益指标/经济效益指标": [
    ["带动周边农户增收情况", "有所增加"],
    ["节约灌溉用水费用", "≥{n}.00(万元)"],
  ],
  "效益指标/社会效益指标": [
    ["群众文化生活改善程度", "明显改善"],
    ["校园安全保障水平", "有效提升"],
    ["节水知识知晓率", "≥85.00(%)"],
  ],
  "效益指标/生态效益指标": [
    ["水体环境改善情况", "明显改善"],
    ["绿化覆盖水平", "保持稳定"],
  ],
  "效益指标/可持续影响指标": [
    ["长效管护机制健全性", "健全"],
    ["信息共享机制建设情况", "完成"],
  ],
  "满意度指标/服务对象满意度指标": [
    ["周边居民满意度", "≥90.00(%)"],
    ["参与群众满意度", "≥85.00(%)"],
    ["师生满意度", "≥95.00(%)"],
  ],
};
const REASONS = [
  "因汛期延长，部分河段施工推迟到下一年度",
  "设备供货延期，年底前未能完成验收",
  "受场馆改造影响，活动场次减少",
];
const GOALS = [
  "做好辖区河道日常保洁和巡查，及时处置发现的问题，保持水体清洁。",
  "完成设备购置和安装调试，提高基层服务能力，满足群众需求。",
  "组织开展形式多样的宣传活动，增强公众节约用水意识。",
];
const OUTCOMES = [
  "全年完成河道保洁任务，巡查发现的问题均已处置，水体保持清洁。",
  "设备已购置并投入使用，基层服务能力有所提高。",
  "宣传活动按计划完成，公众节水意识进一步增强。",
];

const amount = (most: number): fc.Arbitrary<Decimal> => fc.integer({ min: 0, max: most }).map(hundredths);

const indicator = (
  group: string,
): fc.Arbitrary<Omit<TrueIndicator, "weight" | "score" | "reason"> & { met: boolean }> =>
  fc
    .record({
      choice: fc.constantFrom(...NAMES[group]!),
      count: fc.integer({ min: 2, max: 98 }),
      met: fc.boolean().map((unlikely) => !unlikely),
      far: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ choice: [name, pattern], count, far }) => {
      const [level1, level2] = group.split("/") as [string, string];
      const met = far > 0;
      const target = pattern.replace("{n}", String(count));
      return { level1, level2, name, target, actual: actualOf(target, met), met };
    });

/** The actual in the target's shape; far from it where the target was missed. */
function actualOf(target: string, met: boolean): string {
  const match = /^[≥≤=](\d+)(\.00\(.+\))$/.exec(target);
  if (!match) return met ? "达成指标" : "未达成指标且效果较差";
  const value = Number(match[1]);
  const missed = target.startsWith("≤") ? value * 2 : Math.floor(value / 2);
  return `${met ? value : missed}${match[2]}`;
}

/** Whole weights that add up to 90. */
function weightsOf(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const weights = shares.map((share) => Math.max(1, Math.floor((share * 90) / all)));
  const rest = 90 - weights.reduce((sum, weight) => sum + weight, 0);
  const largest = weights.indexOf(Math.max(...weights));
  weights[largest] = weights[largest]! + rest;
  return weights;
}

const groups = fc
  .subarray(Object.keys(NAMES), { minLength: 3 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((group) =>
        fc.uniqueArray(indicator(group), { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
      ),
    ),
  )
  .map((lists) => lists.flat());

/** Any form whose figures satisfy all rules of the form. */
export const trueForm: fc.Arbitrary<TrueForm> = fc
  .record({
    year: fc.integer({ min: 2018, max: 2025 }),
    place: fc.constantFrom(...PLACE),
    office: fc.constantFrom(...OFFICE),
    unit: fc.constantFrom(...UNIT),
    project: fc.constantFrom(...PROJECT),
    initial: fc.tuple(amount(500_000), amount(9_000), amount(90_000)),
    adjusted: fc.tuple(
      amount(500_000).map((value) => value + decimal(1)),
      amount(9_000),
      amount(90_000),
    ),
    spent: fc.tuple(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 1000 }),
    ),
    goal: fc.integer({ min: 0, max: GOALS.length - 1 }),
    rows: groups,
    shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
    reason: fc.constantFrom(...REASONS),
  })
  .map(({ year, place, office, unit, project, initial, adjusted, spent, goal, rows, shares, reason }) => {
    const executed = adjusted.map((value, index) =>
      floorToHundredth((value * BigInt(spent[index]!)) / 1000n),
    );
    const weights = weightsOf(shares.slice(0, rows.length));
    const indicators = rows.map(({ met, ...row }, index) => {
      const weight = decimal(weights[index]!);
      return { ...row, weight, score: met ? weight : weight / 2n, reason: met ? "" : reason };
    });
    return wholeForm({
      year,
      project,
      department: place + office,
      unit: place + unit,
      sources: [0, 1, 2].map((index) => ({
        initial: initial[index]!,
        adjusted: adjusted[index]!,
        executed: executed[index]!,
      })) as [Amounts, Amounts, Amounts],
      expectedGoal: GOALS[goal]!,
      actualOutcome: OUTCOMES[goal]!,
      indicators,
    });
  });

/** The same form with its costs behind its outputs, or last of all, as some places set them. */
export function withCosts(form: TrueForm, place: "behind outputs" | "last"): TrueForm {
  const rank = ({ level1 }: TrueIndicator): number =>
    level1 === "产出指标" ? 0 : level1 === "成本指标" ? (place === "last" ? 3 : 1) : 2;
  return { ...form, indicators: form.indicators.toSorted((a, b) => rank(a) - rank(b)) };
}

/**
 * Units of measure: which names mean the same, and which convert into one another exactly.
 *
 * Persons and person-times are two measures (人 and 人次 count different things); so are working days and days. Counting
 * words compare only with themselves and with 个, which stands for any of them.
 */
import type { Unit } from "./expression.ts";

/** Measure → its names, each with how many of the smallest it is. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "%": { "%": 10, 百分比: 10, "‰": 1, 千分比: 1 },
  百分点: { 百分点: 1, 个百分点: 1 },
  元: { 元: 1, 元人民币: 1, 元整: 1 },
  分钟: {
    分钟: 1,
    小时: 60,
    个小时: 60,
    h: 60,
    H: 60,
    天: 1440,
    日: 1440,
    自然日: 1440,
    个自然日: 1440,
    日历天: 1440,
    周: 10080,
  },
  工作日: { 工作日: 1, 个工作日: 1 },
  月: { 月: 1, 个月: 1, 季度: 3, 个季度: 3, 季: 3, 半年: 6, 年: 12 },
  人: { 人: 1, 名: 1, 位: 1, 个人: 1 },
  人次: { 人次: 1, "人/次": 1, 人次数: 1 },
  场: { 场: 1, 场次: 1 },
  批: { 批: 1, 批次: 1 },
  毫米: {
    毫米: 1,
    mm: 1,
    厘米: 10,
    cm: 10,
    米: 1000,
    m: 1000,
    公里: 1_000_000,
    千米: 1_000_000,
    km: 1_000_000,
    KM: 1_000_000,
    Km: 1_000_000,
  },
  平方米: {
    平方米: 1,
    平米: 1,
    平方: 1,
    "㎡": 1,
    m2: 1,
    "m²": 1,
    M2: 1,
    平方公里: 1_000_000,
    平方千米: 1_000_000,
    km2: 1_000_000,
    "km²": 1_000_000,
  },
  亩: { 亩: 1, 公顷: 15 },
  毫升: { 毫升: 1, 升: 1000, L: 1000, 立方米: 1_000_000, 立方: 1_000_000, m3: 1_000_000, "m³": 1_000_000 },
  微克: {
    微克: 1,
    μg: 1,
    ug: 1,
    毫克: 1000,
    mg: 1000,
    克: 1_000_000,
    g: 1_000_000,
    斤: 500_000_000,
    公斤: 1_000_000_000,
    千克: 1_000_000_000,
    kg: 1_000_000_000,
    KG: 1_000_000_000,
    Kg: 1_000_000_000,
    吨: 1_000_000_000_000,
    t: 1_000_000_000_000,
  },
  分贝: { 分贝: 1, dB: 1, db: 1 },
  千瓦: { 千瓦: 1, kw: 1, kW: 1, KW: 1, 兆瓦: 1000, MW: 1000 },
  千瓦时: { 千瓦时: 1, kwh: 1, kWh: 1, KWH: 1 },
};

/** Counting words, each a measure of its own. */
const COUNTERS =
  "个 家 户 项 件 套 台 辆 部 份 篇 条 本 册 张 座 处 所 间 栋 幢 株 棵 头 只 匹 羽 尾 支 盏 箱 起 例 宗 村 镇 乡镇 街道 社区 门 款 枚 瓶 袋 桶 组 式".split(
    " ",
  );
/** Words that count occurrences or amounts of another sort; 个 does not stand for them. */
const OTHERS = "次 期 届 轮 亩次 户次 台次 例次 班次 课时 学时 节 车次 架次 人天 人日 床 床位 倍 分 字".split(
  " ",
);

const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  万亿: 1_000_000_000_000n,
  亿: 100_000_000n,
  千万: 10_000_000n,
  百万: 1_000_000n,
  十万: 100_000n,
  万: 10_000n,
  千: 1_000n,
  百: 100n,
};

/** Times that a frequency is said over, in parts of a year. */
const TIMES_A_YEAR: Readonly<Record<string, bigint>> = {
  年: 1n,
  年度: 1n,
  半年: 2n,
  季度: 4n,
  季: 4n,
  月: 12n,
};

const BY_NAME = new Map<string, { measure: string; factor: bigint }>();
for (const [measure, names] of Object.entries(MEASURES)) {
  for (const [name, factor] of Object.entries(names)) BY_NAME.set(name, { measure, factor: BigInt(factor) });
}
for (const name of [...COUNTERS, ...OTHERS]) BY_NAME.set(name, { measure: name, factor: 1n });

function alternatives(names: Iterable<string>): string {
  return [...names].sort((a, b) => b.length - a.length).join("|");
}

const NAMES = alternatives(BY_NAME.keys());
const DENOMINATORS = alternatives([...BY_NAME.keys(), ...Object.keys(TIMES_A_YEAR)]);
const MULTIPLIER = alternatives(Object.keys(MULTIPLIERS));
/** Money is also said over what only one form counts: 万元/站. */
const OWN_DENOMINATOR = "[\\p{Script=Han}]{1,4}?";
const EACH_PARTS = `(?:[/·*×](?:${DENOMINATORS}|${OWN_DENOMINATOR})){0,3}`;
/** A unit that stands in the open, as part of a regular expression: `万元`, `人次`, `元/人·月`. */
export const UNIT = `(?:(?:${MULTIPLIER})?(?:${NAMES})\\((?:${NAMES})\\)|(?:(?:${NAMES})|(?:${MULTIPLIER})(?:${NAMES}))${EACH_PARTS}|(?:${MULTIPLIER}))`;
/** What `每` can stand before, as part of a regular expression. */
export const EACH = DENOMINATORS;

const PARTS = new RegExp(`^(${MULTIPLIER})?(${NAMES})?(${EACH_PARTS})$`, "u");
const EITHER = new RegExp(`^((?:${MULTIPLIER})?)(${NAMES})\\((${NAMES})\\)$`);
/** A unit between parentheses that is not in the lists still is one, when it is a short word. */
const OWN_WORD = /^[\p{Script=Han}A-Za-z²³/·]{1,8}$/u;

/**
 * The unit of a text that is one as a whole.
 *
 * @param text in half-width; also a word of the form's own (`班组`) when `ownWord` says that a unit must stand there
 */
export function parseUnit(text: string, { ownWord = false } = {}): Unit | null {
  const whole = BY_NAME.get(text);
  if (whole) return { text, ...whole, multiplier: 1n };
  const either = parseEither(text);
  if (either) return either;
  const [, multiplierName = "", name = "", rest = ""] = PARTS.exec(text) ?? [];
  const multiplier = MULTIPLIERS[multiplierName] ?? 1n;
  const base = name === "" ? { measure: "", factor: 1n } : BY_NAME.get(name)!;
  if (multiplierName + name !== "" && (name !== "" || rest === "")) {
    const plain = { text, measure: base.measure, factor: base.factor * multiplier, multiplier };
    return rest
      .split(/[/·*×]/)
      .slice(1)
      .reduce(divided, plain);
  }
  return ownWord && OWN_WORD.test(text) ? { text, measure: text, factor: 1n, multiplier: 1n } : null;
}

/** `人(次)` is 人次, `台(套)` is 台: a name that goes on in brackets, or another one for the same things. */
function parseEither(text: string): Unit | null {
  const [, multiplier, name, other] = EITHER.exec(text) ?? [];
  if (name === undefined) return null;
  const joined = parseUnit(multiplier! + name + other);
  const unit = joined ?? parseUnit(multiplier! + name);
  return unit && { ...unit, text };
}

/** The unit over another: 元 each 人, 次 each 季度. What is said over a part of the year is brought to the year. */
export function perEach(unit: Unit, each: string): Unit {
  return { ...divided(unit, each), text: `${unit.text}/${each}` };
}

function divided(unit: Unit, each: string): Unit {
  const times = TIMES_A_YEAR[each];
  if (times !== undefined) return { ...unit, measure: over(unit.measure, "年"), factor: unit.factor * times };
  return { ...unit, measure: over(unit.measure, BY_NAME.get(each)?.measure ?? each) };
}

/** A measure over another; 元/人/年 and 元/年/人 are one. */
function over(measure: string, each: string): string {
  const [counted, ...eachOf] = measure.split("/");
  return [counted, ...[...eachOf, each].sort()].join("/");
}

/**
 * The unit to compare an actual's number in, given the units that the actual and the target print; null where neither
 * prints one.
 *
 * A number without a unit is in the target's. A bare 万 or 亿 multiplies the target's unit without its own multiplier
 * (30万 against 万元 is 30万元).
 */
export function comparableUnit(actual: Unit | null, target: Unit | null): Unit | null | "incomparable" {
  if (actual === null) return target;
  if (target === null || actual.measure === target.measure) return actual;
  if (actual.measure === "")
    return { ...target, text: actual.text, factor: (target.factor / target.multiplier) * actual.factor };
  // And the other way round: 30万元 against 30万.
  if (target.measure === "") return { ...actual, factor: actual.multiplier };
  return countsTheSame(actual.measure, target.measure) ? actual : "incomparable";
}

/** 个 stands for any counting word, and for persons. */
function countsTheSame(one: string, other: string): boolean {
  const named = one === "个" ? other : other === "个" ? one : null;
  return named !== null && (named === "人" || COUNTERS.includes(named));
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import { attainmentOf } from "../../../pipelines/transforms/attainment.ts";
import type { DateSpan, Day, Measure, Operator, Unit } from "../../../pipelines/transforms/expression.ts";
import { indicatorValue } from "../../../pipelines/transforms/indicator-value.ts";
import { chineseValue } from "../../../pipelines/transforms/numerals.ts";
import { parseActual, parseTarget } from "../../../pipelines/transforms/parse.ts";
import { print } from "../../../pipelines/transforms/print.ts";
import { parseUnit } from "../../../pipelines/transforms/units.ts";

const OPERATORS: Operator[] = ["≥", ">", "=", "≤", "<", "≈"];
const UNITS = [
  "%",
  "百分比",
  "元",
  "万元",
  "亿元",
  "次",
  "人",
  "人次",
  "天",
  "个工作日",
  "万平方米",
  "m2",
  "元/人/月",
  "班组",
  "次/季度",
];

const value = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const size = fc.bigInt({ min: 1n, max: 10n ** 12n });
const operator = fc.constantFrom(null, ...OPERATORS);
const unit = fc.constantFrom(...UNITS).map((text): Unit => parseUnit(text, { ownWord: true })!);

const quantity = fc.record({ kind: fc.constant("quantity" as const), operator, value, unit });
const bare = quantity.map((each) => ({ ...each, value: (each.value / 1_000_000n) * 1_000_000n, unit: null }));
const without = fc.constantFrom(undefined, "low" as const, "high" as const, "low+high" as const);
const range = fc
  .tuple(fc.uniqueArray(size, { minLength: 2, maxLength: 2 }), unit, without)
  .map(([ends, of, excluded]) => {
    const [low, high] = ends.toSorted((one, other) => (one < other ? -1 : 1)) as [bigint, bigint];
    return { kind: "range" as const, low, high, unit: of, ...(excluded && { without: excluded }) };
  });
const ratio = fc.record({ kind: fc.constant("ratio" as const), operator, left: size, right: size });
const date = fc
  .tuple(day(), day(), fc.option(fc.integer({ min: 1949, max: 2099 })), fc.boolean())
  .map(([one, other, year, before]): DateSpan => {
    const [from, to] =
      one.month < other.month || (one.month === other.month && one.day <= other.day)
        ? [one, other]
        : [other, one];
    return { kind: "date", from: { ...from, year }, to: { ...to, year }, before };
  });
const trend = fc.record({
  kind: fc.constant("trend" as const),
  direction: fc.constantFrom("up" as const, "down" as const),
  amount: fc.option(fc.oneof(quantity, range)),
});
const measure: fc.Arbitrary<Measure> = fc.oneof(quantity, bare, range, ratio, date, trend);
/** One of the statements holds a number: words alone are one statement, however many. */
const several = fc
  .tuple(quantity, fc.array(measure, { minLength: 1, maxLength: 3 }))
  .map(([first, others]) => ({ kind: "several" as const, parts: [first, ...others] }));
const verdict = fc.record({
  kind: fc.constant("verdict" as const),
  outcome: fc.constantFrom("attained" as const, "partly_attained" as const, "not_attained" as const),
});

function day(): fc.Arbitrary<Day> {
  return fc.record({
    year: fc.constant(null),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
}

describe("printing, then reading", () => {
  it("is the identity for targets", () => {
    fc.assert(
      fc.property(fc.oneof(measure, several), (target) => {
        fc.pre(print(target).length <= 200);
        expect(parseTarget(print(target))).toEqual(target);
      }),
      { numRuns: 1000 },
    );
  });

  it("is the identity for verdicts", () => {
    fc.assert(
      fc.property(verdict, (actual) => {
        expect(parseActual(print(actual))).toEqual(actual);
      }),
    );
  });

  it("gives the same expression however the cell is written", () => {
    fc.assert(
      fc.property(measure, fc.boolean(), (target, wide) => {
        const text = wide ? fullWidth(print(target)) : print(target).replace(/(?<=\D)(?=\D)/g, " ");
        expect(parseTarget(text)).toEqual(target);
      }),
    );
  });
});

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
}

describe("a unit", () => {
  it.each([
    ["万元", "元", 10_000n],
    ["亿元", "万元", 10_000n],
    ["天", "小时", 24n],
    ["%", "‰", 10n],
    ["公里", "米", 1000n],
    ["次/季度", "次/年", 4n],
    ["个季度", "个月", 3n],
  ])("of %s is so many of %s, and the value scales with it", (large, small, times) => {
    fc.assert(
      fc.property(size, size, (goal, done) => {
        const circumstances = { better: "more", fiscalYear: null } as const;
        const of = (amount: bigint, name: string) => parseActual(`${formatDecimal(amount)}(${name})`);
        const target = parseTarget(`≥${formatDecimal(goal)}(${large})`);
        expect(attainmentOf(target, of(done * times, small), circumstances)).toMatchObject({
          attained: done >= goal,
          attainment: { numerator: expect.any(BigInt), denominator: expect.any(BigInt) },
        });
        const inSmall = attainmentOf(target, of(done * times, small), circumstances).attainment!;
        const inLarge = attainmentOf(target, of(done, large), circumstances).attainment!;
        expect(inSmall.numerator * inLarge.denominator).toBe(inLarge.numerator * inSmall.denominator);
      }),
    );
  });
});

describe("Chinese numerals", () => {
  it("are read as they are said", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        expect(chineseValue(inChinese(number))).toBe(BigInt(number) * 1_000_000n);
      }),
    );
  });

  it.each(["一百二", "三五", "一万二", "百", "万", "零零", "一百零十", "十百", ""])(
    "%s is not guessed at",
    (text) => {
      expect(chineseValue(text)).toBeNull();
    },
  );
});

/** A number in full: 零 for skipped places, 一十 within a number and 十 at its head. */
function inChinese(number: number): string {
  if (number >= 10_000) {
    const rest = number % 10_000;
    const below = rest === 0 ? "" : (rest < 1000 ? "零" : "") + inFull(rest);
    return `${inChinese(Math.floor(number / 10_000))}万${below}`;
  }
  return number === 0 ? "零" : inFull(number).replace(/^一十/, "十");
}

function inFull(number: number): string {
  const places = String(number).padStart(4, "0");
  const spoken = [...places].map((digit, at) =>
    digit === "0" ? "零" : "零一二三四五六七八九"[Number(digit)]! + ["千", "百", "十", ""][at]!,
  );
  return spoken
    .join("")
    .replace(/零+/g, "零")
    .replace(/^零|零$/g, "");
}

describe("nonsense", () => {
  const letters = fc.constantFrom(
    ..."0123456789.,-~:;()≥≤=<>%每第年月日季度底前以上内不低于超过达到完成部分未万亿元人次个①②一二十百零成 \n，；（）约余较增加减少",
  );
  const nonsense = fc.oneof(
    fc.array(letters, { maxLength: 30 }).map((each) => each.join("")),
    fc.string({ unit: "binary" }),
  );

  it("never throws, and gives scores within the weight", () => {
    const text = fc.option(nonsense);
    const points = fc.option(fc.bigInt({ min: 0n, max: 100_000_000n }));
    fc.assert(
      fc.property(text, text, text, text, points, points, (target, actual, level1, level2, weight, score) => {
        const indicator = { target, actual, level1, level2, weight, score, fiscalYear: 2031 };
        const judged = indicatorValue(indicator, { numerator: 13n, denominator: 10n });
        if (judged.ruleScore === null) return;
        expect(judged.ruleScore).toBeGreaterThanOrEqual(judged.ruleScoreLow!);
        expect(judged.ruleScore).toBeLessThanOrEqual(judged.ruleScoreHigh!);
        expect(judged.ruleScoreLow).toBeGreaterThanOrEqual(0n);
        expect(judged.ruleScoreHigh).toBeLessThanOrEqual(weight!);
      }),
      { numRuns: 3000 },
    );
  });

  it("is read the same twice, and keeps its words", () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        const target = parseTarget(text);
        if (target.kind === "words" || target.kind === "unparsed")
          expect(parseTarget(target.text)).toEqual(target);
      }),
      { numRuns: 2000 },
    );
  });
});

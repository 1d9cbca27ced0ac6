import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  amount,
  count,
  exact,
  fixed,
  money,
  percent,
  position,
  quotient,
  told,
  yearName,
} from "../../../src/components/format.ts";

describe("fixed", () => {
  test.each([
    ["1465.28", 2, "1,465.28"],
    ["0.005", 2, "0.01"],
    ["0.0049", 2, "0.00"],
    ["999.995", 2, "1,000.00"],
    ["1234567", 0, "1,234,567"],
    ["-2", 2, "−2.00"],
    ["-0.001", 2, "0.00"],
    ["1.005", 2, "1.01"],
    ["123456789012345678.125", 2, "123,456,789,012,345,678.13"],
  ])("writes %s with %d decimals as %s", (figure, places, text) => {
    expect(fixed(figure, places)).toBe(text);
  });

  test.each([null, undefined, "", "abc", "1e5", "1,000"])("writes a dash where %j is no figure", (figure) => {
    expect(fixed(figure, 2)).toBe("—");
  });

  test("is the figure to half of its last place", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (thousandths) => {
        const figure = `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, "0")}`;
        const hundredths = BigInt(money(figure).replaceAll(/[,.]/g, ""));
        const difference = hundredths * 10n - thousandths;
        expect(difference > -5n && difference <= 5n).toBe(true);
      }),
    );
  });
});

describe("amounts in sentences", () => {
  test.each([
    ["99999.99", "99,999.99", "万元"],
    ["100000", "10.00", "亿元"],
    ["123456.5", "12.35", "亿元"],
    ["-250000", "−25.00", "亿元"],
    [null, "—", "万元"],
  ])("%s is told as %s %s", (figure, value, unit) => {
    expect(told(figure)).toEqual({ value, unit });
  });

  test("do not break between number and unit", () => {
    expect(amount("3213.46")).toBe("3,213.46\u00a0万元");
    expect(quotient("437.16", "1838.38")).toBe("437.16 ÷ 1,838.38\u00a0万元");
  });
});

test("a printed figure keeps its decimals and has two at least", () => {
  expect(["9.9", "12.345000", "100", null].map(exact)).toEqual(["9.90", "12.345", "100.00", "—"]);
});

test("rates have their sign, and none where there is no rate", () => {
  expect(["72.195194", "0", "5302.314815", null].map(percent)).toEqual(["72.20%", "0.00%", "5,302.31%", "—"]);
});

test("counts, positions and years", () => {
  expect(count(12345)).toBe("12,345");
  expect(["1.5", null, "x"].map(position)).toEqual([1.5, 0, 0]);
  expect([2031, null].map(yearName)).toEqual(["2031年", "年度不详"]);
});

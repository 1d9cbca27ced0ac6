import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BarRow, placed } from "../../../src/components/chart-bars.ts";
import { spread } from "../../../src/components/label-spread.ts";
import { shorten, textWidth } from "../../../src/components/text-fit.ts";

describe("spread", () => {
  test("keeps every label clear of the next, in the order of their heights", () => {
    const heights = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(heights, (before) => {
        const after = spread(before, 20, 320);
        const order = before.map((_, i) => i).sort((a, b) => before[a]! - before[b]!);
        for (const [i, at] of order.slice(1).entries()) {
          expect(after[at]! - after[order[i]!]!).toBeGreaterThanOrEqual(20);
        }
        expect(Math.max(...after)).toBeLessThanOrEqual(320);
      }),
    );
  });

  test("moves nothing that is clear already", () => {
    expect(spread([10, 200, 100], 20, 320)).toEqual([10, 200, 100]);
  });
});

describe("bars", () => {
  const row = (values: number[]): BarRow => ({
    ...{ name: "甲", detail: "" },
    segments: values.map((value) => ({ value, colour: "red", solid: true })),
  });

  test("are laid end to end, less than nothing to the left", () => {
    const ends = placed([row([3, -2, 5]), row([1])]).map(({ row, x1, x2 }) => [row, x1, x2]);
    expect(ends).toEqual([
      [0, 0, 3],
      [0, 0, -2],
      [0, 3, 8],
      [1, 0, 1],
    ]);
  });
});

describe("shorten", () => {
  test("leaves what fits", () => {
    expect(shorten("活动经费", 56, 14)).toBe("活动经费");
  });

  test("keeps the beginning of what does not", () => {
    expect(shorten("活动经费", 55, 14)).toBe("活动…");
  });

  test("never takes more room than there is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 20, max: 400 }), (text, room) => {
        expect(textWidth(shorten(text, room, 14), 14)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

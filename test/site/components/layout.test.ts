import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BarRow, placed } from "../../../src/components/chart-bars.ts";
import { type Box, labelPlaces } from "../../../src/components/label-places.ts";
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

describe("names beside dots", () => {
  const area = { left: 40, right: 640, top: 20, bottom: 380 };
  const at = { x: fc.integer({ min: 40, max: 640 }), y: fc.integer({ min: 20, max: 380 }) };
  const dot = fc.record({ ...at, text: fc.constantFrom("活动经费", "人", "山区乡镇公共服务设施补助经费") });
  const meet = (a: Box, b: Box) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  test("lie on no dot, on no other name, on nothing that is taken, and within the chart", () => {
    const taken = [{ left: 40, right: 160, top: 20, bottom: 60 }];
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 60 }), (dots) => {
        const places = labelPlaces(dots, { area, dots, taken, radius: 5, size: 13 });
        const placed = places.filter((box) => box !== null);
        const marks = dots.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
        placed.forEach((box, i) => {
          const others = [...marks, ...taken, ...placed.slice(i + 1)];
          expect(others.filter((other) => meet(box, other))).toEqual([]);
          expect([box.left >= 40, box.right <= 640, box.top >= 20, box.bottom <= 380]).not.toContain(false);
        });
      }),
    );
  });

  test("stand right of a dot, and left of it where the chart ends", () => {
    const dots = [
      { x: 100, y: 100, text: "活动经费" },
      { x: 635, y: 100, text: "活动经费" },
    ];
    const [first, second] = labelPlaces(dots, { area, dots, radius: 5, size: 13 });
    expect(first!.left).toBeGreaterThan(105);
    expect(second!.right).toBeLessThan(630);
  });

  test("are left out where dots stand all around", () => {
    const crowd = [-50, -25, 0, 25, 50].flatMap((x) => [-24, -12, 0, 12, 24].map((y) => ({ x, y })));
    const dots = crowd.map(({ x, y }) => ({ x: 300 + x, y: 200 + y, text: "活动经费" }));
    const middle = dots.find(({ x, y }) => x === 300 && y === 200)!;
    expect(labelPlaces([middle], { area, dots, radius: 5, size: 13 })).toEqual([null]);
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

import fc from "fast-check";
import { expect, it } from "vitest";
import type { LevelRow } from "../../loaders/form/indicators/level-evidence.ts";
import { cutLevels } from "../../loaders/form/indicators/level-segments.ts";
import { LEVEL_GROUPS } from "../../loaders/form/vocabulary.ts";

const LABELS = LEVEL_GROUPS.flatMap(({ level1, level2 }) => [level1, level2]);
const WORDS = [
  "完成数量",
  "验收合格率",
  "拨付及时性",
  "项目总成本",
  "居民满意度",
  "带动增收",
  "长效机制健全性",
  "",
  "≥90%",
];

/** A label, whole or a scrap of it, as it may stand in a row. */
const scrap = fc
  .record({
    label: fc.constantFrom(...LABELS),
    from: fc.nat({ max: 2 }),
    length: fc.integer({ min: 1, max: 9 }),
    level: fc.constantFrom<1 | 2>(1, 2),
    within: fc.constantFrom(0, 0.5, 1),
  })
  .map(({ label, from, length, level, within }) => {
    const text = label.slice(from, from + length);
    return { text, asRead: text, level, line: 1, within };
  });

const rows: fc.Arbitrary<LevelRow[]> = fc.array(
  fc.record({
    height: fc.integer({ min: 1, max: 7 }),
    page: fc.constant(0),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 2 }),
    scraps: fc.array(scrap, { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 14 },
);

it("finds with bounds the cut, and the doubts about it, that it finds when it prices every run of rows", () => {
  const doubt = 1.6;
  const clear = (margin: number) => (margin < doubt ? margin : Number.POSITIVE_INFINITY);
  fc.assert(
    fc.property(rows, fc.nat({ max: 14 }), fc.boolean(), (made, pageEnd, seamed) => {
      const table = made.map((row, index) => ({ ...row, page: index < pageEnd ? 0 : 1 }));
      const bounded = cutLevels(table, seamed, doubt);
      const whole = cutLevels(table, seamed, Number.POSITIVE_INFINITY);
      expect(bounded.segments).toEqual(whole.segments);
      for (const level of ["level1", "level2"] as const)
        expect(bounded.margins.map((margin) => clear(margin[level]))).toEqual(
          whole.margins.map((margin) => clear(margin[level])),
        );
    }),
    { numRuns: 1_500, seed: 2024 },
  );
});

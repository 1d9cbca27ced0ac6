import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutGlued, isGlued } from "../../loaders/form/flow/glued-figures.ts";

describe("figures that ran together", () => {
  test.each([
    [
      "64.864.864.8100%",
      ["initialBudget", "adjustedBudget", "executed", "executionRate"],
      "64.8|64.8|64.8|100%",
    ],
    [
      "310.2154.741050%5",
      ["adjustedBudget", "executed", "weight", "executionRate", "score"],
      "310.2|154.74|10|50%|5",
    ],
  ] as const)("%s", (text, columns, expected) => {
    expect(isGlued(text)).toBe(true);
    const cut = cutGlued([text], columns);
    expect(cut?.figures.map((figure) => figure.text).join("|")).toBe(expected);
    expect(cut?.sure).toBe(true);
  });

  test("amounts without a rate are cut, but never surely", () => {
    expect(cutGlued(["9089.97489.974"], ["initialBudget", "adjustedBudget", "executed"])?.sure).toBe(false);
  });

  test("a single figure is none", () => {
    for (const text of ["90", "90.5", "100%", "99.83%", ""]) expect(isGlued(text)).toBe(false);
  });

  test("a cut that is sure is the right one", () => {
    const cents = fc.integer({ min: 100, max: 9_999_999 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), fc.boolean(), (budget, share, changed) => {
        const executed = Math.floor((budget * share) / 10_000);
        const initial = changed ? budget + 12_345 : budget;
        const rate = ((executed * 100) / budget).toFixed(2);
        const score = ((executed * 10) / budget).toFixed(2);
        const printed = [initial, budget, executed].map((amount) => (amount / 100).toFixed(2));
        const figures = [...printed, "10", `${rate}%`, score];
        const columns = [
          "initialBudget",
          "adjustedBudget",
          "executed",
          "weight",
          "executionRate",
          "score",
        ] as const;
        const cut = cutGlued([figures.join("")], columns);
        if (cut?.sure) expect(cut.figures.map((figure) => figure.text)).toEqual(figures);
      }),
      { numRuns: 150, seed: 2024 },
    );
  });
});

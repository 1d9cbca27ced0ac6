import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Chance, chanceOf } from "../../loaders/demo/chance.ts";
import { DAMAGES, type Damaged, type DamageName, isLost } from "../../loaders/demo/damage.ts";
import { printForm, textOfLines } from "../../loaders/demo/print-form.ts";
import type { TrueForm } from "../../loaders/demo/true-form.ts";
import { readDocument } from "../../loaders/document.ts";
import type { Form } from "../../loaders/form/types.ts";
import { type ComparedCell, comparedCells, silentErrors } from "./made/compare.ts";
import { trueForm, withCosts } from "./made/truth.ts";

const NAMES = Object.keys(DAMAGES) as DamageName[];

function read(lines: Damaged["lines"]): Form {
  return readDocument(new TextEncoder().encode(textOfLines(lines)), "2024/made.txt").forms[0]!;
}

/** The form printed as a page, its columns so wide as chance has it. */
function printed(truth: TrueForm, chance: Chance): Damaged {
  const widths = chance(2) === 0 ? [] : Array.from({ length: 8 }, () => 4 + chance(8));
  return { lines: printForm(truth, "middle", widths), lost: new Set() };
}

/** The cells of a damaged form whose characters all survived somewhere in the text. */
function survivingCells(truth: TrueForm, form: Damaged): ComparedCell[] {
  return comparedCells(read(form.lines), truth).filter((cell) => !isLost(cell.truth, form));
}

function asksForPerson({ reading }: ComparedCell): boolean {
  return reading?.flag !== undefined && reading.flag.status !== "repaired";
}

describe("a damaged form", () => {
  test.each(NAMES)("after %s alone holds no wrong cell without a flag", (name) => {
    const errors = fc.sample(trueForm, { numRuns: 60, seed: 11 }).flatMap((truth, index) => {
      const chance = chanceOf(index + 1);
      return silentErrors(survivingCells(truth, DAMAGES[name](printed(truth, chance), chance)));
    });
    expect(errors).toEqual([]);
  });

  test.each([21, 22, 23, 24, 28])(
    "after several damages holds no wrong cell without a flag (seed %i)",
    (seed) => {
      const errors = fc.sample(trueForm, { numRuns: 400, seed }).flatMap((truth, index) => {
        const chance = chanceOf(seed * 1000 + index);
        const many = 1 + chance(9);
        let form = printed(truth, chance);
        for (const name of NAMES) if (chance(NAMES.length) < many) form = DAMAGES[name](form, chance);
        return silentErrors(survivingCells(truth, form)).map((error) => `form ${index}, ${error}`);
      });
      expect(errors).toEqual([]);
    },
  );

  test.each(["behind outputs", "last"] as const)(
    "with its costs %s holds no wrong label without a flag either",
    (costs) => {
      const errors = fc.sample(trueForm, { numRuns: 400, seed: 22 }).flatMap((form, index) => {
        const truth = withCosts(form, costs);
        const chance = chanceOf(22_000 + index);
        const many = 1 + chance(9);
        let damaged = printed(truth, chance);
        for (const name of NAMES) if (chance(NAMES.length) < many) damaged = DAMAGES[name](damaged, chance);
        const wrong = silentErrors(survivingCells(truth, damaged)).filter((error) => error.includes("level"));
        return wrong.map((error) => `form ${index}, ${error}`);
      });
      expect(errors).toEqual([]);
    },
  );

  test("is doubted more, the more it is damaged", () => {
    const doubted = [0, 4, NAMES.length].map((many) => {
      const cells = fc.sample(trueForm, { numRuns: 60, seed: 3 }).flatMap((truth, index) => {
        const chance = chanceOf(index + 1);
        const form = NAMES.slice(0, many).reduce(
          (damaged, name) => DAMAGES[name](damaged, chance),
          printed(truth, chance),
        );
        return comparedCells(read(form.lines), truth);
      });
      return cells.filter(asksForPerson).length / cells.length;
    });
    expect(doubted[0]).toBeLessThan(0.01);
    expect(doubted[1]).toBeGreaterThan(doubted[0]!);
    expect(doubted[2]).toBeGreaterThan(doubted[1]!);
    expect(doubted[2]).toBeLessThan(0.3);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelPlace, printDocument } from "../../loaders/demo/print-form.ts";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import { comparedCells, differences, silentErrors } from "./made/compare.ts";
import { trueForm, withCosts } from "./made/truth.ts";

const read = (text: string, path = "2024/made.txt") => readDocument(new TextEncoder().encode(text), path);

describe("a form whose text is whole", () => {
  test.each<[LabelPlace, string]>([
    ["every", "on every row"],
    ["top", "in the first row that they cover"],
  ])("is read as printed, without one flag, with labels %s %s", (place) => {
    fc.assert(
      fc.property(trueForm, (truth) => {
        const { forms } = read(printDocument([truth], place));
        expect(forms).toHaveLength(1);
        expect(forms[0]!.indicators).toHaveLength(truth.indicators.length);
        expect(differences(comparedCells(forms[0]!, truth))).toEqual([]);
        expect(cellFlags(forms[0]!)).toEqual([]);
        expect([forms[0]!.weightsSumOk, forms[0]!.scoresSumOk]).toEqual([true, true]);
      }),
      { numRuns: 150, seed: 2024 },
    );
  });

  test.each<[LabelPlace, "behind outputs" | "last"]>([
    ["every", "behind outputs"],
    ["top", "behind outputs"],
    ["every", "last"],
    ["top", "last"],
  ])("is read as printed with labels %s and costs %s", (labels, costs) => {
    fc.assert(
      fc.property(trueForm, (form) => {
        const truth = withCosts(form, costs);
        const { forms } = read(printDocument([truth], labels));
        expect(differences(comparedCells(forms[0]!, truth))).toEqual([]);
        expect(cellFlags(forms[0]!)).toEqual([]);
      }),
      { numRuns: 80, seed: 2024 },
    );
  });

  test("has doubts about nothing but labels in the middle of their rows, and about few of them", () => {
    fc.assert(
      fc.property(fc.array(trueForm, { minLength: 20, maxLength: 20 }), (truths) => {
        const { forms } = read(printDocument(truths, "middle"));
        const cells = truths.flatMap((truth, index) => comparedCells(forms[index]!, truth));
        const flags = forms.flatMap((form) => cellFlags(form));
        expect(silentErrors(cells)).toEqual([]);
        expect(flags.filter((flag) => !flag.field.startsWith("level"))).toEqual([]);
        expect(flags.length / cells.length).toBeLessThan(0.01);
      }),
      { numRuns: 10, seed: 2024 },
    );
  });

  test("keeps its own errors: a total that its sources miss is passed on as printed", () => {
    fc.assert(
      fc.property(trueForm, (truth) => {
        const wrong = {
          ...truth,
          funding: truth.funding.map((row) =>
            row.source === "total" ? { ...row, initial: 0n, adjusted: 0n, executed: 0n, rate: 0n } : row,
          ),
          executionScore: 0n,
        };
        const { forms } = read(printDocument([wrong], "every"));
        expect(
          differences(comparedCells(forms[0]!, wrong)).filter((text) => !text.startsWith("total_score")),
        ).toEqual([]);
        expect(cellFlags(forms[0]!)).toEqual([]);
      }),
      { numRuns: 60, seed: 2024 },
    );
  });

  test("keeps its own errors: weights that miss their sum are passed on as printed, and the sum is said to fail", () => {
    fc.assert(
      fc.property(trueForm, fc.nat(), (truth, pick) => {
        const index = pick % truth.indicators.length;
        const indicators = truth.indicators.map((row, at) =>
          at === index ? { ...row, weight: row.weight + 3_000_000n } : row,
        );
        const { forms } = read(printDocument([{ ...truth, indicators }], "every"));
        expect(differences(comparedCells(forms[0]!, { ...truth, indicators }))).toEqual([]);
        expect(cellFlags(forms[0]!)).toEqual([]);
        expect(forms[0]!.weightsSumOk).toBe(false);
      }),
      { numRuns: 60, seed: 2024 },
    );
  });
});

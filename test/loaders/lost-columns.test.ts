/**
 * Forms whose text lost its columns: what is there is read, and where more than one reading is left, it says so.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelPlace, printDocument } from "../../loaders/demo/print-form.ts";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import { comparedCells, silentErrors } from "./made/compare.ts";
import { LOSSES, type Loss } from "./made/lose-columns.ts";
import { trueForm } from "./made/truth.ts";

const read = (text: string, path = "2024/made.txt") => readDocument(new TextEncoder().encode(text), path);

describe("a form whose text lost its columns", () => {
  test.each<[Loss, LabelPlace, number]>([
    ["raggedPipes", "top", 0.001],
    ["raggedPipes", "every", 0.001],
    ["pipedCellALine", "top", 0.002],
    ["cellAParagraph", "top", 0.015],
    ["rowALine", "top", 0.005],
    ["oneLine", "top", 0.02],
  ])("%s, labels %s: no cell wrong without a flag, and few flags", (loss, place, mostFlagged) => {
    let flagged = 0;
    let compared = 0;
    fc.assert(
      fc.property(fc.array(trueForm, { minLength: 1, maxLength: 3 }), (truths) => {
        const { forms } = read(LOSSES[loss](printDocument(truths, place)));
        expect(forms).toHaveLength(truths.length);
        truths.forEach((truth, index) => {
          const form = forms[index]!;
          expect(form.indicators).toHaveLength(truth.indicators.length);
          const cells = comparedCells(form, truth);
          expect(silentErrors(cells)).toEqual([]);
          flagged += cellFlags(form).filter((flag) => flag.status !== "repaired").length;
          compared += cells.length;
        });
      }),
      { numRuns: 12, seed: 2024, endOnFailure: true },
    );
    expect(flagged / compared).toBeLessThan(mostFlagged);
  });
});

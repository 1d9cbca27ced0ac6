/**
 * Forms whose text lost its columns: what is there is read, and where more than one reading is left, it says so.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelPlace, printDocument } from "../../loaders/demo/print-form.ts";
import { readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form, Reading } from "../../loaders/form/types.ts";
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

  test.each([
    "amounts-in-yuan-points-in-labels",
    "full-width-weight-before-target",
    "no-initial-budget-numbered-rows",
    "other-source-rating-beside-total",
    "sign-and-unit-in-columns",
    "rows-without-points",
    "whole-department",
  ])("%s: reads without its columns what it reads with them, or flags it", (name) => {
    const text = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), "utf8");
    const [whole] = read(text).forms;
    for (const [loss, lose] of Object.entries(LOSSES)) {
      const { forms } = read(lose(text));
      expect(forms, loss).toHaveLength(1);
      const [form] = forms;
      expect(form!.indicators, loss).toHaveLength(whole!.indicators.length);
      const differing = Object.entries(readingsOf(form!)).filter(
        ([place, { value, flag }]) =>
          value !== readingsOf(whole!)[place]?.value && (!flag || flag.status === "repaired"),
      );
      expect(differing, loss).toEqual([]);
    }
  });
});

describe("a form whose cells lost their first characters", () => {
  const whole = readFileSync(new URL("fixtures/whole-department.txt", import.meta.url), "utf8");
  const cut = whole.replace("管护面积", "护面积");
  const namesOf = (text: string): [string | null, string | undefined][] => {
    const [form] = read(LOSSES.cellAParagraph(text)).forms;
    return form!.indicators.map(({ name: { value, flag } }) => [value, flag?.status]);
  };

  test("doubts names that begin in the middle of a word, where brackets tell that beginnings are lost", () => {
    expect(namesOf(cut.replace("(2022年度)", "2022年度)").replace("(万元)", "万元)"))).toEqual([
      ["护面积", "truncated"],
      ["森林覆盖率", undefined],
      ["群众满意度", undefined],
    ]);
  });

  test("takes one bracket for a slip", () => {
    expect(namesOf(cut.replace("(2022年度)", "2022年度)"))[0]).toEqual(["护面积", undefined]);
  });
});

/** Every reading of a form by its place. */
function readingsOf(form: Form): Record<string, Reading<unknown>> {
  const readings: Record<string, Reading<unknown>> = {};
  const collect = (place: string, holder: object): void => {
    for (const [field, reading] of Object.entries(holder))
      if (reading && typeof reading === "object" && "asRead" in reading)
        readings[`${place}.${field}`] = reading;
  };
  collect("form", form);
  for (const row of form.funding) collect(row.source, row);
  for (const row of form.indicators) collect(`indicator ${row.seq}`, row);
  return readings;
}

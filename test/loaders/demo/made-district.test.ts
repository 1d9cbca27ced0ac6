import { describe, expect, test } from "vitest";
import { chanceFor } from "../../../loaders/demo/chance.ts";
import { damaged, isLost } from "../../../loaders/demo/damage.ts";
import { type LabelPlace, printDocument, textOfLines } from "../../../loaders/demo/print-form.ts";
import type { TrueForm } from "../../../loaders/demo/true-form.ts";
import { madeUnits } from "../../../loaders/demo/write-district.ts";
import { readDocument } from "../../../loaders/document.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import type { Form } from "../../../loaders/form/types.ts";
import { comparedCells, differences, silentErrors } from "../made/compare.ts";

const PLAN = { forms: 1000, years: [2029, 2030, 2031], seed: 11, planted: false };
const UNITS = [...madeUnits(PLAN)].map(({ unit }) => unit);
const FORMS = UNITS.flatMap(({ projects }) => projects.flat());

const read = (text: string): Form[] => readDocument(new TextEncoder().encode(text), "2030/made.txt").forms;
const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);

describe("a made district", () => {
  test("has as many forms as were asked for, of 5 to 70 indicators, 11 to 14 on average", () => {
    expect(FORMS).toHaveLength(PLAN.forms);
    const counts = FORMS.map(({ indicators }) => indicators.length);
    expect(Math.min(...counts)).toBe(5);
    expect(Math.max(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThanOrEqual(70);
    const average = counts.reduce((all, count) => all + count, 0) / counts.length;
    expect(average).toBeGreaterThan(11);
    expect(average).toBeLessThan(14);
  });

  test("has one form a unit, project and year, and follows most projects through all years", () => {
    const keys = FORMS.map(({ unit, project, year }) => `${unit} ${project} ${year}`);
    expect(new Set(keys).size).toBe(keys.length);
    const projects = UNITS.flatMap((unit) => unit.projects);
    const recurring = projects.filter((forms) => forms.length === PLAN.years.length);
    expect(recurring.length / projects.length).toBeGreaterThan(0.6);
  });

  test("has names of many lengths, and no two indicators of one name in a form", () => {
    const names = FORMS.flatMap(({ project, indicators }) => [
      project,
      ...indicators.map(({ name }) => name),
    ]);
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(30);
    for (const { indicators } of FORMS)
      expect(new Set(indicators.map(({ name }) => name)).size).toBe(indicators.length);
  });

  test("has forms that are right in themselves: sources, weights, scores", () => {
    for (const { funding, indicators, executionScore, totalScore } of FORMS) {
      const [total, ...sources] = funding;
      for (const column of ["initial", "adjusted", "executed"] as const)
        expect(sum(sources.map((row) => row[column]))).toBe(total![column]);
      expect(total!.executed <= total!.adjusted).toBe(true);
      expect(sum(indicators.map(({ weight }) => weight))).toBe(90_000_000n);
      expect(sum(indicators.map(({ score }) => score)) + executionScore).toBe(totalScore);
    }
  });

  test("is the same whatever is asked for beside it: a larger district begins with the smaller one", () => {
    const units = [...madeUnits({ ...PLAN, forms: 400 })].map(({ unit }) => unit).slice(0, -1);
    expect(units.length).toBeGreaterThan(5);
    expect(UNITS.slice(0, units.length)).toEqual(units);
  });
});

describe("the printed forms", () => {
  test.each<LabelPlace>(["every", "top"])(
    "are read as they are, without a flag, with labels on %s",
    (place) => {
      const forms = FORMS.filter((_, index) => index % 4 === 0);
      const made = read(printDocument(forms, place));
      expect(made).toHaveLength(forms.length);
      expect(
        made.flatMap((form, index) => differences(comparedCells(form, forms[index]!))).slice(0, 5),
      ).toEqual([]);
      expect(made.flatMap((form) => cellFlags(form)).slice(0, 5)).toEqual([]);
    },
  );

  test("hold no wrong value without a flag after they were damaged", () => {
    const damagedForms = FORMS.filter((_, index) => index % 3 === 1);
    expect(damagedForms.flatMap((truth) => errorsAfterDamage(truth))).toEqual([]);
  });

  // Districts in which a label or a name was once wrong without a flag.
  test.each([101, 221])("hold none in the district of seed %i either", (seed) => {
    const units = [...madeUnits({ ...PLAN, forms: 700, seed })].map(({ unit }) => unit);
    const forms = units.flatMap(({ projects }) => projects.flat());
    expect(forms.flatMap((truth) => [3, 4].flatMap((chance) => errorsAfterDamage(truth, chance)))).toEqual(
      [],
    );
  });
});

function errorsAfterDamage(truth: TrueForm, chance = 3): string[] {
  const form = damaged(truth, chanceFor(chance, truth.unit, truth.project, truth.year));
  const [made] = read(textOfLines(form.lines));
  const cells = comparedCells(made!, truth).filter((cell) => !isLost(cell.truth, form));
  return silentErrors(cells).map((error) => `${truth.unit} ${truth.project} ${truth.year}, ${error}`);
}

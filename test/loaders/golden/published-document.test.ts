import { describe, expect, test } from "vitest";
import { parseDecimal } from "../../../loaders/form/decimal.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import type { Form, FundingRow, Indicator, Reading } from "../../../loaders/form/types.ts";
import { DOCUMENT, golden, isVouchedFor, mistake, written } from "./golden.ts";

const FUNDING_FIELDS = {
  initial_budget: "initialBudget",
  adjusted_budget: "adjustedBudget",
  executed: "executed",
  weight: "weight",
  reported_execution_rate: "executionRate",
  reported_score: "score",
} as const satisfies Record<string, keyof FundingRow>;

const FORM_FIELDS = {
  project_name: "projectName",
  department: "department",
  implementing_unit: "implementingUnit",
  total_score: "totalScore",
  rating: "rating",
} as const satisfies Record<string, keyof Form>;

const INDICATOR_FIELDS = {
  level1: "level1",
  level2: "level2",
  name: "name",
  target: "target",
  actual: "actual",
  weight: "weight",
  score: "score",
  deviation_reason: "deviationReason",
} as const satisfies Record<string, keyof Indicator>;

const forms = DOCUMENT.forms;
const indicators = forms.flatMap((form) => form.indicators.map((row) => ({ form, row })));

/** All readings of a table beside their hand-made values. */
function cells(
  rows: Record<string, string>[],
  fields: Record<string, string>,
  recordOf: (row: Record<string, string>) => unknown,
): { place: string; reading: Reading<unknown>; expected: string }[] {
  return rows.flatMap((row) =>
    Object.entries(fields).map(([column, field]) => ({
      place: `form ${row.form} ${row.source ?? row.seq ?? ""} ${column}`,
      reading: (recordOf(row) as Record<string, Reading<unknown>>)[field]!,
      expected: row[column]!,
    })),
  );
}

const formCells = cells(golden("forms"), FORM_FIELDS, (row) => forms[Number(row.form) - 1]);
const fundingCells = cells(golden("funding"), FUNDING_FIELDS, (row) =>
  forms[Number(row.form) - 1]!.funding.find(({ source }) => source === row.source),
);
const indicatorCells = cells(
  golden("indicators"),
  INDICATOR_FIELDS,
  (row) => forms[Number(row.form) - 1]!.indicators[Number(row.seq) - 1],
);

describe("the published document, against readings made by hand", () => {
  test("holds its 16 forms, one after the other", () => {
    expect(forms.map((form) => form.ordinal)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(forms.map((form) => form.fiscalYear.value)).toEqual(forms.map(() => 2024));
    for (const [index, form] of forms.entries())
      expect(form.firstLine).toBeGreaterThan(forms[index - 1]?.lastLine ?? 0);
  });

  test("every amount, rate and score of the money is right, and none is in doubt", () => {
    expect(fundingCells).toHaveLength(16 * 4 * 6);
    expect(fundingCells.filter(({ reading }) => !isVouchedFor(reading))).toEqual([]);
    expect(
      fundingCells.map(({ place, reading, expected }) => mistake(place, reading, expected)).filter(Boolean),
    ).toEqual([]);
  });

  test("every project, office, total and rating is right, or asks for a person where it is cut off", () => {
    expect(
      formCells.map(({ place, reading, expected }) => mistake(place, reading, expected)).filter(Boolean),
    ).toEqual([]);
    expect(
      formCells
        .filter(({ reading }) => !isVouchedFor(reading))
        .map(({ place, reading }) => [place.trim(), reading.flag!.status]),
    ).toEqual([["form 7  project_name", "truncated"]]);
  });

  test("every indicator row is found once, in order, at its line", () => {
    expect(indicators.map(({ form, row }) => [form.ordinal, row.seq, row.line])).toEqual(
      golden("indicators").map(({ form, seq, line }) => [Number(form), Number(seq), Number(line)]),
    );
  });

  test("every weight and score is right, and none is in doubt", () => {
    const points = indicatorCells.filter(({ place }) => /(weight|score)$/.test(place));
    expect(points).toHaveLength(198 * 2);
    expect(
      points.filter(({ reading, expected }) => !isVouchedFor(reading) || written(reading) !== expected),
    ).toEqual([]);
  });

  test("no text is wrong unless it asks for a person", () => {
    expect(
      indicatorCells.map(({ place, reading, expected }) => mistake(place, reading, expected)).filter(Boolean),
    ).toEqual([]);
  });

  test("few texts of the tables ask for a person", () => {
    const doubtful = indicatorCells.filter(({ reading }) => !isVouchedFor(reading));
    expect(doubtful.length / indicatorCells.length).toBeLessThan(0.05);
  });

  test("the sums of the form hold in all 16, and the reader says so", () => {
    expect(forms.map(({ weightsSumOk, scoresSumOk }) => weightsSumOk && scoresSumOk)).toEqual(
      forms.map(() => true),
    );
    for (const form of forms) {
      const weights = form.indicators.reduce((sum, row) => sum + row.weight.value!, 0n);
      expect(weights, `form ${form.ordinal}`).toBe(parseDecimal("90"));
    }
  });

  test("a row read as noise is dropped, and said so", () => {
    const ghosts = forms.flatMap((form) => form.ghosts.map((ghost) => [form.ordinal, ghost.line]));
    expect(ghosts).toEqual([[5, 128]]);
    const flags = cellFlags(forms[4]!).filter((flag) => flag.status === "ghost");
    expect(flags.map((flag) => flag.line)).toEqual([128]);
  });

  test("prose that column lines cut is kept, and asks for a person", () => {
    const goals = forms.flatMap((form) => [form.expectedGoal, form.actualOutcome]);
    expect(goals.filter((goal) => isVouchedFor(goal))).toEqual([]);
    expect(forms[4]!.actualOutcome.value).toContain("编写出版《新时代非凡十年的嘉定答卷》");
  });
});

describe("known sums of the published document, in 万元", () => {
  const sum = (source: string, field: "initialBudget" | "adjustedBudget" | "executed", from = 1, to = 16) =>
    forms
      .filter((form) => form.ordinal >= from && form.ordinal <= to)
      .reduce((all, form) => all + form.funding.find((row) => row.source === source)![field].value!, 0n);

  test.each([
    ["total", "2228.02", "11557.21", "8343.75"],
    ["current_year_appropriation", "2223.70", "9718.83", "7906.59"],
    ["carry_over", "0.00", "0.00", "0.00"],
    ["other_funds", "4.32", "1838.38", "437.16"],
  ])("%s", (source, initial, adjusted, executed) => {
    expect(sum(source, "initialBudget")).toBe(parseDecimal(initial));
    expect(sum(source, "adjustedBudget")).toBe(parseDecimal(adjusted));
    expect(sum(source, "executed")).toBe(parseDecimal(executed));
  });

  test.each([
    [1, 7, "2228.02", "3102.67", "2816.91"],
    [8, 11, "0.00", "4416.75", "3943.14"],
    [12, 16, "0.00", "4037.79", "1583.70"],
  ])("forms %i to %i, one unit", (from, to, initial, adjusted, executed) => {
    expect(new Set(forms.slice(from - 1, to).map((form) => form.implementingUnit.value)).size).toBe(1);
    expect(sum("total", "initialBudget", from, to)).toBe(parseDecimal(initial));
    expect(sum("total", "adjustedBudget", from, to)).toBe(parseDecimal(adjusted));
    expect(sum("total", "executed", from, to)).toBe(parseDecimal(executed));
  });

  test("indicators of each form", () => {
    expect(forms.map((form) => form.indicators.length)).toEqual([
      6, 3, 7, 9, 66, 4, 3, 8, 25, 10, 17, 7, 7, 10, 5, 11,
    ]);
  });
});

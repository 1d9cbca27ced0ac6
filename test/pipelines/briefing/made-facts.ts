/**
 * Warehouses of random forms for briefings: amounts that are missing, nothing, negative or overspent; units without names;
 * texts with markup and formulas; one form or many, one year or three.
 */
import fc from "fast-check";
import type { Amounts, MadeForm } from "../warehouse.ts";

const AMOUNT = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 99_999_999 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -50_000, max: -1 }) },
);
const cents = (amount: number) => (amount / 100).toFixed(2);

/** 年初, 全年, 执行; mostly of a plausible kind. */
const AMOUNTS: fc.Arbitrary<Amounts> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(AMOUNT, AMOUNT, AMOUNT).map(([a, b, c]) => [cents(a), cents(b), cents(c)] as const),
  },
  { weight: 1, arbitrary: fc.constant([null, null, null] as const) },
  { weight: 1, arbitrary: AMOUNT.map((a) => [cents(a), null, cents(a)] as const) },
  { weight: 1, arbitrary: fc.constant(["0.00", "0.00", "0.00"] as const) },
);

/** What may stand where a project's name belongs. */
const PROJECT = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("活动经费", "培训经费", "宣传经费", "会议费") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("=cmd|' /C calc'!A0", "<w:p>&\u0001甲", "甲/乙:丙*?", "  ", "null"),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

const SCORE = fc.oneof(fc.integer({ min: 0, max: 10_000 }).map(cents), fc.constant<string | null>(null));

const FORM: fc.Arbitrary<MadeForm> = fc.record({
  year: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 2029, max: 2031 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  project: PROJECT,
  totalScore: SCORE,
  formType: fc.oneof(
    { weight: 9, arbitrary: fc.constant("project") },
    { weight: 1, arbitrary: fc.constant("overall") },
  ),
  funding: fc.record(
    { total: AMOUNTS, current_year_appropriation: AMOUNTS, other_funds: AMOUNTS, 银行贷款: AMOUNTS },
    { requiredKeys: [] },
  ),
  indicators: fc.array(fc.tuple(SCORE, SCORE), { maxLength: 4 }),
});

const UNITS = "子丑寅卯辰巳午未";

/** Forms of eight units under two departments and none; each unit is a case of its own, with one form or eight. */
export function randomForms(seed: number): MadeForm[] {
  const cases = fc.sample(fc.array(FORM, { minLength: 1, maxLength: 8 }), { numRuns: UNITS.length, seed });
  return cases.flatMap((forms, index) =>
    forms.map((form) => ({
      ...form,
      unit: `云溪市${UNITS[index]}站`,
      department: ["云溪市甲局", "云溪市乙局", null][index % 3]!,
    })),
  );
}

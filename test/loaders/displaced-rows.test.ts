/**
 * Rows of which a cell was lost, or that have one too many: what follows stands beside its heading.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printDocument } from "../../loaders/demo/print-form.ts";
import { readDocument } from "../../loaders/document.ts";
import type { Form } from "../../loaders/form/types.ts";
import { comparedCells, silentErrors } from "./made/compare.ts";
import { trueForm } from "./made/truth.ts";

const read = (text: string): Form => readDocument(new TextEncoder().encode(text), "2024/made.txt").forms[0]!;

/** The text with one row changed, its cells given and taken as a list. */
function withRow(text: string, line: number, change: (cells: string[]) => string[]): string {
  return text
    .split("\n")
    .map((row, index) => (index === line - 1 ? change(row.split("\t")).join("\t") : row))
    .join("\n");
}

const withEmptyCell =
  (at: number) =>
  (cells: string[]): string[] =>
    cells.toSpliced(at, 0, "");
const withoutCell =
  (at: number) =>
  (cells: string[]): string[] =>
    cells.toSpliced(at, 1);

describe("a row of indicators", () => {
  test.each<[string, (at: number) => (cells: string[]) => string[]]>([
    ["with an empty cell too many", withEmptyCell],
    ["without one of its cells", withoutCell],
  ])("%s holds no wrong value without a flag", (_, damage) => {
    fc.assert(
      fc.property(trueForm, fc.nat(), fc.nat(4), (truth, pick, at) => {
        const text = printDocument([truth], "every");
        const whole = read(text);
        const row = whole.indicators[pick % whole.indicators.length]!;
        const form = read(withRow(text, row.line, damage(at)));
        expect(form.indicators).toHaveLength(truth.indicators.length);
        expect(silentErrors(comparedCells(form, truth))).toEqual([]);
      }),
      { numRuns: 150, seed: 2024 },
    );
  });

  test("moved one column is read as if it had not moved, and says so", () => {
    fc.assert(
      fc.property(trueForm, fc.nat(), (truth, pick) => {
        const text = printDocument([truth], "every");
        const { indicators } = read(text);
        const at = pick % indicators.length;
        const moved = read(withRow(text, indicators[at]!.line, withEmptyCell(0))).indicators[at]!;
        for (const field of ["level1", "level2", "name", "target", "actual", "weight", "score"] as const)
          expect(moved[field].value, field).toBe(indicators[at]![field].value);
        expect(moved.name.flag?.status).toBe("repaired");
      }),
      { numRuns: 60, seed: 2024 },
    );
  });
});

describe("a row of money", () => {
  const moneyLine = (form: Form, source: string): number =>
    form.funding.find((row) => row.source === source)!.line;

  test.each([
    ["to the right", withEmptyCell(1)],
    ["to the left", (cells: string[]) => cells.toSpliced(1, 1)],
  ])("moved one column %s is moved back where sums and rate hold then, or flagged", (_, damage) => {
    fc.assert(
      fc.property(
        trueForm,
        fc.constantFrom("current_year_appropriation", "carry_over", "other_funds"),
        (truth, source) => {
          const text = printDocument([truth], "every");
          const form = read(withRow(text, moneyLine(read(text), source), damage));
          expect(silentErrors(comparedCells(form, truth))).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 2024 },
    );
  });
});

describe("a form's own errors", () => {
  test("stay as printed: a source whose figures break a sum, and would not mend it one column on", () => {
    const truth = fc
      .sample(trueForm, { numRuns: 20, seed: 7 })
      .find(({ funding }) => new Set(Object.values(funding[3]!)).size === Object.values(funding[3]!).length)!;
    const text = printDocument([truth], "every");
    const other = read(text).funding[3]!;
    const wrong = (cells: string[]): string[] =>
      cells.map((cell) => (cell === other.executed.asRead ? "0.77" : cell));
    const form = read(withRow(text, other.line, wrong));
    const row = form.funding.find(({ line }) => line === other.line)!;
    expect([row.executed.asRead, row.executed.flag]).toEqual(["0.77", undefined]);
    expect([row.adjustedBudget.value, row.adjustedBudget.flag]).toEqual([
      other.adjustedBudget.value,
      undefined,
    ]);
  });
});

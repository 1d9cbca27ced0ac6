/**
 * Formulas that gave no result: the cell is missing and says why, and no other cell is read otherwise for it.
 */
import type { CellObject } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { cellFlags } from "../../../loaders/form/flags.ts";
import type { Form, Reading } from "../../../loaders/form/types.ts";
import { copy, type Grid, MONEY, readForm, TABLE, TOTAL } from "./office/sheet-form.ts";

const REF: CellObject = { t: "e", v: 0x17, w: "#REF!" };
const NEVER_COMPUTED: CellObject = { t: "n", f: "1+1" };

/** Cells of the form: where they stand, and which reading they are. */
const CELLS: [field: string, row: number, column: number, reading: (form: Form) => Reading<unknown>][] = [
  ["project_name", 2, 2, (form) => form.projectName],
  ["implementing_unit", 3, 6, (form) => form.implementingUnit],
  ["total initial_budget", MONEY, 3, (form) => form.funding[0]!.initialBudget],
  ["total executed", MONEY, 5, (form) => form.funding[0]!.executed],
  ["total weight", MONEY, 6, (form) => form.funding[0]!.weight],
  ["total reported_score", MONEY, 8, (form) => form.funding[0]!.score],
  ["source initial_budget", MONEY + 1, 3, (form) => form.funding[1]!.initialBudget],
  ["expected_goal", 9, 1, (form) => form.expectedGoal],
  ["actual_outcome", 9, 5, (form) => form.actualOutcome],
  ["name", TABLE.from, 3, (form) => form.indicators[0]!.name],
  ["target", TABLE.from, 4, (form) => form.indicators[0]!.target],
  ["actual", TABLE.from + 1, 5, (form) => form.indicators[1]!.actual],
  ["weight", TABLE.from + 1, 6, (form) => form.indicators[1]!.weight],
  ["score", TABLE.from + 2, 7, (form) => form.indicators[2]!.score],
  ["reason", TABLE.from, 8, (form) => form.indicators[0]!.deviationReason],
  ["total_weight", TOTAL, 6, (form) => form.totalWeight],
  ["total_score", TOTAL, 7, (form) => form.totalScore],
];

const others = (form: Form, reading: Reading<unknown>): string[] => {
  const values: string[] = [];
  const walk = (part: unknown): void => {
    if (part === reading || typeof part !== "object" || part === null) return;
    if ("asRead" in part && "value" in part) values.push(String(part.value));
    else for (const own of Object.values(part)) walk(own);
  };
  walk(form);
  return values;
};

async function withCell(row: number, column: number, cell: CellObject): Promise<Form> {
  const grid: Grid = copy();
  grid[row]![column] = cell;
  return readForm(grid);
}

describe("a formula without a result", () => {
  test.each(CELLS)("as %s is missing, and changes nothing else", async (_, row, column, of) => {
    const clean = await readForm(copy());
    for (const [cell, why] of [
      [REF, "#REF!"],
      [NEVER_COMPUTED, "没有存"],
    ] as const) {
      const form = await withCell(row, column, cell);
      const reading = of(form);
      expect(reading).toMatchObject({ value: null, flag: { status: "missing" } });
      if (!/没有读到/.test(reading.flag!.reason)) expect(reading.flag!.reason).toContain(why);
      expect(others(form, reading)).toEqual(others(clean, of(clean)));
    }
  });

  test("is no flag where nothing of the form stands", async () => {
    expect(cellFlags(await readForm([...copy(), [], ["", "", "", "", REF]]))).toEqual([]);
  });
});

describe("a cell that nobody filled in", () => {
  test.each([
    ["a weight", TABLE.from + 1, 6, (form: Form) => form.indicators[1]!.weight],
    ["a score", TABLE.from + 1, 7, (form: Form) => form.indicators[1]!.score],
    ["the goal", 9, 1, (form: Form) => form.expectedGoal],
    ["the outcome", 9, 5, (form: Form) => form.actualOutcome],
  ] as const)("%s is missing, and its neighbours stay where they are", async (_, row, column, of) => {
    const clean = await readForm(copy());
    const form = await withCell(row, column, { t: "z" });
    expect(of(form)).toMatchObject({ value: null, flag: { status: "missing" } });
    expect(others(form, of(form))).toEqual(others(clean, of(clean)));
  });
});

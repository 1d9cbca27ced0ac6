/**
 * Amounts without a unit anywhere are in 万元, unless that cannot be believed.
 */
import { expect, test } from "vitest";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form } from "../../loaders/form/types.ts";
import { copy, FORM, type Grid, MONEY, money, PRINTED_MONEY, readForm } from "./formats/office/sheet-form.ts";

/** The form with amounts so many times as large, under a title that names no unit. */
function withoutUnit(times: number): Grid {
  const grid = copy();
  grid[MONEY - 1]![0] = "项目资金";
  for (let row = MONEY; row < MONEY + 3; row++)
    for (const column of [3, 4, 5]) grid[row]![column] = Number(FORM[row]![column]) * times;
  return grid;
}

const doubts = (form: Form): string[] =>
  cellFlags(form).map(({ record, field, status }) => `${record} ${field} ${status}`);

test("amounts as projects have them in 万元 are in 万元, without a doubt", async () => {
  const form = await readForm(withoutUnit(1));
  expect(money(form)).toEqual(PRINTED_MONEY);
  expect(doubts(form)).toEqual([]);
});

test("amounts that no project has in 万元 are in doubt, each of them, and nothing else", async () => {
  const form = await readForm(withoutUnit(10_000));
  expect(form.funding[0]!.executed.value).toBe(2_704_500_000_000n);
  const amounts = ["initial_budget", "adjusted_budget", "executed"].map((own) => `funding ${own} uncertain`);
  expect(doubts(form)).toEqual([...amounts, ...amounts, ...amounts]);
});

test("amounts of any size are as the form says, where it says the unit", async () => {
  const grid = withoutUnit(10_000);
  grid[MONEY - 1]![0] = "项目资金（万元）";
  expect(doubts(await readForm(grid))).toEqual([]);
});

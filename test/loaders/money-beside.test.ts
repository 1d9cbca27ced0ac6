/**
 * Columns beside those of the form's money are not read as its money.
 */
import { describe, expect, test } from "vitest";
import { cellFlags } from "../../loaders/form/flags.ts";
import { copy, type Grid, MONEY, money, PRINTED_MONEY, readForm } from "./formats/office/sheet-form.ts";

const HEADING = MONEY - 1;

/** The form with columns in front of 年初预算数: a heading and a cell for each row of money. */
function withColumns(at: number, columns: [string, ...(string | number)[]][]): Grid {
  const grid = copy();
  grid.forEach((row, index) => {
    const own = columns.map(([heading, ...cells]) =>
      index === HEADING ? heading : (cells[index - MONEY] ?? ""),
    );
    const isMoney = index >= HEADING && index < MONEY + 3;
    row.splice(at, 0, ...(isMoney ? own : []));
  });
  return grid;
}

describe("money of another year", () => {
  const PAST: [string, ...number[]][] = [
    ["预算数", 300, 240, 60],
    ["执行数", 290, 230, 60],
  ];
  test.each([["上年"], ["2022年"], ["去年"]])(
    "%s stands beside this year's and is left out",
    async (year) => {
      const grid = withColumns(
        3,
        PAST.map(([heading, ...cells]) => [`${year}${heading}`, ...cells]),
      );
      const form = await readForm(grid);
      expect(money(form)).toEqual(PRINTED_MONEY);
      expect(cellFlags(form)).toEqual([]);
    },
  );

  test("is left out where 本年 names this year's", async () => {
    const grid = withColumns(
      3,
      PAST.map(([heading, ...cells]) => [`上年${heading}`, ...cells]),
    );
    grid[HEADING]![6] = "本年预算数";
    grid[HEADING]![7] = "本年执行数";
    expect(money(await readForm(grid))).toEqual(PRINTED_MONEY);
  });
});

describe("what was added to the budget", () => {
  test("is no budget, where the sum has a column of its own", async () => {
    const form = await readForm(withColumns(4, [["调整数", -19.5, -19.5, 0]]));
    expect(money(form)).toEqual(PRINTED_MONEY);
    expect(cellFlags(form)).toEqual([]);
  });

  test("gives the budget with what was planned, where nothing else does and the rate says so", async () => {
    const grid = copy();
    grid[HEADING]![4] = "预算调整数";
    [-19.5, -19.5, 0].forEach((added, row) => {
      grid[MONEY + row]![4] = added;
    });
    const form = await readForm(grid);
    expect(money(form)).toEqual(PRINTED_MONEY);
    expect(form.funding[0]!.adjustedBudget).toMatchObject({ asRead: "-19.5", flag: { status: "repaired" } });
  });

  test("is the budget that it was changed to, where the rate says so", async () => {
    const grid = copy();
    grid[HEADING]![4] = "调整数";
    const form = await readForm(grid);
    expect(money(form)).toEqual(PRINTED_MONEY);
    expect(cellFlags(form)).toEqual([]);
  });
});

test("reasons and remarks beside the amounts are no amounts", async () => {
  const grid = copy();
  grid[HEADING]!.push("执行率偏低原因");
  grid[MONEY]!.push("跨年支付尾款30万元");
  const form = await readForm(grid);
  expect(money(form)).toEqual(PRINTED_MONEY);
  expect(cellFlags(form)).toEqual([]);
});

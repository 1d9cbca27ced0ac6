/**
 * What people make of the form in a spreadsheet: each cell is where it was put, and means what it says there.
 */
import { describe, expect, test } from "vitest";
import { cellFlags } from "../../../loaders/form/flags.ts";
import {
  copy,
  expectAsPrinted,
  FORM,
  MONEY,
  money,
  PRINTED_MONEY,
  PRINTED_POINTS,
  points,
  RATE,
  read,
  readForm,
  SCORE,
  shown,
  TABLE,
  TOTAL,
  totals,
  WEIGHT,
} from "./office/sheet-form.ts";

describe("a form in a spreadsheet", () => {
  test("is read as printed, without one doubt, also where it rates nothing", async () => {
    expectAsPrinted(await readForm(copy()));
  });

  test("with points that carry their unit", async () => {
    const grid = copy();
    for (let row = TABLE.from; row < TABLE.to; row++)
      for (const column of [WEIGHT, SCORE]) grid[row]![column] = `${FORM[row]![column]}分`;
    for (const column of [6, 8]) grid[MONEY]![column] = `${FORM[MONEY]![column]}分`;
    for (const column of [WEIGHT, SCORE]) grid[TOTAL]![column] = `${FORM[TOTAL]![column]}分`;
    const form = await readForm(grid);
    expectAsPrinted(form);
    expect(form.indicators[0]!.score.asRead).toBe("19.2分");
  });

  test("with weights as shares of a hundred", async () => {
    const grid = copy();
    for (let row = TABLE.from; row < TABLE.to; row++)
      grid[row]![WEIGHT] = shown(Number(FORM[row]![WEIGHT]) / 100, "0%");
    expectAsPrinted(await readForm(grid));
  });

  test("with rates as shares of one, and in doubt where the amounts give neither", async () => {
    const grid = copy();
    grid[MONEY]![RATE] = 0.9;
    grid[MONEY + 1]![RATE] = "0.8751";
    grid[MONEY + 2]![RATE] = 1;
    expectAsPrinted(await readForm(grid));
    grid[MONEY + 1]![RATE] = 0.55;
    const { funding } = await readForm(grid);
    expect(funding[1]!.executionRate).toMatchObject({ value: 550_000n, flag: { status: "uncertain" } });
  });

  test("with scores that a formula computed to more places than are kept", async () => {
    const grid = copy();
    grid[TABLE.from]![SCORE] = "19.1999999996";
    expect(points(await readForm(grid))[0]).toBe(PRINTED_POINTS[0]);
  });

  test("with amounts of now two places, now six", async () => {
    const grid = copy();
    [grid[MONEY]![3], grid[MONEY + 1]![3]] = [320.123456, 260.123456];
    const form = await readForm(grid);
    expect(money(form).slice(0, 2)).toEqual([
      "320.123456 | 300.50 | 270.45 | 90.00",
      "260.123456 | 240.50 | 210.45 | 87.51",
    ]);
    expect(cellFlags(form)).toEqual([]);
  });

  test("that nobody has scored yet: the scores are missing, and no weight is taken for one", async () => {
    const grid = copy();
    for (let row = TABLE.from; row <= TOTAL; row++) grid[row]![SCORE] = "";
    const form = await readForm(grid);
    expect(points(form)).toEqual(PRINTED_POINTS.map((row) => row.replace(/\| [\d.]+$/, "| ")));
    expect(totals(form)).toEqual(["100.00", ""]);
    expect(form.totalScore.flag?.status).toBe("missing");
    expect(form.indicators.every(({ score }) => score.flag?.status === "missing")).toBe(true);
    expect([form.weightsSumOk, form.scoresSumOk]).toEqual([true, null]);
  });

  test("with instructions, and who filled it in, below", async () => {
    const remarks = [
      [],
      ["填报说明：1.分值合计100分。2.得分按完成比例计算，最高100分，最低0分。"],
      ["填表人：", "", "", "联系电话：0000-1234567"],
    ];
    expectAsPrinted(await readForm([...copy(), ...remarks]));
  });

  test.each([
    ["above the title", 0],
    ["between title and form", 2],
  ])("in 元, as a line %s says", async (_, at) => {
    const grid = copy();
    grid[4]![0] = "项目资金";
    for (let row = MONEY; row < MONEY + 3; row++)
      for (const column of [3, 4, 5]) grid[row]![column] = Number(FORM[row]![column]) * 10_000;
    grid.splice(at, 0, ["", "", "", "", "", "", "", "单位：元"]);
    const form = await readForm(grid);
    expectAsPrinted(form);
    expect(form.amountUnit).toBe("元");
  });

  test.each([
    ["填报单位：望溪区路灯所", "2023"],
    ["填报日期：2024年3月5日", "2023"],
  ])("dated above a line that says %s", async (line, year) => {
    const grid = copy();
    grid.splice(2, 0, [line]);
    const { fiscalYear } = await readForm(grid);
    expect(fiscalYear).toMatchObject({ value: Number(year), line: 2 });
    expect(fiscalYear.flag).toBeUndefined();
  });

  test("of a unit whose name begins with 元 is not in 元", async () => {
    const grid = copy();
    grid[4]![0] = "项目资金";
    grid.splice(2, 0, ["预算单位：元溪镇"]);
    expect(money(await readForm(grid))).toEqual(PRINTED_MONEY);
  });
});

test("two forms side by side are two forms", async () => {
  const other = copy();
  other[2]![2] = "河道清淤项目";
  const width = 11;
  const both = copy().map((row, index) => [
    ...row,
    ...Array<string>(width - row.length).fill(""),
    ...other[index]!,
  ]);
  const { forms } = await read({ grid: both });
  expect(forms.map(({ ordinal, projectName }) => [ordinal, projectName.value])).toEqual([
    [1, "街巷路灯改造项目"],
    [2, "河道清淤项目"],
  ]);
  for (const form of forms) expectAsPrinted(form);
});

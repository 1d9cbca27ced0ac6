/**
 * What people make of the form in a spreadsheet: each cell is where it was put, and means what it says there.
 */
import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openDocument, type ReadDocument } from "../../../loaders/document.ts";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import type { Form, Reading } from "../../../loaders/form/types.ts";

/** Rows of the form, from its title on; `WEIGHT` and `SCORE` are its columns of points, `RATE` that of the rate. */
const FORM: (string | number)[][] = [
  ["项目支出绩效自评表"],
  ["(2023年度)"],
  ["项目名称", "", "街巷路灯改造项目"],
  ["主管部门", "", "望溪区住建局", "", "", "实施单位", "望溪区路灯所"],
  ["项目资金（万元）", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "", "年度资金总额", 320, 300.5, 270.45, 10, "90.00%", 9],
  ["", "", "其中：财政拨款", 260, 240.5, 210.45, "—", "87.51%", "—"],
  ["", "", "其他资金", 60, 60, 60, "—", "100.00%", "—"],
  ["年度总体目标", "预期目标", "", "", "", "实际完成情况"],
  ["", "改造路灯500盏。", "", "", "", "改造路灯480盏。"],
  ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
  ["", "产出指标", "数量指标", "改造路灯数量", "≥500盏", "480盏", 20, 19.2, "两条巷道施工推迟"],
  ["", "", "质量指标", "亮灯率", "≥98%", "99%", 20, 20, ""],
  ["", "", "时效指标", "完工及时率", "100%", "100%", 10, 10, ""],
  ["", "效益指标", "社会效益指标", "夜间通行安全度", "提升", "提升", 30, 30, ""],
  ["", "满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "94%", 10, 10, ""],
  ["总分", "", "", "", "", "", 100, 98.2],
];
const MONEY = 5;
const TABLE = { from: 11, to: 16 };
const TOTAL = 16;
const RATE = 7;
const WEIGHT = 6;
const SCORE = 7;

type Grid = (string | number | CellObject)[][];
const copy = (): Grid => FORM.map((row) => [...row]);

/** A cell that shows a number in a format of its own. */
const shown = (value: number, format: string): CellObject => ({ t: "n", v: value, z: format });

async function read(...sheets: { grid: Grid; name?: string; column?: number }[]): Promise<ReadDocument> {
  const book = utils.book_new();
  sheets.forEach(({ grid, name = `表${book.SheetNames.length + 1}` }) => {
    utils.book_append_sheet(book, sheetOf(grid), name);
  });
  const bytes = write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
  return await openDocument(bytes, "2023/路灯.xlsx");
}

function sheetOf(grid: Grid): WorkSheet {
  return utils.aoa_to_sheet(grid.map((row) => row.map((cell) => (cell === "" ? null : cell))));
}

async function readForm(grid: Grid): Promise<Form> {
  const { forms } = await read({ grid });
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

const figure = ({ value }: Reading<bigint>): string => (value === null ? "" : formatDecimal(value));
const money = (form: Form): string[] =>
  form.funding.map((row) =>
    [row.initialBudget, row.adjustedBudget, row.executed, row.executionRate].map(figure).join(" | "),
  );
const points = (form: Form): string[] =>
  form.indicators.map((row) => [row.name.value, figure(row.weight), figure(row.score)].join(" | "));
const totals = (form: Form): string[] => [figure(form.totalWeight), figure(form.totalScore)];

const PRINTED_MONEY = [
  "320.00 | 300.50 | 270.45 | 90.00",
  "260.00 | 240.50 | 210.45 | 87.51",
  "60.00 | 60.00 | 60.00 | 100.00",
];
const PRINTED_POINTS = [
  "改造路灯数量 | 20.00 | 19.20",
  "亮灯率 | 20.00 | 20.00",
  "完工及时率 | 10.00 | 10.00",
  "夜间通行安全度 | 30.00 | 30.00",
  "居民满意度 | 10.00 | 10.00",
];

function expectAsPrinted(form: Form): void {
  expect(money(form)).toEqual(PRINTED_MONEY);
  expect(points(form)).toEqual(PRINTED_POINTS);
  expect(totals(form)).toEqual(["100.00", "98.20"]);
  expect(cellFlags(form)).toEqual([]);
}

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

/**
 * 汇总表: one project a row, read as its money and its total without indicators, and said so.
 */
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openDocument, type ReadDocument, readDocument } from "../../../loaders/document.ts";
import { formatDecimal } from "../../../loaders/form/decimal.ts";
import { cellFlags } from "../../../loaders/form/flags.ts";
import type { Form, Reading } from "../../../loaders/form/types.ts";
import { formTable } from "./office/form-table.ts";
import { RIVER } from "./office/truths.ts";

type Cells = (string | number)[][];

const SUMMARY: Cells = [
  ["2024年度项目支出绩效自评情况汇总表"],
  ["单位：元"],
  ["序号", "项目名称", "实施单位", "全年预算数", "全年执行数", "执行率", "自评得分", "评分等级"],
  [1, "河道保洁经费", "清河区河道管理所", "12,333,800.00", "11,201,600.00", "90.82%", 98.87, "优"],
  [2, "古树名木养护", "清河区园林绿化服务中心", 360000, 205200, "57.00%", 88.7, "良"],
  ["", "合计", "", 12693800, 11406800, "", "", ""],
];

const openText = (cells: Cells): Promise<ReadDocument> => {
  const text = cells.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
  return openDocument(Buffer.from(text), "单位/汇总.csv");
};

function workbook(sheets: Record<string, Cells>): Uint8Array {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  return write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
}

const shown = ({ value }: Reading<unknown>): string =>
  typeof value === "bigint" ? formatDecimal(value) : String(value ?? "");

function line(form: Form): string {
  const [money, ...others] = form.funding;
  expect(others).toEqual([]);
  expect(money!.source).toBe("total");
  const { initialBudget, adjustedBudget, executed, executionRate } = money!;
  return [
    ...[form.fiscalYear, form.projectName, form.department, form.implementingUnit],
    ...[initialBudget, adjustedBudget, executed, executionRate, form.totalScore, form.rating],
  ]
    .map(shown)
    .join(" | ");
}

describe("a summary", () => {
  test("gives each project its money, total and rating, in 万元 whatever the sheet's unit; its sum is no project", async () => {
    const { forms } = await openText(SUMMARY.map((row) => [...row, ...Array(8 - row.length).fill("")]));
    expect(forms.map(line)).toEqual([
      "2024 | 河道保洁经费 |  | 清河区河道管理所 |  | 1233.38 | 1120.16 | 90.82 | 98.87 | 优",
      "2024 | 古树名木养护 |  | 清河区园林绿化服务中心 |  | 36.00 | 20.52 | 57.00 | 88.70 | 良",
    ]);
    expect(forms.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [4, 4],
      [5, 5],
    ]);
    for (const form of forms) {
      expect(form.indicators).toEqual([]);
      const flags = cellFlags(form).filter(({ reason }) => reason.includes("取自汇总表"));
      expect(flags.map(({ field, status }) => [field, status])).toEqual([
        ["expected_goal", "missing"],
        ["actual_outcome", "missing"],
      ]);
    }
  });

  test.each<[string, string[], string[]]>([
    [
      "whole names below a wide cell",
      ["资金情况（万元）", "", ""],
      ["年初预算数", "全年预算数", "全年执行数"],
    ],
    ["names that go on below", ["预算数", "", "执行数"], ["年初", "全年", ""]],
  ])("with a heading of two rows, %s, is read by the lower one", async (_, upper, lower) => {
    const { forms } = await openText([
      ["2024年度项目支出绩效自评情况汇总表（万元）", "", "", "", "", ""],
      ["项目名称", "实施单位", ...upper, "自评得分"],
      ["", "", ...lower, ""],
      ["河道保洁经费", "清河区河道管理所", 1200, 1233.38, 1120.16, 98.87],
    ]);
    expect(forms.map(line)).toEqual([
      "2024 | 河道保洁经费 |  | 清河区河道管理所 | 1200.00 | 1233.38 | 1120.16 |  | 98.87 | ",
    ]);
  });

  test("beside the forms of some of its projects adds the others only", async () => {
    const form: Cells = formTable(RIVER).map((row) =>
      row.flatMap(({ text, columns }) => [text, ...Array(columns - 1).fill("")]),
    );
    const flat = form.map((row, index) => (index >= 6 && index <= 9 ? ["", "", ...row] : row));
    const bytes = workbook({ 汇总: SUMMARY, 自评表: flat });
    const { forms, passedOver } = await openDocument(bytes, "单位/汇总.xlsx");
    expect(forms.map(({ projectName, sheet }) => [projectName.value, sheet])).toEqual([
      ["古树名木养护", 1],
      ["河道保洁经费", 2],
    ]);
    expect(passedOver).toMatchObject([{ place: "工作表“汇总”" }]);
    expect(passedOver[0]!.reason).toContain("1 个项目");
  });

  test("is not what a table of contents or a list of targets is", async () => {
    const contents: Cells = [
      ["序号", "项目名称", "主管部门", "页码"],
      [1, "河道保洁经费", "水务局", 3],
      [2, "古树名木养护", "城市管理局", 5],
    ];
    await expect(openText(contents)).rejects.toMatchObject({ code: "no_form" });
    const budgets: Cells = [
      ["项目名称", "主管部门", "年初预算数", "备注"],
      ["河道保洁经费", "水务局", 3, ""],
      ["古树名木养护", "城管局", 5, ""],
    ];
    await expect(openText(budgets)).rejects.toMatchObject({ code: "no_form" });
  });
});

describe("a summary as text", () => {
  const LINES = [
    ["2023年度项目支出绩效自评情况汇总表"],
    ["填报单位:青禾区教育局", "", "", "", "", "单位:万元"],
    ["序号", "项目名称", "实施单位", "预算资金", "", "执行情况", "", "自评得分", "自评等级"],
    ["", "", "", "年初预算", "全年预算", "执行数", "执行率"],
    ["1", "校园安全保卫经费", "青禾区第一小学", "120.00", "118.50", "118.50", "100.00%", "99.5", "优"],
    ["2", "课后服务补助", "青禾区第二小学", "0.00", "35.60", "20.00", "56.18%", "84.6", "良"],
    ["合计", "", "", "120.00", "154.10", "138.50", "89.88%"],
  ];

  test.each([
    ["with tabs", (cells: string[]) => cells.join("\t"), "txt"],
    ["between pipes", (cells: string[]) => `| ${cells.join(" | ")} |`, "md"],
  ])("%s is read as one project a row, and no form made of it", (_, line, extension) => {
    const bytes = new TextEncoder().encode(LINES.map(line).join("\n"));
    const { forms } = readDocument(bytes, `2023/汇总.${extension}`);
    expect(
      forms.map(({ projectName, implementingUnit, totalScore, rating, indicators }) => [
        ...[projectName, implementingUnit, totalScore, rating].map(shown),
        indicators.length,
      ]),
    ).toEqual([
      ["校园安全保卫经费", "青禾区第一小学", "99.50", "优", 0],
      ["课后服务补助", "青禾区第二小学", "84.60", "良", 0],
    ]);
  });
});

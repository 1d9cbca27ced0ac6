/**
 * Where a form stands, which year it is for, and what its head says, in the ways that offices set them.
 */
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openDocument, readDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import { HEAD, HEADING, ROWS, read, shown, type Table, TOTAL } from "./made/printed-form.ts";

const FORM: Table = [...HEAD, HEADING, ...ROWS, ...TOTAL];
const textOf = (table: Table): string => table.map((cells) => cells.join("\t")).join("\n");
const readText = (text: string, path = "表.txt") => readDocument(new TextEncoder().encode(text), path).forms;

describe("the head of a form", () => {
  test("may set its values below their labels", () => {
    const form = read(
      [
        HEAD[0]!,
        ["项目名称", "", "", "主管部门", "", "", "实施单位"],
        ["河道清淤工程", "", "", "青河县水利局", "", "", "青河县河道管理所"],
      ],
      FORM.slice(3),
    );
    expect([form.projectName, form.department, form.implementingUnit].map(shown)).toEqual([
      "河道清淤工程",
      "青河县水利局",
      "青河县河道管理所",
    ]);
  });

  test("may name departments of several levels, and the unit that uses the money", () => {
    const form = read(
      [
        ["中央对地方转移支付绩效自评表（2031年度）"],
        ["转移支付（项目）名称", "河道清淤工程"],
        [
          "中央主管部门",
          "水利部",
          "",
          "地方主管部门",
          "青河县水利局",
          "",
          "资金使用单位",
          "青河县河道管理所",
        ],
      ],
      FORM.slice(3),
    );
    expect([form.department, form.implementingUnit].map(shown)).toEqual(["青河县水利局", "青河县河道管理所"]);
    expect(form.formType).toBe("transfer");
  });
});

describe("forms beside each other", () => {
  test("are two forms, each with its own", () => {
    const both = FORM.map((cells) => {
      const own = [...cells, ...Array<string>(10 - cells.length).fill("")];
      return [
        ...own,
        ...own.map((text) => text.replaceAll("河道清淤", "道路养护").replace("620吨", "610吨")),
      ];
    });
    const forms = readText(textOf(both));
    expect(forms.map(({ projectName }) => shown(projectName))).toEqual(["河道清淤工程", "道路养护工程"]);
    expect(forms.map(({ indicators }) => shown(indicators[1]!.actual))).toEqual(["620吨", "610吨"]);
    expect(forms.map(({ weightsSumOk, scoresSumOk }) => [weightsSumOk, scoresSumOk])).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});

describe("the year of a form", () => {
  const undated = [["项目支出绩效自评表"], ...FORM.slice(1)];

  test("is not the day on which it was filled in", () => {
    const [form] = readText(textOf([undated[0]!, ["填报日期：2032年3月15日"], ...undated.slice(1)]));
    expect([form!.fiscalYear.value, form!.fiscalYear.flag?.status]).toEqual([null, "missing"]);
  });

  test("may stand above such a line", () => {
    const [form] = readText(
      textOf([HEAD[0]!, ["填报单位：青河县河道管理所", "", "填报日期：2032年3月15日"], ...FORM.slice(1)]),
    );
    expect([form!.fiscalYear.value, form!.fiscalYear.flag]).toEqual([2031, undefined]);
  });

  test("may stand on another sheet of the workbook, which is said", async () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([["青河县水利局2031年度绩效自评材料"]]), "封面");
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(undated), "自评表");
    const bytes = new Uint8Array(write(workbook, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    const { forms } = await openDocument(bytes, "2033/表.xlsx");
    expect(forms.map(({ fiscalYear }) => [fiscalYear.value, fiscalYear.flag?.status])).toEqual([
      [2031, "repaired"],
    ]);
  });
});

describe("a page of words", () => {
  const page = `项目支出绩效自评表
(2031年度)
项目名称 禁毒宣传经费
主管部门 青河县公安局 实施单位 禁毒大队
项目资金
(万元)
年初预算数 全年预算数(A) 全年执行数(B) 分值 执行率(B/A) 得分
年度资金总额: 100 100 90 10 90% 9
 其中:本年财政拨款 100 100 90 - -
    上年结转资金 - -
年度总体目标完成情况 预期目标 实际完成情况
支持基层开展禁毒业务工作,补助必须的办案、业务、装备等开支,打击毒品犯罪,遏制毒品蔓延,增强全民禁毒意识,提升群众安全感和满意度 打击了毒品犯罪,遏制了毒品蔓延,增强了全民禁毒意识,群众安全感和满意度有所提升
年度绩效指标完成情况 一级
指标
二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产
出
指
标
(60分)
数量指标 禁毒宣传场次 ≥10场 12场 30 30
质量指标 宣传资料合格率 ≥98% 100% 30 30
满意度指标(30分) 服务对象满意度指标 群众满意度 ≥90% 95% 30 30
总分 100 99`;

  test("is one also where long goals outweigh its rows", () => {
    const [form] = readText(page);
    expect(
      form!.indicators.map((row) =>
        [row.level1, row.level2, row.name, row.target, row.actual, row.weight, row.score]
          .map(shown)
          .join(" | "),
      ),
    ).toEqual([
      "产出指标 | 数量指标 | 禁毒宣传场次 | ≥10场 | 12场 | 30.00 | 30.00",
      "产出指标 | 质量指标 | 宣传资料合格率 | ≥98% | 100% | 30.00 | 30.00",
      "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 30.00 | 30.00",
    ]);
    expect(shown(form!.actualOutcome)).toMatch(/^打击了毒品犯罪/);
    expect(form!.funding.map(({ executed }) => shown(executed))).toEqual(["90.00", "90.00", ""]);
  });
});

describe("a form whose digits are gone", () => {
  const stripped = FORM.map((cells) => cells.map((text) => text.replace(/\d/g, "")));
  const unflagged = (table: Table): string[] => {
    const [form] = readText(textOf(table));
    const flags = new Set(cellFlags(form!).map(({ record, seq, field }) => `${record} ${seq} ${field}`));
    return form!.indicators.flatMap((row) =>
      (["target", "actual", "weight", "score"] as const)
        .filter((field) => !flags.has(`indicator ${row.seq} ${field}`))
        .map((field) => `${row.seq} ${field}`),
    );
  };

  test("asks for a person at every figure, and at the prose that may have held one", () => {
    expect(unflagged(stripped)).toEqual([]);
    const [form] = readText(textOf(stripped));
    expect([form!.expectedGoal.flag?.status, form!.actualOutcome.flag?.status]).toEqual([
      "uncertain",
      "uncertain",
    ]);
    expect(form!.indicators.map(({ level1 }) => level1.value)).toEqual([
      "产出指标",
      "产出指标",
      "效益指标",
      "满意度指标",
    ]);
  });

  test("is not one that prints figures and words", () => {
    expect(unflagged(FORM)).toHaveLength(4 * ROWS.length);
  });
});

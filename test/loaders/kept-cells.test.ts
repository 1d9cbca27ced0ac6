/**
 * Forms whose cells a program kept apart (pages, spreadsheets, CSV): what offices make of the national form is read to the
 * last cell, and nothing is mended, joined or dropped that stands in a cell of its own.
 */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openDocument } from "../../loaders/document.ts";
import { cellFlags } from "../../loaders/form/flags.ts";
import type { Form } from "../../loaders/form/types.ts";
import { head, money, shown, table } from "./read-fixture.ts";

const bytesOf = (name: string) => readFile(new URL(`fixtures/kept/${name}.html`, import.meta.url));

async function formsOf(name: string): Promise<Form[]> {
  return (await openDocument(await bytesOf(name), `${name}.html`)).forms;
}

/** The same tables as a spreadsheet exports them: the text of a merged cell in its first place, nothing in the others. */
async function rowsOf(name: string): Promise<string[][]> {
  const html = String(await bytesOf(name));
  const lines: string[][] = [];
  for (const [, paragraph, rows] of html.matchAll(/<p>(.*?)<\/p>|<table[^>]*>(.*?)<\/table>/gs)) {
    if (paragraph !== undefined) lines.push([paragraph]);
    const covered: Set<number>[] = [];
    for (const [at, [row]] of [...(rows ?? "").matchAll(/<tr>.*?<\/tr>/gs)].entries()) {
      const cells: string[] = [];
      for (const [, attributes, text] of row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)) {
        const span = (of: string): number => Number(new RegExp(`${of}=(\\d+)`).exec(attributes!)?.[1] ?? 1);
        let column = cells.length;
        while (covered[at]?.has(column)) column++;
        while (cells.length < column) cells.push("");
        cells.push(text!.replaceAll(/<br>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
        for (let more = 1; more < span("colspan"); more++) cells.push("");
        for (let down = 1; down < span("rowspan"); down++)
          for (let across = column; across < cells.length; across++) {
            covered[at + down] ??= new Set();
            covered[at + down]!.add(across);
          }
      }
      lines.push(cells);
    }
  }
  return lines;
}

async function formsOfCsv(name: string): Promise<Form[]> {
  const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell}"` : cell);
  const lines = (await rowsOf(name)).map((cells) => cells.map(quoted).join(","));
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  return (await openDocument(bytes, `${name}.csv`)).forms;
}

/** The same between pipes, with the empty cells at the ends of rows left out. */
async function formsOfPipes(name: string): Promise<Form[]> {
  const ended = (cells: string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
  const lines = (await rowsOf(name)).map((cells) => `| ${ended(cells).join(" | ")} |`);
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  return (await openDocument(bytes, `${name}.md`)).forms;
}

const flags = (form: Form) => cellFlags(form).map(({ field, status }) => `${field} ${status}`);

describe("a form as an office makes it", () => {
  it("has no groups, a target of the start of the year and one in force, and its total in its head", async () => {
    const [form] = await formsOf("no-groups-two-targets");
    expect(head(form!)).toBe("2022 | 乡村道路养护补助 | 南浦县交通局 |  | 96.40 | ");
    expect(money(form!)).toEqual([
      "total | 300.00 | 280.50 | 179.52 | 10.00 | 64.00 | 6.40",
      "current_year_appropriation | 300.00 | 280.50 | 179.52 |  | 64.00 | ",
      "other_funds | 0.00 | 0.00 | 0.00 |  |  | ",
    ]);
    expect(table(form!)).toEqual([
      " |  | 养护道路里程 | ≥120公里 | 120 | 30.00 | 30.00 | ",
      " |  | 养护质量合格率 | ≥95% | 96 | 20.00 | 20.00 | ",
      " |  | 养护完成及时率 | =100% | 100 | 20.00 | 20.00 | ",
      " |  | 群众出行满意度 | ≥90% | 92 | 20.00 | 20.00 | ",
    ]);
    expect(flags(form!)).toEqual(["implementing_unit missing"]);
    expect([form!.weightsSumOk, form!.scoresSumOk]).toEqual([true, true]);
  });

  it("prints scores without weights, and explains below its total what was missed", async () => {
    const [form] = await formsOf("scores-without-weights");
    expect(head(form!)).toBe("2022 | 城市照明设施维护 | 青枫县城市管理局 | 青枫县路灯管理所 | 99.00 | ");
    expect(money(form!)).toEqual(["total |  | 640.00 | 608.00 |  | 95.00 | 19.00"]);
    expect(table(form!)).toEqual([
      "产出指标 | 数量指标 | 维护路灯盏数 | ≥8600盏 | 8650盏 |  | 20.00 | ",
      "产出指标 | 质量指标 | 亮灯率 | ≥98% | 98.2% |  | 20.00 | ",
      "产出指标 | 时效指标 | 故障修复时间 | ≤24小时 | 20小时 |  | 10.00 | ",
      "效益指标 | 社会效益指标 | 夜间出行安全感 | 提升 | 提升 |  | 13.00 | ",
      "效益指标 | 生态效益指标 | 节能灯具占比 | ≥80% | 76% |  | 7.00 | ",
      "满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 90% |  | 10.00 | ",
    ]);
    expect(flags(form!)).toEqual(["expected_goal missing", "actual_outcome missing"]);
    expect(form!.scoresSumOk).toBe(true);
  });

  it("says 无 beside a group without indicators: the rows above and below stay what they are", async () => {
    const forms = await formsOf("two-forms-empty-group");
    expect(forms.map((form) => shown(form.projectName))).toEqual(["孤儿基本生活费", "困境儿童关爱服务"]);
    for (const form of forms) {
      expect(table(form)).toEqual([
        "产出指标 | 数量指标 | 保障儿童人数 | 300人 | 287人 | 20.00 | 19.10 | 自然减员",
        "产出指标 | 质量指标 | 发放足额率 | 100% | 100% | 20.00 | 20.00 | ",
        "产出指标 | 时效指标 | 发放及时率 | 100% | 100% | 10.00 | 10.00 | ",
        "效益指标 | 社会效益指标 | 困境儿童生活水平 | 提高 | 提高 | 30.00 | 30.00 | ",
        "满意度指标 | 服务对象满意度 | 监护人满意度 | 95%以上 | 97% | 10.00 | 10.00 | ",
      ]);
      expect(flags(form)).toEqual([]);
    }
  });

  it("prints the points of execution among the indicators: the sums count them once", async () => {
    const [form] = await formsOf("execution-among-indicators");
    expect(table(form!)[0]).toBe(
      "预算执行率 | 预算执行率 | 预算执行率 | 100% | 90.00% | 10.00 | 9.00 | 部分合同跨年支付",
    );
    expect(flags(form!)).toEqual([]);
    expect([form!.weightsSumOk, form!.scoresSumOk]).toEqual([true, true]);
  });

  it("has a column of evidence, labels written downwards, and the verdicts that 财预〔2020〕10号 prints", async () => {
    const [form] = await formsOf("evidence-and-verdicts-of-the-year");
    expect(table(form!).slice(3)).toEqual([
      "成本指标 | 经济成本指标 | 每站补助标准 | ≤6万元/站 | 6万元/站 | 20.00 | 20.00 | ",
      "效益指标 | 社会效益指标 | 丰富群众文化生活 | 有效丰富 | 达成年度指标 | 10.00 | 10.00 | ",
      "效益指标 | 可持续影响指标 | 文化服务长效机制 | 持续完善 | 部分达成年度指标并具有一定效果 | 10.00 | 7.00 | 制度仍在修订",
      "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥95% | 96% | 10.00 | 10.00 | ",
    ]);
    expect(flags(form!)).toEqual([]);
  });

  it("prints its labels on every row, a code beside the department, and goals without a full stop", async () => {
    const [form] = await formsOf("labels-on-every-row");
    expect(head(form!)).toBe("2020 | 农村饮水安全巩固提升 | 石桥乡人民政府 | 石桥乡人民政府 | 98.50 | ");
    expect(table(form!).at(-1)).toBe(
      "满意度指标 | 满意度指标 | 用水户满意度 | ≥90% | 91% | 10.00 | 10.00 | ",
    );
    expect(flags(form!)).toEqual(["department repaired"]);
  });

  it("counts in 元, from sources with names of their own, and calls the unit 项目实施单位", async () => {
    const [form] = await formsOf("yuan-own-sources");
    expect(head(form!)).toBe("2021 | 小型水库维修养护 | 白石县水利局 | 白石县水库管理所 | 88.53 | ");
    expect(money(form!)).toEqual([
      "total | 250.00 | 280.00 | 198.80 | 10.00 | 71.00 | 7.10",
      "中央补助 | 100.00 | 130.00 | 90.00 |  | 69.23 | ",
      "县级财政资金 | 150.00 | 150.00 | 108.80 |  | 72.53 | ",
      "other_funds | 0.00 | 0.00 | 0.00 |  |  | ",
    ]);
    expect(flags(form!)).toEqual([]);
  });

  it("is a transfer form that scores nothing: no total is missing", async () => {
    const [form] = await formsOf("transfer-without-points");
    expect(form!.formType).toBe("transfer");
    expect(table(form!)[1]).toBe(
      "产出指标 | 时效指标 | 救助资金发放及时率 | ≥95% | 94% |  |  | 个别县发放延迟,已约谈",
    );
    expect(flags(form!)).toEqual([]);
  });

  it.each([
    "no-groups-two-targets",
    "scores-without-weights",
    "two-forms-empty-group",
    "execution-among-indicators",
    "evidence-and-verdicts-of-the-year",
    "labels-on-every-row",
    "yuan-own-sources",
    "transfer-without-points",
  ])("says the same as CSV, where merged cells are empty below their text: %s", async (name) => {
    const [pages, spreadsheet] = [await formsOf(name), await formsOfCsv(name)];
    const told = (forms: readonly Form[]) =>
      forms.map((form) => ({ head: head(form), money: money(form), table: table(form), flags: flags(form) }));
    expect(told(spreadsheet)).toEqual(told(pages));
  });

  it.each([
    "no-groups-two-targets",
    "execution-among-indicators",
    "evidence-and-verdicts-of-the-year",
    "yuan-own-sources",
  ])("says the same between pipes, where rows end with their last filled cell: %s", async (name) => {
    const [pages, pipes] = [await formsOf(name), await formsOfPipes(name)];
    const told = (forms: readonly Form[]) =>
      forms.map((form) => ({ head: head(form), money: money(form), table: table(form) }));
    expect(told(pipes)).toEqual(told(pages));
  });
});

it("a label with words before it begins where a cell or a word does: 项目 may end the name that stands before it", async () => {
  const lines = [
    "(2023年度)",
    "项目名称\t水厂改造项目实施单位\t东山镇水务站",
    "主管部门\t东山镇人民政府",
    "项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
    "\t年度资金总额\t10.00\t10.00\t10.00\t10.00\t100.00\t10.00",
  ];
  const { forms } = await openDocument(new TextEncoder().encode(lines.join("\n")), "水厂.txt");
  expect(shown(forms[0]!.projectName)).toBe("水厂改造项目");
});

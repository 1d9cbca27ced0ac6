import { describe, expect, test } from "vitest";
import { readHtml } from "../../../loaders/readers/html.ts";
import { textOfRow } from "../../../loaders/readers/sheet.ts";

const rows = (html: string): string[] => readHtml(html).rows.map(textOfRow);
const table = (...trs: string[]): string => `<table>${trs.map((tr) => `<tr>${tr}</tr>`).join("")}</table>`;

describe("the rows of a page", () => {
  test("keep the columns under spans of rows and columns", () => {
    const html = table(
      "<td rowspan=2>产出</td><td colspan=2>数量</td><td>甲</td>",
      "<td>一</td><td rowspan=2>二</td><td>乙</td>",
      "<td>质量</td><td>三</td><td>丙</td>",
    );
    expect(rows(html)).toEqual(["产出\t数量\t\t甲", "\t一\t二\t乙", "质量\t三\t\t丙"]);
    expect(readHtml(html).rows[0]!.cells.slice(0, 2)).toEqual([
      { text: "产出", column: 0, rowSpan: 2 },
      { text: "数量", column: 1, columnSpan: 2 },
    ]);
  });

  test("are told from each other by table and row, paragraphs by their number", () => {
    const html = `<h1>报告</h1>${table("<td>甲")}<p>其后</p>${table("<td>乙", "<td>丙")}`;
    expect(readHtml(html).rows.map(({ line, place, prose }) => [line, place, prose ?? false])).toEqual([
      [1, "正文第 1 段", true],
      [2, "第 1 个表格第 1 行", false],
      [3, "正文第 2 段", true],
      [4, "第 2 个表格第 1 行", false],
      [5, "第 2 个表格第 2 行", false],
    ]);
  });

  test("of a table inside a cell follow the row it stands in", () => {
    const inner = table("<td>项目名称</td><td>河道保洁</td>", "<td>主管部门</td><td>水务局</td>");
    expect(rows(table(`<td>外面</td><td>${inner}</td><td>右边</td>`, "<td>下面</td>"))).toEqual([
      "外面\t\t右边",
      "项目名称\t河道保洁",
      "主管部门\t水务局",
      "下面",
    ]);
  });

  test("hold what a person sees: lines of a cell as one text, nothing hidden, no script", () => {
    const cell = "经济成本<br>指标&nbsp;<b>一</b><span style='display: none'>隐藏</span><script>x()</script>";
    expect(rows(`${table(`<td>${cell}</td><td>10\n  .5</td>`)}<div hidden>不见</div>`)).toEqual([
      "经济成本指标 一\t10 .5",
    ]);
  });

  test("are read however the page breaks the rules, and no span runs away", () => {
    expect(rows("<table><td colspan=99999999>甲<td rowspan=0>乙<tr><td colspan=x>丙")).toHaveLength(2);
  });
});

/** What departments and units score together beside what they spent, and how that went over the years. */
import { html } from "htl";
import { countColumn, pointsColumn, rateColumn } from "../columns.js";
import { count, yearName } from "../format.js";
import { linkToForms } from "../links.js";
import { nameWithDoubt } from "../measures.js";
import { linkPicking } from "../picks.js";
import { type Column, table } from "../table.js";
import type { ScoreLevel, ScoreMember } from "./scores.js";

/** What of a row asks for a person. */
function doubt({ doubtful_forms: forms, doubtful_indicators: indicators }: ScoreLevel): Node | null {
  const parts = [
    forms > 0 ? `${count(forms)} 张表单的金额` : null,
    indicators > 0 ? `${count(indicators)} 个指标` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? html`<span class="doubt">⚑ ${parts.join("、")}待核</span>` : null;
}

const FIGURES: readonly Column<ScoreLevel>[] = [
  countColumn("指标", "个", (row) => row.indicators),
  rateColumn("达成占比", (row) => row.attained_share),
  rateColumn("指标得分率", (row) => row.score_rate),
  rateColumn("执行率", (row) => row.execution_rate),
  pointsColumn("高出", "百分点", (row) => row.score_over_execution),
  pointsColumn("比规则多得", "分", (row) => row.rule_gap),
  pointsColumn("得分率比上年", "百分点", (row) => row.score_rate_change),
];

/** How many forms a row is about, leading to their list. */
function forms<Row extends ScoreLevel>(
  of: (row: Row) => { department?: string; unit?: string },
): Column<Row> {
  return countColumn(
    "表单",
    "张",
    (row) => row.forms,
    (row, text) => html`<a href=${linkToForms({ ...of(row), year: row.fiscal_year })}>${text}</a>`,
  );
}

/** Departments, or units: each narrows the page to itself, and its forms are listed behind their number. */
export function scoreMemberTable(rows: ScoreMember[], caption: string): HTMLElement {
  const columns: Column<ScoreMember>[] = [
    {
      label: rows[0]?.level === "department" ? "主管部门" : "实施单位",
      cell: (row) =>
        html.fragment`<a href=${linkPicking({ [row.level]: row.name })}>${nameWithDoubt(row.name, row.name_doubtful)}</a> ${doubt(row)}`,
      value: (row) => row.name,
    },
    forms((row) => ({ [row.level]: row.name })),
    ...FIGURES,
  ];
  return table(rows, columns, { caption, limit: 15 });
}

/** Every year of what the page is narrowed to; its forms are listed behind their number. */
export function scoreYearTable(
  rows: ScoreLevel[],
  caption: string,
  { department, unit }: { department?: string; unit?: string },
): HTMLElement {
  const columns: Column<ScoreLevel>[] = [
    {
      label: "年度",
      short: true,
      cell: (row) => html.fragment`${yearName(row.fiscal_year)} ${doubt(row)}`,
      value: (row) => row.fiscal_year,
    },
    forms(() => (unit ? { unit } : { department })),
    ...FIGURES,
  ];
  return table(rows, columns, { caption });
}

/** Tables of low execution year after year. */
import { html } from "htl";
import { amountColumn, countColumn, rateColumn } from "../columns.js";
import { count } from "../format.js";
import { linkToProject, linkToUnit } from "../links.js";
import { nameWithDoubt } from "../measures.js";
import { doubtMark, OF_EXECUTION } from "../reliability.js";
import { type Column, table } from "../table.js";
import { type StreakProject, type StreakUnit, streakDoubt } from "./streaks.js";

/** Length, depth and money of a streak, and this year. */
function streakColumns<Row extends StreakUnit>(): Column<Row>[] {
  return [
    countColumn("连续偏低", "年", (row) => row.streak_years),
    rateColumn("最低执行率", (row) => row.streak_lowest_rate),
    // Of a single year the name of the row says it.
    amountColumn(
      "这些年未执行",
      (row) => row.streak_unexecuted,
      (row, text) =>
        row.streak_years < 2 ? text : html.fragment`${text} ${doubtMark(streakDoubt(row), OF_EXECUTION)}`,
    ),
    amountColumn("本年全年预算", (row) => row.adjusted_budget),
    amountColumn("本年未执行", (row) => row.unexecuted),
    rateColumn("本年执行率", (row) => row.execution_rate),
    {
      label: "三年里偏低",
      unit: "年",
      numeric: true,
      cell: (row) => `${count(row.low_years_of_three)} / ${count(Math.min(3, row.years_present))}`,
      value: (row) => row.low_years_of_three,
    },
  ];
}

/** Units by what their low years left. */
export function streakUnitTable(rows: StreakUnit[], caption: string): HTMLElement {
  const name: Column<StreakUnit> = {
    label: "实施单位",
    cell: (row) =>
      html.fragment`<a href=${linkToUnit(row.implementing_unit, row.fiscal_year)}>${nameWithDoubt(row.implementing_unit, row.unit_doubtful)}</a> ${doubtMark(row)}`,
    value: (row) => row.implementing_unit,
  };
  return table(rows, [name, ...streakColumns<StreakUnit>()], {
    caption,
    limit: 20,
    empty: "没有执行率偏低的单位。",
  });
}

/** Projects of units that were low two years and more. */
export function streakProjectTable(rows: StreakProject[], caption: string): HTMLElement {
  const name: Column<StreakProject> = {
    label: "项目 · 实施单位",
    cell: (row) => {
      const { project_name: project, implementing_unit: unit } = row;
      return html.fragment`<a href=${linkToProject(project, row.fiscal_year)}>${`${nameWithDoubt(project, row.name_doubtful)}\u00a0· ${unit}`}</a> ${doubtMark(row)}`;
    },
    value: (row) => row.project_name,
  };
  return table(rows, [name, ...streakColumns<StreakProject>()], {
    caption,
    limit: 20,
    empty: "没有连续两年以上偏低的项目。",
  });
}

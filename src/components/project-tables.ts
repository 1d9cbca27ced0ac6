/** The tables of the pages of projects. */
import { html } from "htl";
import { amountColumn, countColumn, rateColumn } from "./columns.js";
import { linkToForms, linkToProject } from "./links.js";
import { nameWithDoubt, UNNAMED } from "./measures.js";
import type { ListedProject } from "./projects.js";
import { doubtMark } from "./reliability.js";
import { type Column, table } from "./table.js";

/** Projects across units, with how long they have stood. */
export function listedProjectTable(rows: ListedProject[], caption: string): HTMLElement {
  const columns: Column<ListedProject>[] = [
    {
      label: "项目",
      cell: (row) => {
        const { project_name: project, fiscal_year: year } = row;
        const name =
          project === null
            ? UNNAMED
            : html`<a href=${linkToProject(project, year)}>${nameWithDoubt(project, row.name_doubtful)}</a>`;
        return html.fragment`${name} ${doubtMark(row)}`;
      },
      value: (row) => row.project_name,
    },
    countColumn("单位", "个", (row) => row.units),
    countColumn(
      "表单",
      "张",
      (row) => row.forms,
      ({ project_name: project, fiscal_year: year }, text) =>
        project === null ? text : html`<a href=${linkToForms({ project, year })}>${text}</a>`,
    ),
    amountColumn("年初预算数", (row) => row.initial_budget),
    amountColumn("全年预算数", (row) => row.adjusted_budget),
    amountColumn("全年执行数", (row) => row.executed),
    amountColumn("未执行", (row) => row.unexecuted),
    rateColumn("执行率", (row) => row.execution_rate),
    rateColumn("占未执行", (row) => row.share_of_unexecuted),
    countColumn("出现", "年", (row) => row.years),
    countColumn("连续偏低", "年", (row) => row.streak_years),
  ];
  return table(rows, columns, { caption, limit: 25, empty: "没有项目。" });
}

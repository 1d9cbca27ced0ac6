/** The tables of the pages of projects. */
import { html } from "htl";
import { count, money, NONE, percent } from "./format.js";
import { linkToForms, linkToProject } from "./links.js";
import { nameWithDoubt, UNNAMED } from "./measures.js";
import type { ListedProject } from "./projects.js";
import { doubtMark } from "./reliability.js";
import { type Column, table } from "./table.js";

/** Projects across units, with how long they have stood. */
export function listedProjectTable(rows: ListedProject[], caption: string): HTMLElement {
  const amount = (
    label: string,
    key: "initial_budget" | "adjusted_budget" | "executed" | "unexecuted",
  ): Column<ListedProject> => ({
    label,
    unit: "万元",
    numeric: true,
    cell: (row) => money(row[key]),
    value: (row) => row[key],
  });
  const years = (label: string, key: "years" | "streak_years"): Column<ListedProject> => ({
    label,
    unit: "年",
    numeric: true,
    cell: (row) => (row[key] === null ? NONE : count(row[key])),
    value: (row) => row[key],
  });
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
    { label: "单位", unit: "个", numeric: true, cell: (row) => count(row.units), value: (row) => row.units },
    {
      label: "表单",
      unit: "张",
      numeric: true,
      cell: (row) => {
        const { project_name: project, fiscal_year: year } = row;
        const forms = count(row.forms);
        return project === null ? forms : html`<a href=${linkToForms({ project, year })}>${forms}</a>`;
      },
      value: (row) => row.forms,
    },
    amount("年初预算数", "initial_budget"),
    amount("全年预算数", "adjusted_budget"),
    amount("全年执行数", "executed"),
    amount("未执行", "unexecuted"),
    {
      label: "执行率",
      numeric: true,
      cell: (row) => percent(row.execution_rate),
      value: (row) => row.execution_rate,
    },
    {
      label: "占未执行",
      numeric: true,
      cell: (row) => percent(row.share_of_unexecuted),
      value: (row) => row.share_of_unexecuted,
    },
    years("出现", "years"),
    years("连续偏低", "streak_years"),
  ];
  return table(rows, columns, { caption, limit: 25, empty: "没有项目。" });
}

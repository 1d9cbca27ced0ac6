/** A table of years beside each other: what changed from one to the next. */
import { html } from "htl";
import { amountColumn, countColumn, pointsColumn, rateColumn } from "./columns.js";
import { sourceKey } from "./figure.js";
import { yearName } from "./format.js";
import { type FormFilter, linkToForms } from "./links.js";
import type { ChangedYear } from "./measures.js";
import { sourceName } from "./palette.js";
import { doubtMark } from "./reliability.js";
import { type Column, table } from "./table.js";

/** Money that came in mid-year, where any did. */
function addedColumns(rows: ChangedYear[]): Column<ChangedYear>[] {
  if (!rows.some((row) => /[1-9]/.test(row.added_budget ?? ""))) return [];
  return [
    amountColumn("年中追加", (row) => row.added_budget),
    amountColumn("追加未执行", (row) => row.added_unexecuted),
  ];
}

export interface YearTableOptions {
  /** Whose forms a year leads to. */
  of?: FormFilter;
  /** Filters of the address that do not narrow the rows. */
  notBy?: readonly string[];
  /** All amounts of a year, for a page that has them nowhere else; else what was added in mid-year, where any was. */
  whole?: boolean;
}

/** Years by source of funds, each with what changed since the year before; a year leads to its forms. */
export function yearTable(
  rows: ChangedYear[],
  caption: string,
  { of = {}, notBy = [], whole = false }: YearTableOptions = {},
): HTMLElement {
  const isOfSeveral = new Set(rows.map((row) => row.source)).size > 1;
  const source: Column<ChangedYear> = {
    label: "资金来源",
    cell: (row) => html.fragment`${sourceKey(row.source)} ${doubtMark(row)}`,
    value: (row) => sourceName(row.source),
  };
  const columns: Column<ChangedYear>[] = [
    {
      label: "年度",
      short: true,
      cell: (row) =>
        html.fragment`<a href=${linkToForms({ ...of, year: row.fiscal_year })}>${yearName(row.fiscal_year)}</a> ${isOfSeveral ? null : doubtMark(row)}`,
      value: (row) => row.fiscal_year,
    },
    ...(isOfSeveral ? [source] : []),
    countColumn(
      rows.some((row) => row.funded_forms !== undefined) ? "有资金的表单" : "表单",
      "张",
      (row) => row.funded_forms ?? row.forms,
    ),
    ...(whole ? [amountColumn<ChangedYear>("年初预算数", (row) => row.initial_budget)] : []),
    amountColumn("全年预算数", (row) => row.adjusted_budget),
    rateColumn("预算比上年", (row) => row.budget_change_rate),
    ...(whole ? [amountColumn<ChangedYear>("全年执行数", (row) => row.executed)] : []),
    amountColumn("未执行", (row) => row.unexecuted),
    rateColumn("执行率", (row) => row.execution_rate),
    pointsColumn("执行率比上年", "百分点", (row) => row.execution_rate_change),
    countColumn("连续偏低", "年", (row) => row.streak_years),
    ...(whole ? [] : addedColumns(rows)),
  ];
  return table(rows, columns, { caption, notBy });
}

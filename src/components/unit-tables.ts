/** The tables of the pages of units. */
import { html } from "htl";
import { sourceKey } from "./figure.js";
import { count, money, percent, yearName } from "./format.js";
import { linkToForms, linkToUnit } from "./links.js";
import { UNNAMED, unitTitleOf } from "./measures.js";
import { sourceName } from "./palette.js";
import { doubtMark } from "./reliability.js";
import { type Column, table } from "./table.js";
import { type ListedUnit, lowestRates, type UnitYear } from "./unit-findings.js";

/** Every unit with its places by money and by rate. */
export function listedUnitTable(rows: ListedUnit[], caption: string): HTMLElement {
  const byMoney = new Map(rows.map((row, i) => [row, i + 1]));
  const byRate = new Map(lowestRates(rows).map((row, i) => [row, i + 1]));
  const place = (label: string, places: Map<ListedUnit, number>): Column<ListedUnit> => ({
    label,
    numeric: true,
    cell: (row) => (places.has(row) ? count(places.get(row)!) : "—"),
    value: (row) => places.get(row) ?? null,
  });
  const money_ = (label: string, key: "adjusted_budget" | "executed" | "unexecuted"): Column<ListedUnit> => ({
    label,
    unit: "万元",
    numeric: true,
    cell: (row) => money(row[key]),
    value: (row) => row[key],
  });
  const columns: Column<ListedUnit>[] = [
    {
      label: "实施单位",
      cell: (row) => {
        const unit = row.implementing_unit;
        const name = unit
          ? html`<a href=${linkToUnit(unit, row.fiscal_year)}>${unitTitleOf(row)}</a>`
          : UNNAMED;
        return html.fragment`${name} ${doubtMark(row)}`;
      },
      value: (row) => row.implementing_unit,
    },
    { label: "主管部门", cell: (row) => row.department ?? "—", value: (row) => row.department },
    {
      label: "有资金的表单",
      unit: "张",
      numeric: true,
      cell: (row) => {
        const { implementing_unit: unit, fiscal_year: year } = row;
        const forms = count(row.funded_forms);
        return unit ? html`<a href=${linkToForms({ unit, year })}>${forms}</a>` : forms;
      },
      value: (row) => row.funded_forms,
    },
    money_("全年预算数", "adjusted_budget"),
    money_("全年执行数", "executed"),
    money_("未执行", "unexecuted"),
    place("按金额排第", byMoney),
    {
      label: "执行率",
      numeric: true,
      cell: (row) => percent(row.execution_rate),
      value: (row) => row.execution_rate,
    },
    place("按执行率排第", byRate),
    {
      label: "占未执行",
      numeric: true,
      cell: (row) => percent(row.share_of_unexecuted),
      value: (row) => row.share_of_unexecuted,
    },
    {
      label: "连续偏低",
      unit: "年",
      numeric: true,
      cell: (row) => count(row.streak_years),
      value: (row) => row.streak_years,
    },
  ];
  return table(rows, columns, { caption });
}

/** A unit's years by source of funds. */
export function unitYearTable(unit: string, rows: UnitYear[], caption: string): HTMLElement {
  const amountColumn = (
    label: string,
    key: "initial_budget" | "adjusted_budget" | "executed" | "unexecuted",
  ): Column<UnitYear> => ({
    label,
    unit: "万元",
    numeric: true,
    cell: (row) => money(row[key]),
    value: (row) => row[key],
  });
  const rate = (label: string, key: "execution_rate" | "budget_change_rate"): Column<UnitYear> => ({
    label,
    numeric: true,
    cell: (row) => percent(row[key]),
    value: (row) => row[key],
  });
  const columns: Column<UnitYear>[] = [
    {
      label: "年度",
      short: true,
      cell: (row) =>
        html.fragment`<a href=${linkToForms({ unit, year: row.fiscal_year })}>${yearName(row.fiscal_year)}</a> ${doubtMark(row)}`,
      value: (row) => row.fiscal_year,
    },
    { label: "资金来源", cell: (row) => sourceKey(row.source), value: (row) => sourceName(row.source) },
    { label: "表单", unit: "张", numeric: true, cell: (row) => count(row.forms), value: (row) => row.forms },
    amountColumn("年初预算数", "initial_budget"),
    amountColumn("全年预算数", "adjusted_budget"),
    amountColumn("全年执行数", "executed"),
    amountColumn("未执行", "unexecuted"),
    rate("执行率", "execution_rate"),
    rate("预算比上年", "budget_change_rate"),
    {
      label: "连续偏低",
      unit: "年",
      numeric: true,
      cell: (row) => count(row.streak_years),
      value: (row) => row.streak_years,
    },
  ];
  return table(rows, columns, { caption });
}

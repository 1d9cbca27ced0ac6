/** The table of all units. */
import { html } from "htl";
import { amountColumn, countColumn, rateColumn } from "./columns.js";
import { linkToForms, linkToUnit } from "./links.js";
import { UNNAMED, unitTitleOf } from "./measures.js";
import { doubtMark } from "./reliability.js";
import { type Column, table } from "./table.js";
import { type ListedUnit, lowestRates } from "./unit-findings.js";

/** Every unit with its places by money and by rate. */
export function listedUnitTable(rows: ListedUnit[], caption: string): HTMLElement {
  const byMoney = new Map(rows.map((row, i) => [row, i + 1]));
  const byRate = new Map(lowestRates(rows).map((row, i) => [row, i + 1]));
  const place = (label: string, places: Map<ListedUnit, number>) =>
    countColumn<ListedUnit>(label, null, (row) => places.get(row) ?? null);
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
    countColumn(
      "有资金的表单",
      "张",
      (row) => row.funded_forms,
      ({ implementing_unit: unit, fiscal_year: year }, text) =>
        unit ? html`<a href=${linkToForms({ unit, year })}>${text}</a>` : text,
    ),
    amountColumn("全年预算数", (row) => row.adjusted_budget),
    amountColumn("全年执行数", (row) => row.executed),
    amountColumn("未执行", (row) => row.unexecuted),
    place("按金额排第", byMoney),
    rateColumn("执行率", (row) => row.execution_rate),
    place("按执行率排第", byRate),
    rateColumn("占未执行", (row) => row.share_of_unexecuted),
    countColumn("连续偏低", "年", (row) => row.streak_years),
  ];
  return table(rows, columns, { caption });
}

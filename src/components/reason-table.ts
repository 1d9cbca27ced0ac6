/** The reasons that forms give, beside the money that was not spent. */
import { html } from "htl";
import { amountColumn, rateColumn } from "./columns.js";
import { NONE } from "./format.js";
import { linkToForm } from "./links.js";
import { type FormNames, formTitle } from "./measures.js";
import { type Column, table } from "./table.js";

/** A form with money left, and a reason that it gives for one of its indicators; without any, the reason is null. */
export interface ReasonRow extends FormNames {
  form_id: string;
  unexecuted: string | null;
  execution_rate: string | null;
  doubtful: boolean;
  indicator: string | null;
  deviation_reason: string | null;
  line: number;
}

/** Forms and their reasons; a form that gives several has a row for each. */
export function reasonTable(rows: ReasonRow[], caption: string): HTMLElement {
  const columns: Column<ReasonRow>[] = [
    {
      label: "项目 · 实施单位",
      cell: (row) =>
        html.fragment`<a href=${linkToForm(row.form_id, row.line)}>${formTitle(row)}</a> ${row.doubtful ? html`<span class="doubt">⚑ 金额待核</span>` : null}`,
      value: formTitle,
    },
    amountColumn("未执行", (row) => row.unexecuted),
    rateColumn("执行率", (row) => row.execution_rate),
    { label: "指标", cell: (row) => row.indicator ?? NONE, value: (row) => row.indicator },
    {
      label: "偏差原因",
      wide: true,
      cell: (row) => row.deviation_reason ?? "（没有写原因）",
      value: (row) => row.deviation_reason,
    },
  ];
  return table(rows, columns, { caption, limit: 20, empty: "没有其他资金未执行的表单。" });
}

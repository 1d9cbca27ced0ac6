/** Money that was carried over from the year before: how much of it is left again, and for how long it has been carried. */
import { html } from "htl";
import { amountColumn, countColumn, rateColumn } from "../columns.js";
import { amount, count, yearName } from "../format.js";
import { linkToForm, linkToProject } from "../links.js";
import { type Doubted, nameWithDoubt } from "../measures.js";
import { doubtMark, doubtSentence, OF_EXECUTION } from "../reliability.js";
import { type Column, table } from "../table.js";
import type { View } from "../view.js";

/** The projects of a view into which money was carried over. */
export interface CarriedCount extends Doubted {
  projects: number;
  /** Into this year and into the year before. */
  again: number;
  carried_budget: string | null;
  carried_unexecuted: string | null;
}

/** Money carried over into a project of a unit. Amounts in 万元. */
export interface CarriedProject extends Doubted {
  implementing_unit: string;
  project_name: string;
  fiscal_year: number;
  carried_budget: string | null;
  carried_executed: string | null;
  carried_unexecuted: string | null;
  /** What the year before had left of all its money; null without a form of that year. */
  unexecuted_before: string | null;
  /** carried_budget over unexecuted_before, in percent. */
  carried_share: string | null;
  /** Years in a row with money carried over, this one last. */
  carried_years: number;
  /** Where it is printed, if on one form. */
  form_id: string | null;
  line: number | null;
  name_doubtful: boolean;
}

/** How much came over from the year before, and what is left of it again. */
export function carriedText(counts: CarriedCount | undefined, view: View): string {
  const who = view.unit ?? view.department ?? "";
  if (!counts) return `${yearName(view.year)}${who}没有上年结转资金。`;
  const again =
    counts.again === 0
      ? "没有连着两年结转的。"
      : `其中 ${count(counts.again)} 个项目连着两年以上都有结转，请问是分年实施，还是年年用不完。`;
  const left =
    counts.carried_unexecuted === null
      ? "其中执行了多少读不出来。"
      : `年末又有 ${amount(counts.carried_unexecuted)}没有执行。`;
  return `${yearName(view.year)}${who}有 ${count(counts.projects)} 个项目用上年结转的钱，全年预算共 ${amount(counts.carried_budget)}，${left}${doubtSentence(counts, OF_EXECUTION)}${again}`;
}

/** Projects by what is left of the money that was carried over into them. */
export function carriedTable(rows: CarriedProject[], caption: string): HTMLElement {
  const name: Column<CarriedProject> = {
    label: "项目 · 实施单位",
    cell: (row) => {
      const { project_name: project, implementing_unit: unit } = row;
      const named = `${nameWithDoubt(project, row.name_doubtful)}\u00a0· ${unit}`;
      return html.fragment`<a href=${linkToProject(project, row.fiscal_year)}>${named}</a> ${doubtMark(row)}`;
    },
    value: (row) => row.project_name,
  };
  const toForm = (row: CarriedProject, text: string): Node | string =>
    row.form_id === null ? text : html`<a href=${linkToForm(row.form_id, row.line)}>${text}</a>`;
  return table(
    rows,
    [
      name,
      countColumn("连续结转", "年", (row) => row.carried_years),
      amountColumn("结转来的全年预算", (row) => row.carried_budget, toForm),
      amountColumn("其中已执行", (row) => row.carried_executed, toForm),
      amountColumn("其中未执行", (row) => row.carried_unexecuted),
      amountColumn("上年未执行", (row) => row.unexecuted_before),
      rateColumn("占上年未执行", (row) => row.carried_share),
    ],
    { caption, limit: 20, empty: "没有用上年结转资金的项目。" },
  );
}

/** How far figures can be trusted, and how doubtful ones look. */
import { html } from "htl";
import { amount, count } from "./format.js";
import { linkToForms } from "./links.js";
import type { Reliability } from "./measures.js";
import type { View } from "./view.js";

/** A sum with what of it is in doubt. */
export interface Doubted {
  doubtful_forms: number;
  doubtful_budget: string | null;
}

/** Beside a sum or its name: how much of it comes from forms with amounts that a person should check. */
export function doubtMark({ doubtful_forms: forms, doubtful_budget: budget }: Doubted): HTMLElement | null {
  if (forms === 0) return null;
  const much = budget === null ? "，其全年预算数没有读到" : `，全年预算 ${amount(budget)}`;
  return html`<span class="doubt">⚑ 含 ${count(forms)} 张金额待核的表单${much}</span>`;
}

/** The figures of a view: how many cells they rest on ask for a person, with the way to them. */
export function honesty(row: Reliability | undefined, { department, unit }: Partial<View> = {}): Node {
  if (!row) return html.fragment``;
  const left =
    row.other_forms > 0 ? `另有 ${count(row.other_forms)} 张部门整体或转移支付的表单不计入合计。` : "";
  if (row.flagged_cells === 0)
    return html`<p class="honesty">${count(row.forms)} 张表单的每个单元格都与原文件一致，没有待核之处。${left}</p>`;
  const amounts =
    row.doubtful_forms === 0
      ? "金额没有存疑"
      : `其中 ${count(row.doubtful_forms)} 张表单的金额存疑，用到这些金额的数字标有 ⚑，请先核对`;
  return html`<p class="honesty"><strong>这些数字有多可靠：</strong>${count(row.forms)} 张表单中有
    ${count(row.flagged_forms)} 张、共 ${count(row.flagged_cells)} 个单元格的读法需要人来核对；${amounts}。${left}
    <a href=${linkToForms({ year: row.fiscal_year, unit, department: unit ? undefined : department, flagged: true })}>查看待核的表单</a></p>`;
}

/** What could not be read, where something could not. */
export function troubleNote(trouble: string | null): Node {
  return trouble === null ? html.fragment`` : html`<p class="trouble" role="alert">${trouble}</p>`;
}

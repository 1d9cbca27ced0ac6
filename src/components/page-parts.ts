/** The parts that every page has: its finding as title, the year, and what it all rests on. */
import { html } from "htl";
import { attentionText } from "./findings.js";
import { count, yearName } from "./format.js";
import { FLAGGED_FORMS, linkToForm, linkToForms } from "./links.js";
import type { AttentionRow, Run } from "./measures.js";

/** Makes a finding the title of the window too, and hands it back for the heading. */
export function titled(finding: string): string {
  document.title = `${finding} | 绩效自评`;
  return finding;
}

/** A choice of year, for `view`; a plain word where there is nothing to choose. */
export function yearInput(years: (number | null)[]): HTMLElement & { value: number | null } {
  const options = years.map((year, i) => html`<option value=${i}>${yearName(year)}</option>`);
  const select = html`<select aria-label="年度">${options}</select>` as HTMLSelectElement;
  const form = html`<form class="year-input" onsubmit=${(event: Event) => event.preventDefault()}>
    <label>年度 ${select}</label>
  </form>`;
  form.hidden = years.length < 2;
  Object.defineProperty(form, "value", { get: () => years[select.selectedIndex] ?? null });
  select.onchange = () => form.dispatchEvent(new Event("input", { bubbles: true }));
  return form as HTMLElement & { value: number | null };
}

/** How far the figures can be trusted, with the way to the cells that ask for a person. */
export function honesty(run: Run): HTMLElement {
  if (run.flagged_cells === 0)
    return html`<p class="honesty">${count(run.forms)} 张表单的每个单元格都与原文件一致，没有待核之处。</p>`;
  const amounts =
    run.doubtful_forms === 0
      ? "金额没有存疑"
      : `其中 ${count(run.doubtful_forms)} 张表单的金额存疑，用到这些金额的数字请先核对`;
  return html`<p class="honesty"><strong>⚑ 这些数字有多可靠：</strong>${count(run.forms)} 张表单中有
    ${count(run.flagged_forms)} 张、共 ${count(run.flagged_cells)} 个单元格的读法需要人来核对；${amounts}。
    <a href=${FLAGGED_FORMS}>查看待核的表单</a></p>`;
}

/** Which documents, when, and by which version: what a page printed on paper needs to be found again. */
export function provenance(run: Run): HTMLElement {
  const rejected = run.rejected > 0 ? `，另有 ${count(run.rejected)} 份文件未能读入` : "";
  return html`<p class="provenance">数据：${count(run.documents)} 份文件、${count(run.forms)} 张表单${rejected}。
    运行时间：${run.run_at}。软件版本：${run.version}。</p>`;
}

/** The things to look at, each with its figures, the rule that chose it and the way to it. */
export function attentionList(rows: AttentionRow[]): HTMLElement {
  const items = rows.map((row) => {
    const { title, figures, rule } = attentionText(row);
    const href = row.form_id
      ? linkToForm(row.form_id, row.line)
      : row.implementing_unit
        ? linkToForms(row.implementing_unit)
        : "./other-funds.html";
    const linked =
      row.kind === "source" && row.source !== "other_funds" ? title : html`<a href=${href}>${title}</a>`;
    return html`<li><h3>${linked}</h3><p>${figures}</p><p class="rule">选取规则：${rule}</p></li>`;
  });
  return html`<ol class="attention">${items}</ol>`;
}

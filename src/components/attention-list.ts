/** The things to look at first. */
import { html } from "htl";
import { attentionText } from "./findings.js";
import { linkToForm, linkToUnit, OTHER_FUNDS_PAGE } from "./links.js";
import type { AttentionRow } from "./measures.js";
import { doubtMark, OF_EXECUTION } from "./reliability.js";
import type { View } from "./view.js";

/** Where a row leads: to its form's line, to its unit's page, or to the page about its source. */
function destination(row: AttentionRow): string | null {
  if (row.form_id) return linkToForm(row.form_id, row.line);
  if (row.implementing_unit) return linkToUnit(row.implementing_unit, row.fiscal_year);
  return row.source === "other_funds" ? OTHER_FUNDS_PAGE : null;
}

/** A year's things to look at, each with its figures, the rule that chose it and the way to it. */
export function attentionList(rows: AttentionRow[], view: View): HTMLElement {
  const items = rows.map((row) => {
    const { title, figures, rule } = attentionText(row, view);
    const href = destination(row);
    return html`<li>
      <h3>${href ? html`<a href=${href}>${title}</a>` : title}</h3>
      <ul>${figures.map((text) => html`<li>${text}</li>`)}</ul>
      ${doubtMark(row, OF_EXECUTION)}
      <p class="rule">选取规则：${rule}</p>
    </li>`;
  });
  return html`<ol class="attention">${items}</ol>`;
}

/** The lines of a document as received, beside the form that was read from them. */
import { html } from "htl";
import type { FormShare } from "./form-share.js";
import { linkToForm } from "./links.js";

/** A line with its tabs made visible; a break may follow each, since lines are long. */
function visible(text: string): (string | HTMLElement)[] {
  return text
    .split("\t")
    .flatMap((piece, i) => (i === 0 ? [piece] : [html`<i class="tab">⇥<wbr></i>`, piece]));
}

/** The panel of source lines; each line knows its number (`data-source-line`). */
export function sourceLines({ form, document, flags, lines }: FormShare): HTMLElement {
  const flagged = new Set(flags.map((flag) => flag.line));
  const items = lines.map(
    ({ line, text }) => html`<li data-source-line=${line} class=${flagged.has(line) ? "has-flag" : null}>
      <a class="number plain" href=${linkToForm(form.form_id, line)} data-line=${line} aria-label=${`第 ${line} 行`}>${line}</a
      ><code>${visible(text)}</code></li>`,
  );
  return html`<section class="source" aria-label="原文">
    <h2>原文</h2>
    <p class="where">${document.path}，第 ${form.first_line}–${form.last_line} 行，逐字；⇥ 为制表符</p>
    <ol tabindex="0" aria-label="原文各行">${items}</ol>
  </section>`;
}

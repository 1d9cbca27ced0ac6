/** The reasons behind the marks in a form, numbered as they are there. */
import { html } from "htl";
import { fieldName, flagKind } from "./flags.js";
import type { FormShare, SharedFlag } from "./form-share.js";
import { linkToForm } from "./links.js";
import { sourceName } from "./palette.js";

/** Which cell a flag is about, in words. */
function place(flag: SharedFlag): string {
  const field = fieldName(flag.field);
  if (flag.record === "funding") return `${sourceName(flag.seq)} · ${field}`;
  if (flag.record === "indicator") return `第 ${flag.seq} 条指标 · ${field}`;
  return field;
}

function note(formId: string, flag: SharedFlag, i: number): HTMLElement {
  const kind = flagKind(flag.status);
  const line =
    flag.line === null
      ? null
      : html`<a href=${linkToForm(formId, flag.line)} data-line=${flag.line}>第 ${flag.line} 行</a>`;
  const asRead = flag.as_read === "" ? "原文没有内容" : `原文“${flag.as_read.replaceAll("\t", "⇥")}”`;
  const value = flag.value === null || flag.value === "" ? "没有取值" : `读作“${flag.value}”`;
  return html`<li id=${`note-${i + 1}`}>
    <span class=${`flag flag-${flag.status}`}><span aria-hidden="true">${kind.sign}</span> ${kind.name}</span>
    <strong>${place(flag)}</strong>：${flag.reason}
    <span class="reading">${asRead}，${value}。${line}</span>
  </li>`;
}

/** The list of notes; null for a form without flags. */
export function flagNotes({ form, flags }: FormShare): HTMLElement | null {
  if (flags.length === 0) return null;
  return html`<section class="notes" aria-label="待核与修补">
    <h2 id="notes">待核与修补</h2>
    <ol>${flags.map((flag, i) => note(form.form_id, flag, i))}</ol>
  </section>`;
}

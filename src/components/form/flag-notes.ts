/** The reasons behind the marks in a form, numbered as they are there. */
import { html } from "htl";
import { linkToForm } from "../links.js";
import { sourceName } from "../palette.js";
import type { FlagNote } from "./flag-index.js";
import { fieldName, flagKind } from "./flag-kinds.js";
import type { SharedFlag } from "./form-share.js";

/** Texts longer than this are shown when asked for. */
const LONG = 60;

/** Numbers in few words: `2–9、11`. */
export function ranges(numbers: number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && n <= run[1] + 1) run[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join("、");
}

/** Which cells a note is about, in words. */
function place(flags: SharedFlag[]): string {
  const { record, field } = flags[0]!;
  const names = flags.map((flag) => flag.seq);
  if (record === "funding") return `${names.map(sourceName).join("、")} · ${fieldName(field)}`;
  if (record === "indicator") return `第 ${ranges(names.map(Number))} 条指标 · ${fieldName(field)}`;
  return fieldName(field);
}

/** What stood there and what it was taken for; folded away where it is long. */
function reading({ as_read, value }: SharedFlag): HTMLElement {
  const original = as_read === "" ? "原文没有内容" : `原文“${as_read.replaceAll("\t", "⇥")}”`;
  const taken = value === null || value === "" ? "没有取值" : `读作“${value}”`;
  const text = `${original}，${taken}。`;
  return text.length <= LONG * 2
    ? html`<span class="reading">${text}</span>`
    : html`<details class="reading"><summary>对照原文与读法</summary>${text}</details>`;
}

function item(formId: string, { number, flags }: FlagNote): HTMLElement {
  const flag = flags[0]!;
  const kind = flagKind(flag.status);
  const line =
    flag.line === null
      ? null
      : html`<a href=${linkToForm(formId, flag.line)} data-line=${flag.line}>第 ${flag.line} 行</a>`;
  return html`<li id=${`note-${number}`} value=${number}>
    <span class=${`flag flag-${flag.status}`}><span aria-hidden="true">${kind.sign}</span> ${kind.name}</span>
    <strong>${place(flags)}</strong>：${flag.reason} ${line} ${reading(flag)}</li>`;
}

function list(formId: string, title: string, notes: FlagNote[]): HTMLElement | null {
  if (notes.length === 0) return null;
  return html`<section><h3>${title}</h3><ol>${notes.map((note) => item(formId, note))}</ol></section>`;
}

/** The list of a form's notes; null for a form without flags. */
export function notesList(formId: string, notes: FlagNote[]): HTMLElement | null {
  if (notes.length === 0) return null;
  const asking = notes.filter((note) => note.flags[0]!.asks_person);
  const settled = notes.filter((note) => !note.flags[0]!.asks_person);
  return html`<section class="notes" aria-label="标记的说明">
    <h2 id="notes">标记的说明</h2>
    ${list(formId, "待核", asking)}${list(formId, "已修补、已更正", settled)}
  </section>`;
}

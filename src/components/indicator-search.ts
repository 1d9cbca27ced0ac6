/** Finding indicators by pieces of their names; the names are read when a reader begins to type. */
import { html } from "htl";
import { readCut } from "./cut-file.js";
import { count } from "./format.js";
import { indicatorTextTable } from "./indicator-tables.js";
import type { IndicatorText, NamePlace } from "./indicators.js";
import { type View, yearKey } from "./view.js";

/** Names that a search shows; more is a reason to type more. */
const SHOWN = 30;

/** The names that hold every word. */
export function namesWith(names: NamePlace[], words: string): NamePlace[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return names.filter(({ name }) => {
    const text = name.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}

/** The search box with what it finds: names first, and on asking the indicators that carry one. */
export function indicatorSearch(view: View): HTMLElement {
  const year = yearKey(view.year);
  let names: Promise<NamePlace[]> | null = null;
  const load = () => {
    names ??= readCut("indicator-names", [year, "all"]).then((read) => read.rows<NamePlace>("names"));
    return names;
  };
  const input = html`<input type="search" placeholder="指标名称里的几个字，空格隔开">` as HTMLInputElement;
  const status = html`<output></output>`;
  const list = html`<ul class="name-list"></ul>`;
  const results = html`<div></div>`;

  async function show({ name, part }: NamePlace): Promise<void> {
    const read = await readCut("indicator-texts", [year, String(part)]);
    const rows = read
      .rows<IndicatorText>("texts")
      .filter(
        (row) => row.name === name && (view.department === undefined || row.department === view.department),
      );
    results.replaceChildren(
      read.trouble ?? indicatorTextTable(rows, `名为“${name}”的指标，${count(rows.length)} 个`),
    );
  }

  function item(place: NamePlace): HTMLElement {
    const button = html`<button type="button">${place.name}</button>`;
    button.onclick = () => show(place);
    return html`<li>${button} ${count(place.indicators)} 个指标，${count(place.forms)} 张表单</li>`;
  }

  async function search(): Promise<void> {
    const words = input.value.trim();
    const found = namesWith(await load(), words);
    if (input.value.trim() !== words) return;
    status.textContent =
      words === ""
        ? ""
        : `${count(found.length)} 个名称${found.length > SHOWN ? `，只列前 ${SHOWN} 个` : ""}`;
    list.replaceChildren(...found.slice(0, SHOWN).map(item));
    results.replaceChildren();
    if (found.length === 1) await show(found[0]!);
  }

  input.oninput = search;
  return html`<div class="indicator-search">
    <form role="search" aria-label="查找指标" ${{ onsubmit: (event: Event) => event.preventDefault() }}>
      <label>查找 ${input}</label> ${status}
    </form>${list}${results}
  </div>`;
}

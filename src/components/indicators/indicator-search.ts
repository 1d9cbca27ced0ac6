/**
 * Finding indicators by pieces of what is written of them: name, target, actual and reason. Every text stands once in a file
 * that is read when a reader begins to type; the indicators themselves are read when one of its texts is chosen.
 */
import { html } from "htl";
import { count } from "../format.js";
import type { View } from "../view.js";
import type { TextField, TextPlace } from "./indicators.js";
import { indicatorsOfText, readTexts, TEXT_FIELDS } from "./indicators-of-text.js";

/** Texts that a search shows of each kind; more is a reason to type more. */
const SHOWN = 15;

/** The texts that hold every word. */
export function textsWith(texts: TextPlace[], words: string): TextPlace[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return texts.filter((place) => {
    const text = place.text.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}

/** How many texts of each kind were found: `3 个指标名称，12 个偏差原因`. */
function told(found: TextPlace[]): string {
  const kinds = Object.entries(TEXT_FIELDS).map(([field, name]) => {
    const number = found.filter((place) => place.field === field).length;
    return number === 0 ? [] : `${count(number)} 个${name}${number > SHOWN ? `（只列前 ${SHOWN} 个）` : ""}`;
  });
  return kinds.flat().join("，") || "没有找到";
}

/** The search box with what it finds: texts first, and on asking the indicators that carry one. */
export function indicatorSearch(view: View): HTMLElement {
  let read: ReturnType<typeof readTexts> | null = null;
  const load = () => {
    read ??= readTexts(view.year);
    return read;
  };
  const input =
    html`<input type="search" placeholder="名称、指标值、完成值、原因里的几个字，空格隔开">` as HTMLInputElement;
  const status = html`<output></output>`;
  const lists = html`<div></div>`;
  const results = html`<div></div>`;

  async function show(place: TextPlace): Promise<void> {
    results.replaceChildren(await indicatorsOfText(place, view));
  }

  function item(place: TextPlace): HTMLElement {
    const button = html`<button type="button">${place.text}</button>`;
    button.onclick = () => show(place);
    // Texts are counted once for the year; what a department or unit has of them the table tells.
    const isPart = view.department !== undefined || view.unit !== undefined;
    return html`<li>${button} ${isPart ? "全年 " : ""}${count(place.indicators)} 个指标，${count(place.forms)} 张表单</li>`;
  }

  function list(field: string, found: TextPlace[]): HTMLElement | null {
    const ofField = found.filter((place) => place.field === field);
    if (ofField.length === 0) return null;
    return html`<h3>${TEXT_FIELDS[field as TextField]}</h3><ul class="name-list">${ofField.slice(0, SHOWN).map(item)}</ul>`;
  }

  async function search(): Promise<void> {
    const words = input.value.trim();
    const { texts, trouble } = await load();
    const found = textsWith(texts, words);
    if (input.value.trim() !== words) return;
    status.textContent = trouble ?? (words === "" ? "" : told(found));
    lists.replaceChildren(...Object.keys(TEXT_FIELDS).flatMap((field) => list(field, found) ?? []));
    results.replaceChildren();
    if (found.length === 1) await show(found[0]!);
  }

  input.oninput = search;
  return html`<div class="indicator-search">
    <form role="search" aria-label="查找指标" ${{ onsubmit: (event: Event) => event.preventDefault() }}>
      <label>查找 ${input}</label> ${status}
    </form>${lists}${results}
  </div>`;
}

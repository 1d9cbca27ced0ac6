/**
 * Finding indicators by pieces of what is written of them: name, target, actual and reason. Every text stands once in a file
 * that is read when a reader begins to type; the indicators themselves are read when one of its texts is chosen.
 */
import { html } from "htl";
import { readCut } from "./cut-file.js";
import { count } from "./format.js";
import { indicatorTextTable } from "./indicator-tables.js";
import type { IndicatorText, TextField, TextPlace } from "./indicators.js";
import { type View, yearKey } from "./view.js";

/** Texts that a search shows of each kind; more is a reason to type more. */
const SHOWN = 15;

const FIELDS: Record<TextField, string> = {
  name: "指标名称",
  target: "年度指标值",
  actual: "实际完成值",
  deviation_reason: "偏差原因",
};

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
  const kinds = Object.entries(FIELDS).map(([field, name]) => {
    const number = found.filter((place) => place.field === field).length;
    return number === 0 ? [] : `${count(number)} 个${name}${number > SHOWN ? `（只列前 ${SHOWN} 个）` : ""}`;
  });
  return kinds.flat().join("，") || "没有找到";
}

/** The search box with what it finds: texts first, and on asking the indicators that carry one. */
export function indicatorSearch(view: View): HTMLElement {
  const year = yearKey(view.year);
  let trouble: string | null = null;
  let texts: Promise<TextPlace[]> | null = null;
  const load = () => {
    texts ??= readCut("indicator-words", [year, "all"]).then((read) => {
      trouble = read.trouble;
      return read.rows<TextPlace>("texts");
    });
    return texts;
  };
  const input =
    html`<input type="search" placeholder="名称、指标值、完成值、原因里的几个字，空格隔开">` as HTMLInputElement;
  const status = html`<output></output>`;
  const lists = html`<div></div>`;
  const results = html`<div></div>`;

  async function show({ field, text, files, indicators }: TextPlace): Promise<void> {
    const reads = await Promise.all(files.map((file) => readCut("indicator-texts", [year, file])));
    const carrying = reads
      .flatMap((read) => read.rows<IndicatorText>("texts"))
      .filter((row) => row[field] === text);
    const rows = carrying.filter(
      (row) => view.department === undefined || row.department === view.department,
    );
    const part = carrying.length < indicators ? `；全年 ${count(indicators)} 个，这里只列一部分` : "";
    const caption = `${FIELDS[field]}为“${text}”的指标，${count(rows.length)} 个${part}`;
    results.replaceChildren(reads.find((read) => read.trouble)?.trouble ?? indicatorTextTable(rows, caption));
  }

  function item(place: TextPlace): HTMLElement {
    const button = html`<button type="button">${place.text}</button>`;
    button.onclick = () => show(place);
    return html`<li>${button} ${count(place.indicators)} 个指标，${count(place.forms)} 张表单</li>`;
  }

  function list(field: string, found: TextPlace[]): HTMLElement | null {
    const ofField = found.filter((place) => place.field === field);
    if (ofField.length === 0) return null;
    return html`<h3>${FIELDS[field as TextField]}</h3><ul class="name-list">${ofField.slice(0, SHOWN).map(item)}</ul>`;
  }

  async function search(): Promise<void> {
    const words = input.value.trim();
    const found = textsWith(await load(), words);
    if (input.value.trim() !== words) return;
    status.textContent = trouble ?? (words === "" ? "" : told(found));
    lists.replaceChildren(...Object.keys(FIELDS).flatMap((field) => list(field, found) ?? []));
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

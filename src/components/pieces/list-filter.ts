/** The filters of a long list: a choice a key and a search, kept in the address. */
import { html } from "htl";
import { count } from "../format.js";
import { countsBy, type KeyFilter, type KeyValue, keyText, matching, type Portion } from "./piece-index.js";

export interface FilterField {
  /** The key in the index of the list. */
  key: string;
  /** What the address calls it. */
  param: string;
  label: string;
  /** How a value reads. */
  name: (value: KeyValue) => string;
  /** Sorts the choices; without it the most frequent comes first. */
  order?: (a: KeyValue, b: KeyValue) => number;
  /** Chosen where the address asks for nothing that there is. */
  preset?: KeyValue;
}

export interface ListFilter {
  keys: KeyFilter;
  /** Words that rows must hold. */
  words: string;
}

/** Stands in an address for "no matter which", where something else would be the preset. */
const ALL = "all";

/** What an address asks of a list; what the list does not know narrows nothing. */
export function askedFilter(search: string, fields: FilterField[], portions: Portion[]): ListFilter {
  const params = new URLSearchParams(search);
  const keys: KeyFilter = {};
  for (const { key, param, preset } of fields) {
    const asked = params.get(param);
    const known = portions.some(({ group }) => keyText(group[key] ?? null) === asked);
    if (asked !== null && known) keys[key] = asked;
    else if (asked !== ALL && preset !== undefined && portions.length > 0) keys[key] = keyText(preset);
  }
  return { keys, words: params.get("q")?.trim() ?? "" };
}

/** A sentence for each thing that an address asks of a list in vain: a reader who sent it believes that it narrows. */
export function askedInVain(search: string, fields: FilterField[], portions: Portion[]): string[] {
  if (portions.length === 0) return [];
  const { keys } = askedFilter(search, fields, portions);
  const params = new URLSearchParams(search);
  return fields.flatMap(({ key, param, label, name }) => {
    const asked = params.get(param);
    const shown = keys[key];
    if (!asked || asked === ALL || asked === shown) return [];
    const instead =
      shown === undefined ? "没有按它筛选" : `下面是${name(shown === "unknown" ? null : shown)}的`;
    return [`这里没有${label}为“${asked}”的，${instead}。`];
  });
}

/** What readers take along from page to page, by its name in the address. */
const ALONG = ["year", "department", "unit", "source"];

/** What of a filter goes along to other pages, and what of the address that the list does not filter by. */
export function queryAlong({ keys }: ListFilter, fields: FilterField[], search: string): URLSearchParams {
  const [params, asked] = [new URLSearchParams(), new URLSearchParams(search)];
  for (const param of ALONG) {
    const field = fields.find((one) => one.param === param);
    const value = field ? keys[field.key] : asked.get(param);
    const isName = value && (value !== "unknown" || param === "year");
    if (isName) params.set(param, value);
  }
  return params;
}

/**
 * The address of a filter, relative to the page.
 *
 * @param search the address until now: what the list does not filter by stays in it
 */
export function filterAddress({ keys, words }: ListFilter, fields: FilterField[], search = ""): string {
  const params = new URLSearchParams(search);
  params.delete("q");
  for (const { key, param, preset } of fields) {
    params.delete(param);
    const asked = keys[key];
    if (asked === undefined) {
      if (preset !== undefined) params.set(param, ALL);
    } else if (preset === undefined || asked !== keyText(preset)) params.set(param, asked);
  }
  if (words) params.set("q", words);
  return params.size > 0 ? `?${params}` : location.pathname;
}

/** A filter in words, for the note of a download. */
export function filterWords({ keys, words }: ListFilter, fields: FilterField[]): string[] {
  const named = fields.flatMap(({ key, label, name }) => {
    const asked = keys[key];
    return asked === undefined ? [] : [`${label}：${name(asked === "unknown" ? null : asked)}`];
  });
  return words ? [...named, `查找：${words}`] : named;
}

/**
 * The form of the filters. Beside each choice stands how many rows it would leave under the others.
 *
 * Choices can be gone back from.
 *
 * @param onChange called with the new filter at every change; the address has followed by then
 */
export function filterForm(
  asked: ListFilter,
  fields: FilterField[],
  portions: Portion[],
  onChange: (filter: ListFilter) => void,
): HTMLElement {
  let filter = asked;
  const search = html`<input type="search" value=${asked.words}>` as HTMLInputElement;
  const selects = fields.map((field) => {
    const select = html`<select aria-label=${field.label}></select>` as HTMLSelectElement;
    select.onchange = () => {
      const { [field.key]: _, ...others } = filter.keys;
      const keys = select.value === "" ? others : { ...others, [field.key]: select.value };
      history.pushState(null, "", filterAddress({ ...filter, keys }, fields, location.search));
      change({ ...filter, keys });
    };
    return { field, select };
  });

  const notices = html`<div role="alert"></div>`;

  function change(next: ListFilter): void {
    filter = next;
    fill();
    onChange(filter);
  }

  addEventListener("popstate", () => {
    const next = askedFilter(location.search, fields, portions);
    search.value = next.words;
    change(next);
  });

  function fill(): void {
    const inVain = askedInVain(location.search, fields, portions);
    notices.replaceChildren(...inVain.map((sentence) => html`<p class="trouble">${sentence}</p>`));
    for (const { field, select } of selects) {
      const { [field.key]: chosen = "", ...others } = filter.keys;
      const choices = countsBy(matching(portions, others), field.key);
      if (field.order) choices.sort((a, b) => field.order!(a.value, b.value));
      const known = choices.some(({ value }) => keyText(value) === chosen);
      select.replaceChildren(
        html`<option value="">全部</option>`,
        ...choices.map(
          ({ value, rows }) =>
            html`<option value=${keyText(value)}>${field.name(value)}（${count(rows)}）</option>`,
        ),
        ...(chosen === "" || known
          ? []
          : [
              html`<option value=${chosen}>${field.name(chosen === "unknown" ? null : chosen)}（0）</option>`,
            ]),
      );
      select.value = chosen;
    }
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  search.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const next = { ...filter, words: search.value.trim() };
      // Letter by letter there is nothing to go back to.
      history.replaceState(null, "", filterAddress(next, fields, location.search));
      change(next);
    }, 150);
  };
  fill();
  return html`<form class="list-filter" role="search" aria-label="筛选" ${{ onsubmit: (event: Event) => event.preventDefault() }}>
    ${selects.map(({ field, select }) => html`<label>${field.label} ${select}</label>`)}
    <label>查找 ${search}</label>${notices}
  </form>`;
}

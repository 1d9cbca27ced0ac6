/** The choices above a page. They stand in the address, so that a view can be sent on, and go along to other pages. */
import { html } from "htl";
import { yearName } from "./format.js";
import { linkToPage } from "./links.js";
import { sourceName } from "./palette.js";
import { followLinksWithin, goWithin } from "./picks.js";
import {
  type Choices,
  chosenName,
  FIELD_NAMES,
  type Field,
  readView,
  type View,
  viewQuery,
  yearKey,
} from "./view.js";

/** More names than these are searched, not scrolled. */
const SCROLLED = 40;
const ALL = "";

type Named = Exclude<Field, "year">;
type Control = HTMLSelectElement | HTMLInputElement;

/** Lets the links of the masthead lead to the same view of other pages. */
export function keepOnLinks(query: URLSearchParams): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#observablehq-header a[data-page]")) {
    link.search = query.toString();
  }
}

function select(options: [value: string, name: string][]): HTMLSelectElement {
  return html`<select>${options.map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select>` as HTMLSelectElement;
}

/** A box to type a name into, with those that there are to choose from. */
function searched(field: Named, names: string[]): HTMLInputElement {
  const list = `names-of-${field}`;
  const input = html`<input type="search" list=${list} placeholder=${`全部 ${names.length} 个，键入几个字来选`}>`;
  document.querySelector(`#${list}`)?.remove();
  document.body.append(
    html`<datalist id=${list}>${names.map((name) => html`<option value=${name}>`)}</datalist>`,
  );
  return input as HTMLInputElement;
}

function control(field: Field, choices: Choices): Control {
  switch (field) {
    case "year":
      return select(choices.years.map((year) => [yearKey(year), yearName(year)]));
    case "source":
      return select(choices.sources.map((source) => [source === "total" ? ALL : source, sourceName(source)]));
    case "department":
    case "unit": {
      const names = field === "department" ? choices.departments : choices.units;
      if (names.length > SCROLLED) return searched(field, names);
      return select([[ALL, "全部"], ...names.map((name): [string, string] => [name, name])]);
    }
  }
}

/** How many things a field lets one choose between. */
function choiceCount(field: Field, choices: Choices): number {
  switch (field) {
    case "year":
      return choices.years.length;
    case "source":
      return choices.sources.length;
    case "department":
      return choices.departments.length;
    case "unit":
      return choices.units.length;
  }
}

/** A page that heeds a field, for a reader who asked one for it that does not. */
const HEEDED_BY: Record<Named, { page: string; said: string }> = {
  department: { page: "index", said: "看它的总览" },
  unit: { page: "unit", said: "看这个单位的一页" },
  source: { page: "units", said: "按它看各单位" },
};

/** Fields in the address that this page does not heed: said, since a reader who sent them believes otherwise. */
function unheeded(view: View, fields: readonly Field[]): HTMLElement[] {
  const asked = (["department", "unit", "source"] as const).filter(
    (field) => view[field] && !fields.includes(field),
  );
  return asked.map((field) => {
    const { page, said } = HEEDED_BY[field];
    return html`<p>这一页不按${FIELD_NAMES[field]}筛选，“${chosenName(view, field)}”在别的页仍然有效：<a href=${linkToPage(page, view)}>${said}</a>。</p>`;
  });
}

/**
 * The choices of a page, for `view`. A field with nothing to choose is hidden. Going back in the browser goes back to
 * the choice before.
 *
 * @param fields what the page can be narrowed by, in the order of reading
 * @param options.leads whether units are there to choose from too, where each has a page of its own: choosing goes there
 */
export function filterBar(
  choices: Choices,
  fields: readonly Field[],
  { leads = false } = {},
): HTMLElement & { value: View } {
  const offered: readonly Field[] = leads ? [...fields, "unit"] : fields;
  const controls = new Map(offered.map((field) => [field, control(field, choices)]));
  const labels = [...controls].map(([field, input]) => {
    // Without a name of its own a choice would be called by all of its options.
    input.setAttribute("aria-label", FIELD_NAMES[field]);
    const label = html`<label>${FIELD_NAMES[field]} ${input}</label>`;
    label.hidden = choiceCount(field, choices) < 2;
    return label;
  });
  const notices = html`<div role="alert"></div>`;
  const said = html`<p class="chosen"></p>`;
  const bar = html`<form class="filters" data-narrows=${fields.join(" ")} ${{ onsubmit: (event: Event) => event.preventDefault() }}>${labels}${notices}${said}</form>`;
  let current: View;

  /** Shows what the address asks for. */
  function show(): void {
    const asked = readView(location.search, choices, fields);
    current = asked.view;
    for (const [field, input] of controls) {
      const isHeeded = fields.includes(field);
      const value = field === "year" ? yearKey(current.year) : (isHeeded && current[field]) || ALL;
      input.value = field === "source" && value === "total" ? ALL : value;
    }
    const notFound = asked.notices.map((sentence) => html`<p>${sentence}</p>`);
    notices.replaceChildren(...notFound, ...unheeded(current, fields));
    said.textContent = fields
      .map((field) => `${FIELD_NAMES[field]}：${chosenName(current, field)}`)
      .join("　");
    keepOnLinks(viewQuery({ ...current, project: undefined }, choices));
  }

  /** Takes over what was chosen; a name that there is not stays in the address and is told of. */
  function choose(field: Field, value: string): void {
    const next: View = { ...current };
    if (field === "year") next.year = choices.years.find((year) => yearKey(year) === value) ?? null;
    else next[field] = value || undefined;
    if (!fields.includes(field)) {
      if (choices.units.includes(value)) location.assign(linkToPage("unit", next));
      return;
    }
    goWithin(`?${viewQuery(next, choices)}`);
  }

  for (const [field, input] of controls) {
    input.addEventListener("input", (event) => event.stopPropagation());
    input.addEventListener("change", () => choose(field, input.value.trim()));
  }
  followLinksWithin();
  addEventListener("popstate", () => {
    const before = JSON.stringify(current);
    show();
    // What a chart picks changes the address too, and none of what is read by these choices.
    if (JSON.stringify(current) !== before) bar.dispatchEvent(new Event("input", { bubbles: true }));
  });
  show();
  Object.defineProperty(bar, "value", { get: () => current });
  return bar as HTMLElement & { value: View };
}

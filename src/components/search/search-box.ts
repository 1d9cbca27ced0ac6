/**
 * The search on top of every page: a script of the document, since it belongs to no page. The index is fetched when
 * the box is first entered. For keyboards and readers' programs it is a combobox with a list of links.
 */
import type { SearchIndex } from "./search-index.js";
import { type ResultGroup, SiteSearch } from "./site-search.js";

/** Beside the folder of modules, whatever the page and the prefix of the site. */
const INDEX = new URL("../../../_file/data/search.json", import.meta.url);

let loading: Promise<SiteSearch> | undefined;

function load(): Promise<SiteSearch> {
  // A site that was built anew has a new index under the same name.
  loading ??= fetch(INDEX, { cache: "no-cache" })
    .then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    })
    .then((index: SearchIndex) => new SiteSearch(index));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

function element(
  name: string,
  attributes: Record<string, string>,
  ...content: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** A group of results with its heading; options are numbered through all groups. */
function groupElement(group: ResultGroup, first: number): HTMLElement {
  const left = group.total - group.results.length;
  const heading = `${group.name}${left > 0 ? `（共 ${group.total} 个，列出最近的 ${group.results.length} 个）` : ""}`;
  const options = group.results.map(({ text, note, href }, at) =>
    element(
      "a",
      { role: "option", id: `search-option-${first + at}`, href, tabindex: "-1", "aria-selected": "false" },
      element("span", {}, text),
      ...(note ? [element("small", {}, note)] : []),
    ),
  );
  const label = `search-group-${first}`;
  return element(
    "div",
    { role: "group", "aria-labelledby": label },
    element("div", { id: label, class: "kind", role: "presentation" }, heading),
    ...options,
  );
}

function startSearchBox(form: HTMLFormElement): void {
  const input = form.querySelector("input")!;
  const list = form.querySelector<HTMLElement>("[role=listbox]")!;
  const status = form.querySelector<HTMLElement>("[role=status]")!;
  let active = -1;

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>("[role=option]")];

  function open(is: boolean): void {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) activate(-1);
  }

  function activate(at: number): void {
    const all = options();
    active = all.length === 0 ? -1 : at < -1 ? all.length - 1 : at >= all.length ? -1 : at;
    for (const [place, option] of all.entries())
      option.setAttribute("aria-selected", String(place === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active]!.id);
      all[active]!.scrollIntoView({ block: "nearest" });
    }
  }

  function show(groups: ResultGroup[]): void {
    let first = 0;
    list.replaceChildren(
      ...groups.map((group) => {
        const made = groupElement(group, first);
        first += group.results.length;
        return made;
      }),
    );
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    status.textContent =
      total === 0 ? "没有找到。请换个词，或用拼音首字母。" : `找到 ${total} 个，按上下键选择，回车打开。`;
    open(total > 0);
    activate(-1);
  }

  async function search(): Promise<void> {
    const query = input.value;
    if (query.trim() === "") {
      status.textContent = "";
      return open(false);
    }
    if (!loading) status.textContent = "正在读取索引……";
    try {
      const site = await load();
      if (input.value === query) show(site.find(query));
    } catch {
      open(false);
      status.textContent = "索引没有读出来，请检查网络，或重新生成网站。";
    }
  }

  input.addEventListener("focus", () => void load().catch(() => {}));
  input.addEventListener("input", () => void search());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && !list.hidden) activate(active + 1);
    else if (event.key === "ArrowUp" && !list.hidden) activate(active === -1 ? -2 : active - 1);
    else if (event.key === "Escape") open(false);
    else if (event.key === "Enter") options()[Math.max(active, 0)]?.click();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) open(false);
  });
  // What is clicked keeps the focus in the box until the click has led away.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const typing =
      event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}

const form = document.querySelector<HTMLFormElement>(".site-search");
if (form) startSearchBox(form);

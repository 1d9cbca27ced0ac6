/** The top of every page: the site's name and the way to all pages, in groups by what they answer. */

import { ownPages } from "./own-pages.ts";

export interface SitePage {
  /** Its address without prefix and extension. */
  path: string;
  name: string;
  /** The page of one of the things that this page lists. */
  one?: string;
}

/** Pages that belong together stand together; the order is the one in which a reader goes deeper. */
const GROUPS: readonly (readonly SitePage[])[] = [
  [
    { path: "/index", name: "总览" },
    { path: "/other-funds", name: "其他资金" },
    { path: "/streaks", name: "长期低执行" },
    { path: "/briefings", name: "简报" },
  ],
  [
    { path: "/units", name: "单位", one: "/unit" },
    { path: "/projects", name: "项目", one: "/project" },
    { path: "/form", name: "表单" },
  ],
  [
    { path: "/indicators", name: "指标" },
    { path: "/scores", name: "评分可信度" },
    { path: "/findings", name: "问题清单" },
    { path: "/review", name: "待复核" },
  ],
  [
    { path: "/query", name: "自由分析" },
    { path: "/profiles", name: "口径" },
    { path: "/dictionary", name: "数据字典" },
  ],
];

/** Pages that `jixiao new-page` or an analyst has put beside these. */
const OWN_PAGES = ownPages(new Set(GROUPS.flat().flatMap(({ path, one }) => (one ? [path, one] : [path]))));

/** All pages in the order of the masthead, as Framework wants them; those of analysts' own stand last. */
export const PAGES: SitePage[] = [...GROUPS, OWN_PAGES].flat();

function isAt(page: SitePage, path: string): boolean {
  return path === page.path || path === page.one;
}

function links(group: readonly SitePage[], path: string): string {
  if (group.length === 0) return "";
  const items = group.map((page) => {
    const current = isAt(page, path) ? ` aria-current="page"` : "";
    return `<li><a href="${page.path}" data-page${current}>${page.name}</a></li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

/** What all pages have to say first; `components/site-notices/site-notices.ts` fills it. */
const NOTICES = `<div class="site-notices" role="status"></div>
<script type="module" src="/components/site-notices/site-notices.js"></script>`;

/** The search of the site; `components/search/search-box.ts` brings it to life. */
const SEARCH = `<form class="site-search" role="search" aria-label="全站">
<input type="search" role="combobox" aria-label="搜索全站" aria-expanded="false" aria-controls="search-results"
  aria-autocomplete="list" autocomplete="off" placeholder="搜索 单位、项目、指标、原因">
<div id="search-results" role="listbox" aria-label="搜索结果" hidden></div>
<p role="status"></p>
</form>
<script type="module" src="/components/search/search-box.js"></script>`;

/**
 * The masthead of the page at a path. On a narrow screen a dozen names would push the answer off it: there they are
 * folded behind a button that says which page this is.
 */
export function masthead(path: string): string {
  const current = PAGES.find((page) => isAt(page, path))?.name ?? "页面";
  return `<a class="skip" href="#observablehq-main">跳到正文</a>
<a class="brand" href="/index" data-page>绩效自评<span>项目支出绩效自评表分析</span></a>
${SEARCH}
<button type="button" class="pages-button" aria-expanded="false" aria-controls="pages">${current}</button>
<nav id="pages" aria-label="页面">${[...GROUPS, OWN_PAGES].map((group) => links(group, path)).join("")}</nav>
${NOTICES}`;
}

/**
 * Opens and closes the pages on a narrow screen; Escape closes them and gives the focus back. A page that has no filters of
 * its own hands on those that it was reached with.
 */
export const MASTHEAD_SCRIPT = `<script>{
  const button = () => document.querySelector(".pages-button");
  const open = (is) => button()?.setAttribute("aria-expanded", String(is));
  addEventListener("click", ({target}) => {
    if (!(target instanceof Element)) return;
    if (target.closest(".pages-button")) open(button().getAttribute("aria-expanded") !== "true");
    else if (!target.closest("#pages")) open(false);
  });
  addEventListener("keydown", ({key}) => {
    if (key !== "Escape" || button()?.getAttribute("aria-expanded") !== "true") return;
    open(false);
    button().focus();
  });
  addEventListener("DOMContentLoaded", () => {
    const asked = new URLSearchParams(location.search);
    const along = new URLSearchParams();
    for (const name of ["year", "department", "unit", "source"])
      if (asked.get(name) && asked.get(name) !== "all") along.set(name, asked.get(name));
    for (const link of document.querySelectorAll("#observablehq-header a[data-page]"))
      if (link.search === "") link.search = along.toString();
  });
}</script>`;

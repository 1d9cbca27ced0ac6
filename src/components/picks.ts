/**
 * What a reader picks in a chart, for the tables of the same page. It stands in the address like the choices above the page:
 * a mark is a link to the page with the pick in its address, so that mouse, keyboard, back and a colleague's browser follow it.
 */
import { html } from "htl";

/** By the name in the address; a pick that was not made is not there. */
export type Picks = Readonly<Record<string, string>>;

/**
 * The address of this page with a pick made; with the same pick made already, without it.
 *
 * @param picks several names make one pick, a range of scores and one of rates for instance; null leaves a name out
 */
export function linkPicking(
  picks: Readonly<Record<string, string | null>>,
  search = location.search,
): string {
  const params = new URLSearchParams(search);
  const isMade = Object.entries(picks).every(([name, value]) => params.get(name) === value);
  for (const [name, value] of Object.entries(picks)) {
    if (isMade || value === null) params.delete(name);
    else params.set(name, value);
  }
  // An empty query would leave the one that is there.
  return `?${params}`;
}

/** Whether a mark's pick is the one that is made. */
export function isPicked(pick: Readonly<Record<string, string | null>>, made: Picks): boolean {
  return Object.entries(pick).every(([name, value]) => (made[name] ?? null) === value);
}

/** What an address picks. */
export function picksOf(search: string, names: readonly string[]): Picks {
  const params = new URLSearchParams(search);
  return Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
}

/** Where a link leads that only changes what this page shows; null for any other. */
function withinPage(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest("a") : null;
  const href = link?.getAttribute("href") ?? link?.getAttributeNS("http://www.w3.org/1999/xlink", "href");
  return href?.startsWith("?") ? href : null;
}

/** Goes to another view of this page as if it were another page; going back comes back. */
export function goWithin(query: string): void {
  history.pushState(null, "", query === "?" ? location.pathname : query);
  dispatchEvent(new PopStateEvent("popstate"));
}

let isFollowing = false;

/** Lets links within the page change what it shows without loading it again. */
export function followLinksWithin(): void {
  if (isFollowing) return;
  isFollowing = true;
  addEventListener("click", (event) => {
    const query = withinPage(event.target);
    if (query === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goWithin(query);
  });
}

/**
 * Says what is picked, with a button that lets it go; nothing where nothing is. The value follows the address.
 *
 * @param names under which picks stand in the address
 * @param say a pick in words: `一级指标为“产出指标”的`; null for one that makes no sense, which then picks nothing
 */
export function pickBar(
  names: readonly string[],
  say: (picks: Picks) => string | null,
): HTMLElement & { value: Picks } {
  const bar = html`<div class="picked" role="status"></div>`;
  let current: Picks = {};

  function show(): void {
    const asked = picksOf(location.search, names);
    const said = Object.keys(asked).length > 0 ? say(asked) : null;
    current = said === null ? {} : asked;
    const none = Object.fromEntries(names.map((name) => [name, null]));
    const all = html`<button type="button">全部都看</button>`;
    all.onclick = () => goWithin(linkPicking(none));
    const unclear = Object.keys(asked).length > 0 ? html`<p>网址里要看的部分读不懂，没有按它筛选。</p>` : "";
    bar.replaceChildren(said === null ? unclear : html`<p>下表只列${said}。${all}</p>`);
  }

  addEventListener("popstate", () => {
    const before = JSON.stringify(current);
    show();
    if (JSON.stringify(current) === before) return;
    bar.dispatchEvent(new Event("input", { bubbles: true }));
    // The mark that was picked is drawn anew: a keyboard goes on from here, and eyes see what has changed.
    bar.querySelector("button")?.focus();
  });
  followLinksWithin();
  show();
  Object.defineProperty(bar, "value", { get: () => current });
  return bar as HTMLElement & { value: Picks };
}

/** A pick of a range: `90-92` is from 90 to below 92, `90-` from 90 on; null where it is none. */
export function rangeOf(pick: string | undefined): [from: number, to: number] | null {
  const [, from, to] = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)?$/.exec(pick ?? "") ?? [];
  const end = to === undefined ? Number.POSITIVE_INFINITY : Number(to);
  return from !== undefined && Number(from) < end ? [Number(from), end] : null;
}

/** Whether a figure lies in a range; nothing does that is not known. */
export function liesIn(figure: string | null, [from, to]: readonly [number, number]): boolean {
  return figure !== null && Number(figure) >= from && Number(figure) < to;
}

/** Ties the cells of a form to the lines they were read from: what is asked for is marked on both sides. */

function lineOf(target: EventTarget | null): number | null {
  const element =
    target instanceof Element ? target.closest("[data-line], [data-cell-line], [data-source-line]") : null;
  if (!(element instanceof HTMLElement)) return null;
  const { line, cellLine, sourceLine } = element.dataset;
  const text = line ?? cellLine ?? sourceLine;
  return text ? Number(text) : null;
}

/** Both sides of a line: the line itself and the cells read from it. */
function sidesOf(page: HTMLElement, line: number): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(`[data-source-line="${line}"], [data-cell-line="${line}"]`)];
}

function mark(page: HTMLElement, name: string, line: number | null): void {
  for (const element of page.querySelectorAll(`.${name}`)) element.classList.remove(name);
  if (line !== null) for (const element of sidesOf(page, line)) element.classList.add(name);
}

/** Scrolls the panel of lines alone, so that the form stays where the reader's eye is. */
function reveal(panel: HTMLElement, item: HTMLElement): void {
  const middle = item.offsetTop - panel.offsetTop - (panel.clientHeight - item.offsetHeight) / 2;
  panel.scrollTop = Math.max(0, middle);
}

/**
 * Makes a page of a form answer to the mouse, the keyboard and its address. A click on a value marks its line and
 * puts it into the address, so that what one sees can be passed on; hovering shows it in passing.
 *
 * @param asked the line that the address asks for
 */
export function linkLines(page: HTMLElement, asked: number | null): void {
  const panel = page.querySelector<HTMLElement>(".source ol")!;
  const status = page.querySelector<HTMLElement>(".status")!;

  function show(line: number): void {
    mark(page, "is-asked", line);
    for (const item of panel.children) item.removeAttribute("aria-current");
    const item = panel.querySelector<HTMLElement>(`[data-source-line="${line}"]`);
    if (!item) {
      status.textContent = `第 ${line} 行不在这张表单的原文之内。`;
      return;
    }
    item.setAttribute("aria-current", "true");
    status.textContent = `已标出原文第 ${line} 行和由它读出的单元格。`;
    reveal(panel, item);
  }

  page.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-line]") : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.href);
    show(Number(link.dataset.line));
  });
  page.addEventListener("mouseover", (event) => mark(page, "is-hovered", lineOf(event.target)));
  page.addEventListener("mouseleave", () => mark(page, "is-hovered", null));

  if (asked === null) return;
  // The page is not in the document yet; nothing has a place before it is.
  requestAnimationFrame(() => {
    show(asked);
    page.querySelector(".paper .is-asked")?.scrollIntoView({ block: "center" });
  });
}

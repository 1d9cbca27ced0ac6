/** The lines of a document as received, beside the form that was read from them. */
import { html } from "htl";
import { linkToForm } from "../links.js";
import type { FormShare, SharedForm, SharedLine } from "./form-share.js";

/** A line with its tabs made visible; a break may follow each, since lines are long. */
function visible(text: string): (string | HTMLElement)[] {
  return text
    .split("\t")
    .flatMap((piece, i) => (i === 0 ? [piece] : [html`<i class="tab">⇥<wbr></i>`, piece]));
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Makes the numbers of lines one stop of the keyboard, within which arrows move: lines are many. */
function walkWithArrows(list: HTMLElement): void {
  const numbers = [...list.querySelectorAll<HTMLAnchorElement>("a.number")];
  const stopAt = (stop: Element | undefined) => {
    for (const number of numbers) number.tabIndex = number === stop ? 0 : -1;
  };
  stopAt(numbers[0]);
  list.addEventListener("focusin", (event) => {
    if (event.target instanceof Element) stopAt(event.target);
  });
  list.addEventListener("keydown", (event) => {
    const at = numbers.indexOf(event.target as HTMLAnchorElement);
    const step = STEPS[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    numbers[step(at, numbers.length - 1)]!.focus();
  });
}

/** Which lines they are: of a text, of a sheet, or from one place of a document to another. */
function whereOf({ first_line, last_line }: SharedForm, lines: readonly SharedLine[]): string {
  const places = [first_line, last_line].map((line) => lines.find((own) => own.line === line)?.place ?? null);
  const [first, last] = places;
  if (first === last) return `${first ?? ""}第 ${first_line}–${last_line} 行`;
  return `${first ?? ""} 至 ${last ?? ""}`;
}

/** The panel of source lines; each line knows its number (`data-source-line`). */
export function sourceLines({ form, document, flags, lines }: FormShare): HTMLElement {
  const flagged = new Set(flags.map((flag) => flag.line));
  const items = lines.map(({ line, text, place }) => {
    const hasFlag = flagged.has(line);
    const name = `第 ${line} 行${place ? `，${place}` : ""}${hasFlag ? "，有标记" : ""}`;
    return html`<li data-source-line=${line} class=${hasFlag ? "has-flag" : null}>
      <a class="number plain" href=${linkToForm(form.form_id, line)} data-line=${line} aria-label=${name} title=${place}>${line}</a
      ><code>${visible(text)}</code></li>`;
  });
  const list = html`<ol aria-label="原文各行，用上下方向键移动">${items}</ol>`;
  walkWithArrows(list);
  return html`<section class="source" aria-label="原文">
    <h2>原文</h2>
    <p class="where">${document.path}，${whereOf(form, lines)}，逐字；⇥ 为制表符</p>
    ${list}
  </section>`;
}

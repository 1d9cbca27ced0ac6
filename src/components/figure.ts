/** A chart with what it says above it and how to read it below that. */

import { resize } from "observablehq:stdlib";
import { html } from "htl";
import { sourceColour, sourceName } from "./palette.js";
import { rowPieces } from "./paper-rows.js";

/** The width of text on A4, in pixels. */
const PAPER_WIDTH = 688;

/**
 * A chart without the style element that Plot puts into it: what it says stands in `styles/parts.css`, and a server
 * may forbid styles within a page.
 */
function bare(plot: Element): Element {
  for (const style of plot.querySelectorAll("style")) style.remove();
  return plot;
}

/**
 * A chart that follows the width of the page, and a second one for paper: drawn for a wide screen and made smaller,
 * its letters would be too small to read.
 *
 * @param note how to read the chart, with its unit
 * @param draw the chart at a width; on paper none may be higher than a page but those of rows, which are taken apart
 * @param options.none a sentence in place of the chart where there is nothing to draw; false where there is
 */
export function figure(
  title: string,
  note: string | Node,
  draw: (width: number) => Element,
  { none = false }: { none?: string | false } = {},
): HTMLElement {
  if (none !== false) {
    return html`<figure class="chart"><figcaption><strong>${title}</strong></figcaption><p>${none}</p></figure>`;
  }
  return html`<figure class="chart">
    <figcaption><strong>${title}</strong><span class="reading">${note}</span></figcaption>
    <div class="on-screen">${resize((width) => bare(draw(width)))}</div>
    <div class="on-paper">${rowPieces(bare(draw(PAPER_WIDTH)))}</div>
  </figure>`;
}

/** A source's name after its colour; `ring` where charts draw it as a ring. */
export function sourceKey(source: string, { ring = false } = {}): HTMLElement {
  const colour = sourceColour(source);
  const sign = ring
    ? html`<i class="ring" ${{ style: { borderColor: colour } }}></i>`
    : html`<i ${{ style: { background: colour } }}></i>`;
  return html`<span class="key">${sign}${sourceName(source)}</span>`;
}

/** The colours of sources of funds, named; `rings` are those that the chart draws as rings. */
export function sourceLegend(sources: string[], rings: string[] = []): HTMLElement {
  const keys = sources.map((source) => sourceKey(source, { ring: rings.includes(source) }));
  return html`<span class="legend">${keys}</span>`;
}

/** A big number with its unit, what it is made of, and a doubt about it. */
export function card(
  label: string,
  { value, unit }: { value: string; unit: string },
  made: string,
  doubt: Node | null,
): HTMLElement {
  return html`<div class="card figure-card">
    <p class="label">${label}</p>
    <p class="value">${value}<span class="unit">${unit}</span></p>
    <p class="made">${made} ${doubt}</p>
  </div>`;
}

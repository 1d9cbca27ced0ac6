/** A chart with what it says above it and how to read it below that. */
import { html } from "htl";
import { sourceColour, sourceName } from "./palette.js";

/** Wraps a chart that follows the width of the page. `note` tells how to read it, with its unit. */
export function figure(title: string, note: string | Node, chart: Node): HTMLElement {
  return html`<figure class="chart">
    <figcaption><strong>${title}</strong><span class="reading">${note}</span></figcaption>
    ${chart}
  </figure>`;
}

/** The colours of sources of funds, named. */
export function sourceLegend(sources: string[]): HTMLElement {
  const keys = sources.map(
    (source) =>
      html`<span class="key"><i style=${{ background: sourceColour(source) }}></i>${sourceName(source)}</span>`,
  );
  return html`<span class="legend">${keys}</span>`;
}

/** A big number with its unit and what it is made of. */
export function card(label: string, value: string, unit: string, made: string): HTMLElement {
  return html`<div class="card figure-card">
    <p class="label">${label}</p>
    <p class="value">${value}<span class="unit">${unit}</span></p>
    <p class="made">${made}</p>
  </div>`;
}

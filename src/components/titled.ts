/** A page's title: the finding itself, for the heading and for the window. */
import { html } from "htl";

/** The parts of a sentence that are read in one breath, each with its closing mark. */
export function clauses(sentence: string): string[] {
  return sentence.split(/(?<=[，：；])/);
}

/**
 * Makes a finding the title of the window, and hands it back for the heading, where lines break between clauses
 * rather than within a number or a word.
 */
export function titled(finding: string): HTMLElement {
  document.title = `${finding} | 绩效自评`;
  return html`<span>${clauses(finding).map((clause) => html`<span class="clause">${clause}</span>`)}</span>`;
}

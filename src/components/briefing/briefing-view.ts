/** A briefing on the page: the text of the document, each sentence with the forms and lines that it rests on. */
import { html } from "htl";
import { linkToForm } from "../links.js";
import type { BriefingData, ParagraphData, PieceData, SectionData, TableData } from "./briefing-data.js";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function pieces(list: PieceData[]): (Node | string)[] {
  return list.map(({ text, form, line }) =>
    form === undefined ? text : html`<a href=${linkToForm(form, line)}>${text}</a>`,
  );
}

/** Numbers the notes in the order in which they are read, and collects them. */
type Notes = (basis: PieceData[]) => HTMLElement;

function numbered(): { mark: Notes; list: () => HTMLElement } {
  const notes: PieceData[][] = [];
  return {
    mark(basis) {
      notes.push(basis);
      const n = notes.length;
      return html`<sup class="note-mark"><a id=${`mark-${n}`} href=${`#note-${n}`} aria-label=${`出处 ${n}`}>[${n}]</a></sup>`;
    },
    list: () => html`<ol class="notes">
      ${notes.map((basis, i) => html`<li id=${`note-${i + 1}`}>${pieces(basis)} <a href=${`#mark-${i + 1}`} aria-label=${`回到正文第 ${i + 1} 处`}>↩</a></li>`)}
    </ol>`,
  };
}

function paragraph({ sentences }: ParagraphData, mark: Notes, number: string): HTMLElement {
  const text = sentences.map(
    (sentence) => html.fragment`${pieces(sentence.pieces)}${sentence.basis ? mark(sentence.basis) : ""}`,
  );
  return html`<p>${number}${text}</p>`;
}

function section({ heading, numbering, paragraphs }: SectionData, index: number, mark: Notes): HTMLElement {
  const isItems = numbering === "items" && paragraphs.length > 1;
  const body = paragraphs.map((one, at) => {
    const lead = one.lead ? html`<h3>（${NUMERALS[at]}）${pieces(one.lead)}</h3>` : null;
    return html.fragment`${lead}${paragraph(one, mark, isItems ? `${at + 1}. ` : "")}`;
  });
  return html`<section><h2>${NUMERALS[index]}、${heading}</h2>${body}</section>`;
}

function annex({ title, unit, columns, rows }: TableData, label: string): HTMLElement {
  const kind = (at: number) => (columns[at]!.numeric ? "numeric" : null);
  return html`<div class="table-scroll" role="region" tabindex="0" aria-label=${title}>
    <table class="data">
      <caption>${label}　${title}（${unit}）</caption>
      <thead><tr>${columns.map(({ label }, at) => html`<th scope="col" class=${kind(at)}>${label}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${row.map((cell, at) =>
            at === 0
              ? html`<th scope="row">${pieces(cell)}</th>`
              : html`<td class=${kind(at)}>${pieces(cell)}</td>`,
          )}</tr>`,
      )}</tbody>
    </table>
  </div>`;
}

/** The briefing without its title. */
export function briefingView(briefing: BriefingData): HTMLElement {
  const notes = numbered();
  const body = briefing.sections.map((one, index) => section(one, index, notes.mark));
  const tables = briefing.tables.map((one, index) => annex(one, `${briefing.annexHeading}${index + 1}`));
  return html`<article class="briefing">
    ${briefing.synthetic ? html`<p class="trouble">合成数据，不是真实单位的数据</p>` : null}
    ${body}
    ${tables}
    <h2>出处</h2>
    ${notes.list()}
    <p class="imprint">${briefing.imprint}</p>
  </article>`;
}

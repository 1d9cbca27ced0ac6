/** A briefing on the page: the text of the document, each paragraph with the forms and lines that it rests on. */
import { html } from "htl";
import { briefingChart } from "./briefing-chart.js";
import type {
  BriefingData,
  ParagraphData,
  PieceData,
  QueryData,
  SectionData,
  TableData,
} from "./briefing-data.js";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function pieces(list: PieceData[]): (Node | string)[] {
  return list.map(({ text, href }) => (href === undefined ? text : html`<a href=${href}>${text}</a>`));
}

/** Numbers the notes in the order in which they are read, and collects them. */
type Notes = (paragraph: ParagraphData) => HTMLElement | null;

function numbered(queries: QueryData[]): { mark: Notes; list: () => HTMLElement } {
  const notes: ParagraphData[] = [];
  return {
    mark(paragraph) {
      if (!paragraph.note) return null;
      const n = notes.push(paragraph);
      return html`<sup class="note-mark"><a id=${`mark-${n}`} href=${`#note-${n}`} aria-label=${`出处 ${n}`}>[${n}]</a></sup>`;
    },
    list: () => html`<ol class="notes">
      ${notes.map(
        ({ note, queries: places }, i) => html`<li id=${`note-${i + 1}`}>
          ${pieces(note!)} <a href=${`#mark-${i + 1}`} aria-label=${`回到正文第 ${i + 1} 处`}>↩</a>
          ${queryList(places.map((place) => queries[place]!))}
        </li>`,
      )}
    </ol>`,
  };
}

function queryList(queries: QueryData[]): HTMLElement | null {
  if (queries.length === 0) return null;
  return html`<details class="queries"><summary>算出这些数的查询（${queries.length} 个）</summary>
    ${queries.map(({ sql, parameters }) => html`<pre tabindex="0">${sql}</pre><p>${parametersText(parameters)}</p>`)}
  </details>`;
}

function parametersText(parameters: QueryData["parameters"]): string {
  const each = Object.entries(parameters).map(([name, value]) => `$${name} = ${value ?? "空"}`);
  return each.length > 0 ? `其中 ${each.join("，")}` : "";
}

function section({ heading, numbering, paragraphs }: SectionData, index: number, mark: Notes): HTMLElement {
  const isItems = numbering === "items";
  const isNumbered = numbering === "headings";
  const body = paragraphs.map((one, at) => {
    const lead = one.lead
      ? html`<h3>${isNumbered ? `（${NUMERALS[at]}）` : ""}${pieces(one.lead)}</h3>`
      : null;
    return html.fragment`${lead}<p>${isItems ? `${at + 1}. ` : ""}${pieces(one.text)}${mark(one)}</p>`;
  });
  return html`<section><h2 id=${heading}>${NUMERALS[index]}、${heading}</h2>${body}</section>`;
}

function annex({ title, unit, columns, rows }: TableData, label: string): HTMLElement {
  const kind = (at: number) => (columns[at]!.numeric ? "numeric" : null);
  return html`<div class="table-scroll" role="region" tabindex="0" aria-label=${title}>
    <table class="data">
      <caption>${label}　${title}（${unit}）</caption>
      <thead><tr>${columns.map(({ label }, at) => html`<th scope="col" class=${kind(at)}>${label}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ({ cells, isPart }) =>
          html`<tr>${cells.map((cell, at) =>
            at === 0
              ? html`<th scope="row" class=${isPart ? "part" : null}>${pieces(cell)}</th>`
              : html`<td class=${kind(at)}>${pieces(cell)}</td>`,
          )}</tr>`,
      )}</tbody>
    </table>
  </div>`;
}

/** The briefing without its title. */
export function briefingView(briefing: BriefingData): HTMLElement {
  const notes = numbered(briefing.queries);
  const { sections, charts, tables, annexHeading, notesHeading, synthetic, imprint } = briefing;
  const body = sections.map((one, index) => section(one, index, notes.mark));
  return html`<article class="briefing">
    ${synthetic ? html`<p class="trouble">合成数据，不是真实单位的数据</p>` : null}
    ${body}
    ${charts.map((one, index) => briefingChart(one, `附图${index + 1}`))}
    ${tables.map((one, index) => annex(one, `${annexHeading}${tables.length > 1 ? index + 1 : ""}`))}
    <h2 id=${notesHeading}>${notesHeading}</h2>
    ${notes.list()}
    <p class="imprint">${imprint}</p>
  </article>`;
}

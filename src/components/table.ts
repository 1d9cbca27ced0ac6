/** Tables that can be sorted by eye, mouse, keyboard and screen reader, searched, and taken along as a file. */
import { html } from "htl";
import { downloadButtons } from "./downloads/buttons.js";
import { filtersOf, noteLines, notNarrowing } from "./downloads/note.js";
import type { Sheet } from "./downloads/sheet.js";
import { tableSheet } from "./downloads/table-sheet.js";
import { count } from "./format.js";

export interface Column<Row> {
  label: string;
  /** Printed small beneath the label. */
  unit?: string;
  /** Numbers stand right; their digits are of one width. */
  numeric?: boolean;
  /** Never broken over two lines. */
  short?: boolean;
  /** Sentences, which want room. */
  wide?: boolean;
  /** What stands in a cell: text or an element, never markup. */
  cell: (row: Row) => Node | string;
  /** What rows are sorted by: decimal text in a numeric column. A column without it cannot be sorted. */
  value?: (row: Row) => string | number | null;
  /** What a download holds, where that is not the text of the cell. */
  text?: (row: Row) => string;
}

export interface TableOptions<Row> {
  caption: string;
  /** Rows drawn before a reader asks for the rest. */
  limit?: number;
  /** What stands in place of rows when there are none. */
  empty?: string;
  /** A box that narrows the rows to those with a text. */
  search?: boolean;
  /** What has narrowed the rows and is not in the address, for the note of a download. */
  filters?: string[];
  /** Whether the address narrows the rows too; so it does unless this says no. */
  filtersFromAddress?: boolean;
  /** Filters of the address that do not narrow these rows, beside others that do. */
  notBy?: readonly string[];
  /** All rows, where `rows` are only the first of more: what a download holds. */
  loadAll?: () => Promise<Row[]>;
}

function kindOf({ numeric, short, wide }: Pick<Column<never>, "numeric" | "short" | "wide">): string | null {
  if (numeric) return "numeric";
  return short ? "short" : wide ? "wide" : null;
}

/** The name of a column with its unit. */
function labelOf<Row>({ label, unit }: Column<Row>): string {
  return unit ? `${label}（${unit}）` : label;
}

/** A column heading, with the button that sorts by it. */
function heading<Row>(column: Column<Row>, sort: () => void): HTMLElement {
  const unit = column.unit ? html`<span class="unit">${column.unit}</span>` : null;
  const label = column.value
    ? html`<button type="button" ${{ onclick: sort }}>${column.label}${unit}<span class="arrow" aria-hidden="true"></span></button>`
    : html`<span>${column.label}${unit}</span>`;
  return html`<th scope="col" class=${column.numeric ? "numeric" : null}>${label}</th>`;
}

/** Orders rows by a column; rows without a value stand last whichever way it is sorted. */
function inOrder<Row>(rows: Row[], column: Column<Row>, descending: boolean): Row[] {
  const sortKey = column.value ?? (() => null);
  return [...rows].sort((a, b) => {
    const [x, y] = [sortKey(a), sortKey(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const ascending = column.numeric ? Number(x) - Number(y) : String(x).localeCompare(String(y), "zh-CN");
    return descending ? -ascending : ascending;
  });
}

/** Whether a row's cells hold all words of a search. */
function hasText<Row>(row: Row, columns: Column<Row>[], words: string): boolean {
  const text = columns
    .map((column) => column.cell(row))
    .map((cell) => (typeof cell === "string" ? cell : (cell.textContent ?? "")))
    .join(" ")
    .toLowerCase();
  return words.split(/\s+/).every((word) => text.includes(word));
}

/**
 * A table in a box that scrolls sideways on narrow screens; one with sentences stands there row by row instead, each cell
 * after the name of its column. The first column names the row. Numbers sort downwards
 * first, since the largest is what one looks for.
 */
export function table<Row>(rows: Row[], columns: Column<Row>[], options: TableOptions<Row>): HTMLElement {
  const { caption, limit = 50, empty = "没有数据。", search = false } = options;
  const { filters = [], filtersFromAddress: addressed = true, notBy = [] } = options;
  let order: { column: Column<Row>; descending: boolean } | null = null;
  let shown = limit;
  let words = "";

  const headings = columns.map((column) => heading(column, () => sortBy(column)));
  const body = html`<tbody>`;
  const part = html`<p class="printed-part"></p>`;
  const more = html`<button type="button" class="more" ${{ onclick: showAll }}></button>`;

  function sortBy(column: Column<Row>): void {
    const descending = order?.column === column ? !order.descending : Boolean(column.numeric);
    order = { column, descending };
    render();
  }

  function showAll(): void {
    shown = Number.POSITIVE_INFINITY;
    render();
  }

  function line(row: Row): HTMLElement {
    const cells = columns.map((column, i) => {
      const kind = kindOf(column);
      return i === 0
        ? html`<th scope="row" class=${kind}>${column.cell(row)}</th>`
        : html`<td class=${kind} data-label=${labelOf(column)}>${column.cell(row)}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  }

  /** The rows that the search leaves, in the order that was asked for. */
  function chosen(all: Row[]): Row[] {
    const found = words === "" ? all : all.filter((row) => hasText(row, columns, words));
    return order ? inOrder(found, order.column, order.descending) : found;
  }

  async function sheet(): Promise<Sheet> {
    const [{ loadRun }, all] = await Promise.all([
      import("./downloads/run-file.js"),
      options.loadAll?.() ?? rows,
    ]);
    const found = chosen(all);
    const subject = {
      ...{ caption, page: document.title, address: location.href, rows: found.length },
      filters: [
        ...filters,
        ...(addressed ? filtersOf(location.search, [...notBy, ...notNarrowing(document)]) : []),
        ...(words ? [`表内查找：${words}`] : []),
      ],
      order: order ? `按“${order.column.label}”${order.descending ? "从大到小" : "从小到大"}` : null,
    };
    return { name: caption, ...tableSheet(found, columns), notes: noteLines(subject, await loadRun()) };
  }

  function render(): void {
    const by = order;
    const sorted = chosen(rows);
    headings.forEach((th, i) => {
      if (by && by.column === columns[i])
        th.setAttribute("aria-sort", by.descending ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    const lines = sorted.slice(0, shown).map(line);
    body.replaceChildren(
      ...(lines.length ? lines : [html`<tr><td colspan=${columns.length} class="empty">${empty}</td></tr>`]),
    );
    more.hidden = sorted.length <= shown;
    more.textContent = `显示全部 ${count(sorted.length)} 行`;
    part.hidden = more.hidden;
    part.textContent = `这里是前 ${count(lines.length)} 行，全部 ${count(sorted.length)} 行在网页上。`;
    found.textContent = words === "" ? "" : `${count(sorted.length)} 行`;
  }

  const box = html`<input type="search">` as HTMLInputElement;
  const found = html`<output></output>`;
  box.oninput = () => {
    words = box.value.trim().toLowerCase();
    render();
  };
  render();
  return html`<div class="table-box">
    ${search ? html`<p class="table-search"><label>在表中查找 ${box}</label> ${found}</p>` : null}
    <div class="table-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table class="data"><caption><span>${caption}</span></caption><thead><tr>${headings}</tr></thead>${body}</table>
    </div>${more}${part}
    ${rows.length > 0 ? downloadButtons(caption, sheet) : null}
  </div>`;
}

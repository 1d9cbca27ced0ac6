/** Tables that can be sorted by eye, mouse, keyboard and screen reader. */
import { html } from "htl";

export interface Column<Row> {
  label: string;
  /** Printed small beneath the label. */
  unit?: string;
  /** Numbers stand right; their digits are of one width. */
  numeric?: boolean;
  /** Never broken over two lines. */
  short?: boolean;
  /** What stands in a cell: text or an element, never markup. */
  cell: (row: Row) => Node | string;
  /** What rows are sorted by: decimal text in a numeric column. A column without it cannot be sorted. */
  value?: (row: Row) => string | number | null;
}

export interface TableOptions {
  caption: string;
  /** Rows drawn before a reader asks for the rest. */
  limit?: number;
  /** What stands in place of rows when there are none. */
  empty?: string;
}

/** A column heading, with the button that sorts by it. */
function heading<Row>(column: Column<Row>, sort: () => void): HTMLElement {
  const unit = column.unit ? html`<span class="unit">${column.unit}</span>` : null;
  const label = column.value
    ? html`<button type="button" onclick=${sort}>${column.label}${unit}<span class="arrow" aria-hidden="true"></span></button>`
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

/**
 * A table in a box that scrolls sideways on narrow screens. The first column names the row. Numbers sort downwards
 * first, since the largest is what one looks for.
 */
export function table<Row>(rows: Row[], columns: Column<Row>[], options: TableOptions): HTMLElement {
  const { caption, limit = 50, empty = "没有数据。" } = options;
  let order: { column: Column<Row>; descending: boolean } | null = null;
  let shown = limit;

  const headings = columns.map((column) => heading(column, () => sortBy(column)));
  const body = html`<tbody>`;
  const more = html`<button type="button" class="more" onclick=${showAll}></button>`;

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
      const kind = column.numeric ? "numeric" : column.short ? "short" : null;
      return i === 0
        ? html`<th scope="row" class=${kind}>${column.cell(row)}</th>`
        : html`<td class=${kind}>${column.cell(row)}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  }

  function render(): void {
    const by = order;
    const sorted = by ? inOrder(rows, by.column, by.descending) : rows;
    headings.forEach((th, i) => {
      if (by && by.column === columns[i])
        th.setAttribute("aria-sort", by.descending ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    const lines = sorted.slice(0, shown).map(line);
    body.replaceChildren(
      ...(lines.length ? lines : [html`<tr><td colspan=${columns.length} class="empty">${empty}</td></tr>`]),
    );
    more.hidden = rows.length <= shown;
    more.textContent = `显示全部 ${rows.length} 行`;
  }

  render();
  return html`<div class="table-box">
    <div class="table-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table class="data"><caption>${caption}</caption><thead><tr>${headings}</tr></thead>${body}</table>
    </div>${more}
  </div>`;
}

/** A list that is cut into pieces, as a page shows it: filters, as many rows as one reads, and all for a download. */
import { html } from "htl";
import { keepOnLinks } from "../filter-bar.js";
import { count } from "../format.js";
import { type Column, table } from "../table.js";
import {
  askedFilter,
  type FilterField,
  filterForm,
  filterWords,
  type ListFilter,
  queryAlong,
} from "./list-filter.js";
import { type CodedIndex, matching, type Portion, portionsOf, rowsIn } from "./piece-index.js";
import { PieceStore } from "./piece-store.js";

export interface LongListOptions<Row> {
  /** The folder of the pieces. */
  name: string;
  index: CodedIndex;
  fields: FilterField[];
  columns: Column<Row>[];
  caption: string;
  /** What a row is counted as: `个问题`. */
  counted: string;
  /** What the search looks at. */
  words: (row: Row) => string;
  /** What stands in place of rows when nothing matches. */
  empty: string;
  /** What the address asks for. */
  search: string;
  /** Called at first and whenever the filter changes, with the portions of the list that it leaves. */
  onFilter?: (filter: ListFilter, portions: Portion[]) => void;
}

function holds(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

export function longList<Row extends object>(options: LongListOptions<Row>): HTMLElement {
  const { name, index, fields, columns, caption, counted, words, empty, onFilter } = options;
  const portions = portionsOf(index);
  const store = new PieceStore<Row>(name, index, portions);
  const status = html`<output></output>`;
  const results = html`<div class="results"></div>`;
  let asked = 0;

  async function rowsFor(filter: ListFilter, amount: "first" | "all") {
    // A search has to look at every row.
    const found = await store.find(filter.keys, filter.words ? "all" : amount);
    if (!filter.words) return found;
    const rows = found.rows.filter((row) => holds(words(row), filter.words));
    return { rows, total: rows.length };
  }

  async function show(filter: ListFilter): Promise<void> {
    const turn = ++asked;
    const left = matching(portions, filter.keys);
    onFilter?.(filter, left);
    keepOnLinks(queryAlong(filter, fields, location.search));
    status.textContent = "正在读取……";
    try {
      const { rows, total } = await rowsFor(filter, "first");
      if (turn !== asked) return;
      const part = rows.length < total;
      status.textContent = part
        ? `共 ${count(total)} ${counted}，先列出前 ${count(rows.length)} ${counted}，排序也只在其中；请用筛选缩小范围，或下载全部。`
        : `${count(total)} ${counted}`;
      results.replaceChildren(
        table(rows, columns, {
          ...{ caption, empty, limit: 50, filters: filterWords(filter, fields), filtersFromAddress: false },
          ...(part ? { loadAll: async () => (await rowsFor(filter, "all")).rows } : {}),
        }),
      );
    } catch (error) {
      if (turn !== asked) return;
      status.textContent = "";
      results.replaceChildren(
        html`<p class="trouble" role="alert">${error instanceof Error ? error.message : String(error)}</p>`,
      );
    }
  }

  const filter = askedFilter(options.search, fields, portions);
  void show(filter);
  return html`<div class="long-list">
    ${rowsIn(portions) > 0 ? filterForm(filter, fields, portions, show) : null}
    <p>${status}</p>
    ${results}
  </div>`;
}

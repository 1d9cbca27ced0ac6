/** The list of all forms, narrowed by words, by names and by doubt. */
import { html } from "htl";
import { keepOnLinks } from "../filter-bar.js";
import { count, exact, money, NONE, percent, yearName } from "../format.js";
import { type FormFilter, linkToForm, linkToForms, linkToPage } from "../links.js";
import { type ListedForm, projectTitle, UNNAMED } from "../measures.js";
import {
  type CodedIndex,
  type KeyFilter,
  keyText,
  matching,
  portionsOf,
  rowsIn,
} from "../pieces/piece-index.js";
import { PieceStore } from "../pieces/piece-store.js";
import { type Column, table } from "../table.js";

const TYPES: Record<string, string> = { transfer: "转移支付", overall: "部门整体" };

/** What a form is, where it is not the form of a project. */
function typeMark(form: ListedForm): HTMLElement | null {
  if (form.form_type === "project") return null;
  return html`<span class="type">${TYPES[form.form_type] ?? form.form_type}</span>`;
}

const COLUMNS: Column<ListedForm>[] = [
  {
    label: "项目",
    cell: (row) =>
      html.fragment`<a href=${linkToForm(row.form_id)}>${projectTitle(row)}</a> ${typeMark(row)}`,
    value: (row) => row.project_name,
  },
  {
    label: "实施单位",
    cell: (row) => row.implementing_unit ?? UNNAMED,
    value: (row) => row.implementing_unit,
  },
  { label: "年度", short: true, cell: (row) => yearName(row.fiscal_year), value: (row) => row.fiscal_year },
  figureColumn("全年预算数", "adjusted_budget"),
  figureColumn("全年执行数", "executed"),
  figureColumn("未执行", "unexecuted"),
  {
    label: "执行率",
    numeric: true,
    cell: (row) => percent(row.execution_rate),
    value: (row) => row.execution_rate,
  },
  {
    label: "自评得分",
    numeric: true,
    cell: (row) => (row.total_score === null ? NONE : exact(row.total_score)),
    value: (row) => row.total_score,
  },
  { label: "等级", short: true, cell: (row) => row.rating ?? NONE, value: (row) => row.rating },
  {
    label: "待核",
    unit: "处",
    numeric: true,
    cell: (row) =>
      row.flagged_cells > 0 ? html`<span class="doubt">⚑ ${count(row.flagged_cells)}</span>` : "0",
    value: (row) => row.flagged_cells,
    text: (row) => count(row.flagged_cells),
  },
];

function figureColumn(label: string, key: "adjusted_budget" | "executed" | "unexecuted"): Column<ListedForm> {
  const cell = (row: ListedForm) =>
    row[key] === null ? NONE : html`<a href=${linkToForm(row.form_id, row.line)}>${money(row[key])}</a>`;
  return { label, unit: "万元", numeric: true, cell, value: (row) => row[key] };
}

/** The forms that a filter leaves: names as a whole, words anywhere in names, year or id. */
export function matchingForms(forms: ListedForm[], filter: FormFilter): ListedForm[] {
  const words = (filter.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return forms.filter((form) => {
    if (filter.department !== undefined && form.department !== filter.department) return false;
    if (filter.unit !== undefined && form.implementing_unit !== filter.unit) return false;
    if (filter.project !== undefined && form.project_name !== filter.project) return false;
    if (filter.year !== undefined && form.fiscal_year !== filter.year) return false;
    if (filter.flagged && form.flagged_cells === 0) return false;
    const names = [form.project_name, form.implementing_unit, form.department];
    const text = [...names, form.form_id, yearName(form.fiscal_year)].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What narrows the list besides its search: each name, and the way to the list without it. */
function narrowedBy(filter: FormFilter): HTMLElement | null {
  const { department, unit, project, year, ...rest } = filter;
  const names = [
    department === undefined ? [] : `主管部门“${department}”`,
    unit === undefined ? [] : `实施单位“${unit}”`,
    project === undefined ? [] : `项目“${project}”`,
    year === undefined ? [] : yearName(year),
  ].flat();
  if (names.length === 0) return null;
  return html`<p class="narrowed">只列${names.join("、")}的表单。<a href=${linkToForms(rest)}>去掉这些条件</a></p>`;
}

/** What a list shows, and of how many. */
export interface FoundForms {
  rows: ListedForm[];
  /** All that match, also those that were not loaded. */
  total: number;
  doubtful: number;
}

/** Finds forms: by names that the index knows, and then among their rows. */
export type FormFinder = (filter: FormFilter, amount: "first" | "all") => Promise<FoundForms>;

/** What of a filter the index of the list knows. */
function keysOf({ department, unit, year, flagged }: FormFilter): KeyFilter {
  return {
    ...(department === undefined ? {} : { department }),
    ...(unit === undefined ? {} : { implementing_unit: unit }),
    ...(year === undefined ? {} : { fiscal_year: keyText(year) }),
    ...(flagged ? { flagged: "true" } : {}),
  };
}

/** A finder over the pieces of the list: a filter loads those that hold what it leaves. */
export function formFinder(index: CodedIndex): FormFinder {
  const portions = portionsOf(index);
  const store = new PieceStore<ListedForm>("all_forms", index, portions);
  return async (filter, amount) => {
    // Words and projects are no keys: each row that is left has to be looked at.
    const looked = filter.q !== undefined && filter.q !== "" ? true : filter.project !== undefined;
    const { rows } = await store.find(keysOf(filter), looked ? "all" : amount);
    const found = matchingForms(rows, filter);
    if (looked) {
      return { rows: found, total: found.length, doubtful: found.filter((form) => form.flagged).length };
    }
    const left = matching(portions, keysOf(filter));
    return { rows: found, total: rowsIn(left), doubtful: rowsIn(matching(left, { flagged: "true" })) };
  };
}

/** Year, department and unit go along to other pages, and a source of funds that other pages are asked for. */
function keepFilter({ year, department, unit }: FormFilter): void {
  const source = new URLSearchParams(location.search).get("source") ?? undefined;
  const { search } = new URL(linkToPage("form", { year, department, unit, source }), location.href);
  keepOnLinks(new URLSearchParams(search));
}

/**
 * The list with its search; the address follows what is searched.
 *
 * @param asked what the address asks for
 * @param first what that finds
 */
export function formList(find: FormFinder, asked: FormFilter, first: FoundForms): HTMLElement {
  const search =
    html`<input type="search" value=${asked.q ?? ""} placeholder="项目、单位、部门、年度或编号">` as HTMLInputElement;
  const doubt = html`<input type="checkbox" checked=${asked.flagged ?? false}>` as HTMLInputElement;
  const status = html`<output></output>`;
  const results = html`<div></div>`;
  let turn = 0;

  function render(filter: FormFilter, { rows, total }: FoundForms): void {
    const part = rows.length < total;
    status.textContent = part
      ? `${count(total)} 张表单，先列出前 ${count(rows.length)} 张，排序也只在其中`
      : `${count(total)} 张表单`;
    results.replaceChildren(
      table(rows, COLUMNS, {
        caption: "表单一览；金额链接到原表的年度资金总额一行",
        limit: 100,
        empty: "没有符合条件的表单。请换个词，或去掉筛选。",
        ...(part ? { loadAll: async () => (await find(filter, "all")).rows } : {}),
      }),
    );
  }

  async function refine(): Promise<void> {
    const mine = ++turn;
    const filter = { ...asked, q: search.value.trim(), flagged: doubt.checked };
    history.replaceState(null, "", linkToForms(filter));
    try {
      const found = await find(filter, "first");
      if (mine === turn) render(filter, found);
    } catch (error) {
      if (mine === turn) status.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  search.oninput = refine;
  doubt.onchange = refine;
  render(asked, first);
  keepFilter(asked);
  return html`<div class="form-list" data-narrows="year department unit">
    ${narrowedBy(asked)}
    <form role="search" aria-label="查找表单" ${{ onsubmit: (event: Event) => event.preventDefault() }}>
      <label>查找 ${search}</label>
      <label>${doubt} 只看有待核单元格的</label>
      ${status}
    </form>
    ${results}
  </div>`;
}

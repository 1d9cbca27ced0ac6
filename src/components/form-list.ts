/** The list of all forms, narrowed by words and by doubt. */
import { html } from "htl";
import { count, exact, money, NONE, percent, yearName } from "./format.js";
import { linkToForm } from "./links.js";
import { type ListedForm, UNNAMED } from "./measures.js";
import { type Column, table } from "./table.js";

const COLUMNS: Column<ListedForm>[] = [
  {
    label: "项目",
    cell: (row) => html`<a href=${linkToForm(row.form_id)}>${row.project_name ?? UNNAMED}</a>`,
    value: (row) => row.project_name,
  },
  {
    label: "实施单位",
    cell: (row) => row.implementing_unit ?? UNNAMED,
    value: (row) => row.implementing_unit,
  },
  { label: "年度", cell: (row) => yearName(row.fiscal_year), value: (row) => row.fiscal_year },
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
  { label: "等级", cell: (row) => row.rating ?? NONE, value: (row) => row.rating },
  {
    label: "待核",
    unit: "处",
    numeric: true,
    cell: (row) =>
      row.flagged_cells > 0 ? html`<span class="doubt">⚑ ${count(row.flagged_cells)}</span>` : "0",
    value: (row) => row.flagged_cells,
  },
];

function figureColumn(label: string, key: "adjusted_budget" | "executed" | "unexecuted"): Column<ListedForm> {
  const cell = (row: ListedForm) =>
    row[key] === null ? NONE : html`<a href=${linkToForm(row.form_id, row.line)}>${money(row[key])}</a>`;
  return { label, unit: "万元", numeric: true, cell, value: (row) => row[key] };
}

/** Forms that hold every word of `query` in their names or id, and a doubt if `flagged`. */
export function matchingForms(forms: ListedForm[], query: string, flagged: boolean): ListedForm[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return forms.filter((form) => {
    if (flagged && form.flagged_cells === 0) return false;
    const text = [
      form.project_name,
      form.implementing_unit,
      form.department,
      form.form_id,
      yearName(form.fiscal_year),
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The list with its search; `query` and `flagged` are what the address asks for. */
export function formList(forms: ListedForm[], query: string, flagged: boolean): HTMLElement {
  const search =
    html`<input type="search" value=${query} placeholder="项目、单位、部门、年度或编号">` as HTMLInputElement;
  const doubt = html`<input type="checkbox" checked=${flagged}>` as HTMLInputElement;
  const status = html`<output></output>`;
  const results = html`<div></div>`;

  function render(): void {
    const found = matchingForms(forms, search.value, doubt.checked);
    status.textContent = `${count(found.length)} 张表单`;
    results.replaceChildren(
      table(found, COLUMNS, {
        caption: "表单一览",
        limit: 100,
        empty: "没有符合条件的表单。请换个词，或去掉筛选。",
      }),
    );
  }

  search.oninput = render;
  doubt.onchange = render;
  render();
  return html`<div class="form-list">
    <form role="search" onsubmit=${(event: Event) => event.preventDefault()}>
      <label>查找 ${search}</label>
      <label>${doubt} 只看有待核单元格的</label>
      ${status}
    </form>
    ${results}
  </div>`;
}

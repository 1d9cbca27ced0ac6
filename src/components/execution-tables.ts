/** The columns that tables of execution share. */
import { html } from "htl";
import { count, money, percent } from "./format.js";
import { linkToForm, linkToForms } from "./links.js";
import {
  type FormRow,
  formTitle,
  type Measures,
  type ProjectRow,
  UNNAMED,
  type UnitRow,
  type YearRow,
} from "./measures.js";
import { sourceColour, sourceName } from "./palette.js";
import { type Column, table } from "./table.js";

type Text = Node | string;
/** Wraps a figure, in a link for instance. */
type Wrap<Row> = (row: Row, text: string) => Text;

const plain = (_: unknown, text: string): Text => text;

function amount<Row extends Measures>(label: string, key: keyof Measures, wrap: Wrap<Row>): Column<Row> {
  const cell = (row: Row) => wrap(row, money(row[key]));
  return { label, unit: "万元", numeric: true, cell, value: (row) => row[key] };
}

function share<Row extends Measures>(label: string, key: keyof Measures): Column<Row> {
  return { label, numeric: true, cell: (row) => percent(row[key]), value: (row) => row[key] };
}

/** Budget at the start, after adjustments, spent, unspent, rate and shares. */
function measures<Row extends Measures>(wrap: Wrap<Row> = plain): Column<Row>[] {
  return [
    amount("年初预算数", "initial_budget", wrap),
    amount("全年预算数", "adjusted_budget", wrap),
    amount("全年执行数", "executed", wrap),
    amount("未执行", "unexecuted", wrap),
    share("执行率", "execution_rate"),
    share("占预算", "share_of_budget"),
    share("占未执行", "share_of_unexecuted"),
  ];
}

function forms<Row extends YearRow>(): Column<Row> {
  return {
    label: "表单",
    unit: "张",
    numeric: true,
    cell: (row) => count(row.forms),
    value: (row) => row.forms,
  };
}

function source<Row extends { source: string }>(): Column<Row> {
  return {
    label: "资金来源",
    cell: (row) =>
      html`<span class="key"><i style=${{ background: sourceColour(row.source) }}></i>${sourceName(row.source)}</span>`,
    value: (row) => sourceName(row.source),
  };
}

function linkedList(text: string | null): Text {
  return text === null ? UNNAMED : html`<a href=${linkToForms(text)}>${text}</a>`;
}

/** Execution by source of funds. */
export function sourceTable(rows: YearRow[], caption: string): HTMLElement {
  return table<YearRow>(rows, [source(), forms(), ...measures<YearRow>()], { caption });
}

/** Execution by unit; each leads to the list of its forms. */
export function unitTable(rows: UnitRow[], caption: string): HTMLElement {
  const unit: Column<UnitRow> = {
    label: "实施单位",
    cell: (row) => linkedList(row.implementing_unit),
    value: (row) => row.implementing_unit,
  };
  const sources = new Set(rows.map((row) => row.source)).size > 1 ? [source<UnitRow>()] : [];
  return table<UnitRow>(rows, [unit, ...sources, forms(), ...measures<UnitRow>()], { caption });
}

/** Execution by project across units; each leads to the list of its forms. */
export function projectTable(rows: ProjectRow[], caption: string): HTMLElement {
  const columns: Column<ProjectRow>[] = [
    { label: "项目", cell: (row) => linkedList(row.project_name), value: (row) => row.project_name },
    { label: "单位", unit: "个", numeric: true, cell: (row) => count(row.units), value: (row) => row.units },
    forms(),
    ...measures<ProjectRow>(),
  ];
  return table<ProjectRow>(rows, columns, { caption });
}

/** Execution by form: every amount leads to its line in the form's document. */
export function formTable(rows: FormRow[], caption: string): HTMLElement {
  const link: Wrap<FormRow> = (row, text) => html`<a href=${linkToForm(row.form_id, row.line)}>${text}</a>`;
  const name: Column<FormRow> = {
    label: "项目 · 实施单位",
    cell: (row) =>
      html`<a href=${linkToForm(row.form_id, row.line)}>${formTitle(row)}</a>${
        row.doubtful ? html` <span class="doubt">⚑ 金额待核</span>` : null
      }`,
    value: formTitle,
  };
  return table<FormRow>(rows, [name, ...measures(link)], { caption });
}

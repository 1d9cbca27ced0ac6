/** The columns that tables of execution share. */
import { html } from "htl";
import { sourceKey } from "./figure.js";
import { count, money, percent } from "./format.js";
import { type FormFilter, linkToForm, linkToForms, linkToUnit } from "./links.js";
import {
  type AdjustedFormRow,
  type FormRow,
  formTitle,
  isFunded,
  type Measures,
  type ProjectRow,
  UNNAMED,
  type UnitRow,
  type YearRow,
} from "./measures.js";
import { sourceName } from "./palette.js";
import { doubtMark } from "./reliability.js";
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

/** The number of forms behind a row, leading to their list. */
function forms<Row extends YearRow>(filter: (row: Row) => FormFilter | null): Column<Row> {
  return {
    label: "表单",
    unit: "张",
    numeric: true,
    cell: (row) => linked(filter(row), count(row.forms)),
    value: (row) => row.forms,
  };
}

function source<Row extends { source: string }>(): Column<Row> {
  return {
    label: "资金来源",
    cell: (row) => sourceKey(row.source),
    value: (row) => sourceName(row.source),
  };
}

function linked(filter: FormFilter | null, text: string): Text {
  return filter ? html`<a href=${linkToForms(filter)}>${text}</a>` : text;
}

/** A sum's name, leading to where it is told of, and whether an amount in it is doubtful. */
function named<Row extends YearRow>(
  label: string,
  name: (row: Row) => string | null,
  href: (row: Row, name: string) => string,
): Column<Row> {
  const cell = (row: Row) => {
    const text = name(row);
    const link = text === null ? UNNAMED : html`<a href=${href(row, text)}>${text}</a>`;
    return html.fragment`${link} ${doubtMark(row.doubtful_forms)}`;
  };
  return { label, cell, value: name };
}

const formsOfYear = ({ fiscal_year: year }: YearRow): FormFilter => ({ year });

function formsOfUnit({ implementing_unit: unit, fiscal_year: year }: UnitRow): FormFilter | null {
  return unit === null ? null : { unit, year };
}

function formsOfProject({ project_name: project, fiscal_year: year }: ProjectRow): FormFilter | null {
  return project === null ? null : { project, year };
}

/** Execution by source of funds. */
export function sourceTable(rows: YearRow[], caption: string): HTMLElement {
  const name: Column<YearRow> = {
    ...source<YearRow>(),
    cell: (row) => html.fragment`${sourceKey(row.source)} ${doubtMark(row.doubtful_forms)}`,
  };
  return table<YearRow>(rows, [name, forms(formsOfYear), ...measures<YearRow>()], { caption });
}

/** Execution by unit; each leads to its page. */
export function unitTable(rows: UnitRow[], caption: string): HTMLElement {
  const unit = named<UnitRow>(
    "实施单位",
    (row) => row.implementing_unit,
    (row, unit) => linkToUnit(unit, row.fiscal_year),
  );
  const sources = new Set(rows.map((row) => row.source)).size > 1 ? [source<UnitRow>()] : [];
  return table<UnitRow>(rows, [unit, ...sources, forms(formsOfUnit), ...measures<UnitRow>()], { caption });
}

/** Execution by project across units; each leads to the list of its forms. */
export function projectTable(rows: ProjectRow[], caption: string): HTMLElement {
  const columns: Column<ProjectRow>[] = [
    named<ProjectRow>(
      "项目",
      (row) => row.project_name,
      (row, project) => linkToForms({ project, year: row.fiscal_year }),
    ),
    { label: "单位", unit: "个", numeric: true, cell: (row) => count(row.units), value: (row) => row.units },
    forms(formsOfProject),
    ...measures<ProjectRow>(),
  ];
  return table<ProjectRow>(rows, columns, { caption });
}

const toLine: Wrap<FormRow> = (row, text) => html`<a href=${linkToForm(row.form_id, row.line)}>${text}</a>`;

/** A form's project and unit, and whether an amount in the row is doubtful. */
function formName<Row extends FormRow>(): Column<Row> {
  return {
    label: "项目 · 实施单位",
    cell: (row) =>
      html.fragment`${toLine(row, formTitle(row))} ${row.doubtful ? html`<span class="doubt">⚑ 金额待核</span>` : null}`,
    value: formTitle,
  };
}

/** Execution by form: every amount leads to its line in the form's document. */
export function formTable(rows: FormRow[], caption: string): HTMLElement {
  return table<FormRow>(rows, [formName(), ...measures<FormRow>(toLine)], { caption });
}

/** What became of forms' money over the year: every amount leads to its line. */
export function stageTable(rows: AdjustedFormRow[], caption: string): HTMLElement {
  const adjustment: Column<AdjustedFormRow> = {
    label: "调整率",
    numeric: true,
    cell: (row) =>
      row.adjustment_rate === null && isFunded(row) ? "年中追加" : percent(row.adjustment_rate),
    value: (row) => row.adjustment_rate,
  };
  const columns: Column<AdjustedFormRow>[] = [
    formName(),
    amount("年初预算数", "initial_budget", toLine),
    amount("全年预算数", "adjusted_budget", toLine),
    adjustment,
    amount("全年执行数", "executed", toLine),
    share("执行率", "execution_rate"),
  ];
  return table<AdjustedFormRow>(rows, columns, { caption });
}

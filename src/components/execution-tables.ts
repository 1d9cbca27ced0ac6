/** The columns that tables of execution share. */
import { html } from "htl";
import { sourceKey } from "./figure.js";
import { count, money, percent, yearName } from "./format.js";
import { type FormFilter, linkToForm, linkToForms, linkToPage, linkToProject, linkToUnit } from "./links.js";
import {
  type AdjustedFormRow,
  type DepartmentYearRow,
  type FormRow,
  formTitle,
  isFunded,
  type Measures,
  nameWithDoubt,
  type ProjectRow,
  projectTitle,
  type UnitRow,
  unitTitleOf,
  type YearRow,
} from "./measures.js";
import { sourceName } from "./palette.js";
import { doubtMark } from "./reliability.js";
import { type Column, table } from "./table.js";

/** Rows that a page of charts shows before a reader asks for the rest. */
const SHOWN = 15;

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

/** The year of a row, where rows are of several. */
function yearColumn<Row extends { fiscal_year: number | null }>(): Column<Row> {
  return {
    label: "年度",
    short: true,
    cell: (row) => yearName(row.fiscal_year),
    value: (row) => row.fiscal_year,
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
    const shown = nameWithDoubt(text, row.name_doubtful);
    const link = text === null ? shown : html`<a href=${href(row, text)}>${shown}</a>`;
    return html.fragment`${link} ${doubtMark(row)}`;
  };
  return { label, cell, value: name };
}

const formsOfYear = ({ fiscal_year: year }: YearRow): FormFilter => ({ year });

function formsOfUnit({ implementing_unit: unit, fiscal_year: year }: UnitRow): FormFilter | null {
  return unit === null ? null : { unit, year };
}

/** How many of the forms had any money from a source: with the printed rows of nothing, it is all of them. */
function fundedForms<Row extends YearRow>(): Column<Row> {
  const funded = (row: Row) => row.funded_forms ?? row.forms;
  return {
    label: "有资金的表单",
    unit: "张",
    numeric: true,
    cell: (row) => count(funded(row)),
    value: funded,
  };
}

/**
 * Execution by source of funds.
 *
 * @param year whether the rows are of several years
 * @param funded whether to count only the forms that had money from the source
 */
export function sourceTable(
  rows: YearRow[],
  caption: string,
  { year = false, funded = false, notBy = [] as readonly string[] } = {},
): HTMLElement {
  const name: Column<YearRow> = {
    ...source<YearRow>(),
    cell: (row) => html.fragment`${sourceKey(row.source)} ${doubtMark(row)}`,
  };
  const counted = funded ? fundedForms<YearRow>() : forms(formsOfYear);
  const first = year ? [yearColumn<YearRow>(), name] : [name];
  return table<YearRow>(rows, [...first, counted, ...measures<YearRow>()], { caption, notBy });
}

/** Execution by department; each leads to its overview. */
export function departmentTable(rows: DepartmentYearRow[], caption: string): HTMLElement {
  const columns: Column<DepartmentYearRow>[] = [
    named<DepartmentYearRow>(
      "主管部门",
      (row) => row.department,
      (row, department) => linkToPage("index", { department, year: row.fiscal_year }),
    ),
    { label: "单位", unit: "个", numeric: true, cell: (row) => count(row.units), value: (row) => row.units },
    { label: "表单", unit: "张", numeric: true, cell: (row) => count(row.forms), value: (row) => row.forms },
    ...measures<DepartmentYearRow>(),
  ];
  return table<DepartmentYearRow>(rows, columns, { caption, limit: SHOWN });
}

/** Execution by unit; each leads to its page. */
export function unitTable(
  rows: UnitRow[],
  caption: string,
  { notBy = [] as readonly string[] } = {},
): HTMLElement {
  const unit = named<UnitRow>(
    "实施单位",
    (row) => row.implementing_unit,
    (row, unit) => linkToUnit(unit, row.fiscal_year),
  );
  const several = new Set(rows.map((row) => row.source)).size > 1;
  const sources = several ? [source<UnitRow>()] : [];
  const counted = several ? fundedForms<UnitRow>() : forms(formsOfUnit);
  return table<UnitRow>(rows, [unit, ...sources, counted, ...measures<UnitRow>()], {
    caption,
    limit: SHOWN,
    notBy,
  });
}

/** One source's execution by project across units; each leads to its page. */
export function projectTable(rows: ProjectRow[], caption: string): HTMLElement {
  const columns: Column<ProjectRow>[] = [
    named<ProjectRow>(
      "项目",
      (row) => row.project_name,
      (row, project) => linkToProject(project, row.fiscal_year),
    ),
    fundedForms<ProjectRow>(),
    ...measures<ProjectRow>(),
  ];
  return table<ProjectRow>(rows, columns, { caption, limit: SHOWN });
}

const toLine: Wrap<FormRow> = (row, text) => html`<a href=${linkToForm(row.form_id, row.line)}>${text}</a>`;

/** What tells the forms of a table apart: of one unit its projects, of one project its units. */
type FormNaming = "both" | "project" | "unit";

const NAMINGS: Record<FormNaming, { label: string; name: (row: FormRow) => string }> = {
  both: { label: "项目 · 实施单位", name: formTitle },
  project: { label: "项目", name: projectTitle },
  unit: { label: "实施单位", name: unitTitleOf },
};

/** A form's name, and whether an amount in the row is doubtful. */
function formName<Row extends FormRow>(naming: FormNaming = "both"): Column<Row> {
  const { label, name } = NAMINGS[naming];
  return {
    label,
    cell: (row) =>
      html.fragment`${toLine(row, name(row))} ${row.doubtful ? html`<span class="doubt">⚑ 金额待核</span>` : null}`,
    value: name,
  };
}

/**
 * Execution by form: every amount leads to its line in the form's document.
 *
 * @param year whether the rows are of several years
 * @param by what forms are called by
 */
export function formTable(
  rows: FormRow[],
  caption: string,
  { year = false, by = "both" }: { year?: boolean; by?: FormNaming } = {},
): HTMLElement {
  const columns = [formName(by), ...(year ? [yearColumn<FormRow>()] : []), ...measures<FormRow>(toLine)];
  return table<FormRow>(rows, columns, { caption });
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
  return table<AdjustedFormRow>(rows, columns, { caption, limit: SHOWN });
}

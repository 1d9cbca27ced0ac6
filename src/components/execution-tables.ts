/** The tables of execution: by source of funds, department, unit, project and form. */
import { html } from "htl";
import { amountColumn, countColumn, rateColumn, type Wrap } from "./columns.js";
import { sourceKey } from "./figure.js";
import { percent, yearName } from "./format.js";
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

/** Budget at the start, after adjustments, spent, unspent, rate and shares. */
function measures<Row extends Measures>(wrap?: Wrap<Row>): Column<Row>[] {
  return [
    amountColumn("年初预算数", (row) => row.initial_budget, wrap),
    amountColumn("全年预算数", (row) => row.adjusted_budget, wrap),
    amountColumn("全年执行数", (row) => row.executed, wrap),
    amountColumn("未执行", (row) => row.unexecuted, wrap),
    rateColumn("执行率", (row) => row.execution_rate),
    rateColumn("占预算", (row) => row.share_of_budget),
    rateColumn("占未执行", (row) => row.share_of_unexecuted),
  ];
}

/** The number of forms behind a row, leading to their list. */
function forms<Row extends YearRow>(filter: (row: Row) => FormFilter | null): Column<Row> {
  return countColumn(
    "表单",
    "张",
    (row) => row.forms,
    (row, text) => linked(filter(row), text),
  );
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

function formsOfUnit({ implementing_unit: unit, fiscal_year: year }: UnitRow): FormFilter | null {
  return unit === null ? null : { unit, year };
}

/** How many of the forms had any money from a source: with the printed rows of nothing, it is all of them. */
function fundedForms<Row extends YearRow>(): Column<Row> {
  return countColumn("有资金的表单", "张", (row) => row.funded_forms ?? row.forms);
}

/**
 * Execution by source of funds.
 *
 * @param of whose forms a number of forms leads to
 * @param year whether the rows are of several years
 * @param funded whether to count only the forms that had money from the source
 */
export function sourceTable(
  rows: YearRow[],
  caption: string,
  { of = {} as FormFilter, year = false, funded = false, notBy = [] as readonly string[] } = {},
): HTMLElement {
  const name: Column<YearRow> = {
    ...source<YearRow>(),
    cell: (row) => html.fragment`${sourceKey(row.source)} ${doubtMark(row)}`,
  };
  const counted = funded
    ? fundedForms<YearRow>()
    : forms<YearRow>((row) => ({ ...of, year: row.fiscal_year }));
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
    countColumn("单位", "个", (row) => row.units),
    countColumn("表单", "张", (row) => row.forms),
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
    amountColumn("年初预算数", (row) => row.initial_budget, toLine),
    amountColumn("全年预算数", (row) => row.adjusted_budget, toLine),
    adjustment,
    amountColumn("全年执行数", (row) => row.executed, toLine),
    rateColumn("执行率", (row) => row.execution_rate),
  ];
  return table<AdjustedFormRow>(rows, columns, { caption, limit: SHOWN });
}

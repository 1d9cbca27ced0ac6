/** The cells that ask for a person: what was read, what was made of it, why it is in doubt, and how to settle it. */
import { html } from "htl";
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { copiedLine, correctionLine } from "./form/correction-line.js";
import { fieldName, flagKind } from "./form/flag-kinds.js";
import { count, NONE, yearName } from "./format.js";
import { linkToForm } from "./links.js";
import { type FormNames, formTitle, UNNAMED } from "./measures.js";
import { sourceName } from "./palette.js";
import type { FilterField, ListFilter } from "./pieces/list-filter.js";
import { longList } from "./pieces/long-list.js";
import { type CodedIndex, countsBy, type Portion, portionsOf, rowsIn } from "./pieces/piece-index.js";
import { type SimilarNames, similarNamesLead, similarNamesTable } from "./similar-names.js";
import { type Column, table } from "./table.js";
import { titled } from "./titled.js";

/** A row of `mart.cell_flags`, with the names of its form. */
export interface ReviewRow extends FormNames {
  form_id: string;
  record: string;
  seq: string;
  field: string;
  status: string;
  as_read: string;
  value: string | null;
  reason: string;
  line: number | null;
  fiscal_year: number | null;
  /** Whether corrections.csv can settle it. */
  correctable: boolean;
}

export interface ReviewPage {
  index: CodedIndex;
  similarNames: SimilarNames[];
  /** Forms that were read. */
  forms: number;
  search: string;
}

/** Texts longer than this are shown in part. */
const LONG = 48;

const FIELDS: FilterField[] = [
  {
    ...{ key: "fiscal_year", param: "year", label: "年度" },
    name: (year) => yearName(year === null ? null : Number(year)),
    order: (a, b) => Number(b ?? -1) - Number(a ?? -1),
  },
  {
    ...{ key: "department", param: "department", label: "主管部门" },
    name: (department) => String(department ?? "没有写明"),
  },
  {
    ...{ key: "implementing_unit", param: "unit", label: "实施单位" },
    name: (unit) => String(unit ?? UNNAMED),
  },
  { key: "field", param: "field", label: "栏目", name: (field) => fieldName(String(field)) },
  { key: "status", param: "status", label: "标记", name: (status) => flagKind(String(status)).name },
];

/** Which cell it is: `其他资金 · 全年执行数`, `指标 5 · 三级指标`. */
function cellTitle({ record, seq, field }: ReviewRow): string {
  const name = fieldName(field);
  if (record === "funding") return `${sourceName(seq)} · ${name}`;
  return record === "indicator" ? `指标 ${seq} · ${name}` : name;
}

function statusMark(status: string): HTMLElement {
  const { name, sign } = flagKind(status);
  return html`<span class=${`flag flag-${status}`}><span aria-hidden="true">${sign}</span> ${name}</span>`;
}

/** A text as it stands; a long one is opened when asked for. */
function verbatim(text: string): HTMLElement {
  const characters = [...text];
  if (characters.length <= LONG) return html`<span class="verbatim">${text}</span>`;
  const start = characters.slice(0, LONG).join("");
  return html`<details class="verbatim"><summary>${start}……</summary>${characters.slice(LONG).join("")}</details>`;
}

function correction(row: ReviewRow): Node | string {
  if (!row.correctable) return "这一格不能用更正改写，请对照原件使用";
  return copiedLine(correctionLine(row), `${row.form_id} ${cellTitle(row)}`);
}

const COLUMNS: Column<ReviewRow>[] = [
  {
    label: "表单",
    cell: (row) =>
      html.fragment`<a href=${linkToForm(row.form_id, row.line)}>${formTitle(row)}</a>
        <span class="where">${yearName(row.fiscal_year)}，${row.form_id}</span>`,
    value: ({ form_id }) => form_id,
  },
  { label: "栏目", cell: cellTitle, value: cellTitle },
  {
    label: "标记",
    short: true,
    cell: ({ status }) => statusMark(status),
    value: ({ status }) => flagKind(status).name,
  },
  {
    label: "读到的原文",
    cell: ({ as_read }) => verbatim(as_read || NONE),
    text: ({ as_read }) => as_read,
    value: ({ as_read }) => as_read,
  },
  {
    label: "现在取值",
    cell: ({ value }) => verbatim(value ?? NONE),
    text: ({ value }) => value ?? "",
    value: ({ value }) => value,
  },
  { label: "为什么待核", cell: ({ reason }) => reason },
  {
    label: "行",
    numeric: true,
    cell: ({ line, form_id }) =>
      line === null ? NONE : html`<a href=${linkToForm(form_id, line)}>${line}</a>`,
    value: ({ line }) => line,
  },
  {
    label: "更正（核对后填上复核人）",
    cell: correction,
    text: (row) => (row.correctable ? correctionLine(row) : ""),
  },
];

function title(portions: Portion[]): string {
  const rows = rowsIn(portions);
  return rows === 0
    ? "没有待核的单元格"
    : `${count(rows)} 个单元格的读法需要人来核对，${biggest(portions, rows)}`;
}

/** The field that asks most often. */
function biggest(portions: Portion[], rows: number): string {
  const [most] = countsBy(portions, "field");
  return most!.rows === rows
    ? `都是${fieldName(String(most!.value))}`
    : `最多的是${fieldName(String(most!.value))}（${count(most!.rows)} 个）`;
}

interface FieldCount {
  field: string;
  rows: number;
}

/** How many cells of each field ask, with the way to them. */
function fieldTable(portions: Portion[], { keys }: ListFilter): HTMLElement {
  const rows = countsBy(portions, "field").map(({ value, rows }) => ({ field: String(value), rows }));
  const address = (field: string) => {
    const params = FIELDS.flatMap(({ key, param }) =>
      key !== "field" && keys[key] ? [[param, keys[key]] as [string, string]] : [],
    );
    return `?${new URLSearchParams([...params, ["field", field]])}`;
  };
  const columns: Column<FieldCount>[] = [
    {
      label: "栏目",
      cell: ({ field }) => html`<a href=${address(field)}>${fieldName(field)}</a>`,
      value: ({ field }) => fieldName(field),
    },
    { label: "待核", unit: "个", numeric: true, cell: ({ rows }) => count(rows), value: ({ rows }) => rows },
  ];
  return table(rows, columns, { caption: "按栏目：各有多少待核", limit: 10 });
}

/** The page of all cells that ask for a person; its filters are in the address. */
export function reviewPage({ index, similarNames, forms, search }: ReviewPage): HTMLElement {
  if (forms === 0)
    return html`<div><h1>${titled(NOTHING_READ)}</h1><p class="lead">${HOW_TO_BEGIN}</p></div>`;
  const heading = html`<h1></h1>`;
  const summary = html`<div></div>`;
  const onFilter = (filter: ListFilter, left: Portion[]) => {
    heading.replaceChildren(titled(title(left)));
    summary.replaceChildren(fieldTable(left, filter));
  };
  const list = longList<ReviewRow>({
    ...{
      name: "review",
      index,
      fields: FIELDS,
      columns: COLUMNS,
      caption: "待核的单元格",
      counted: "个单元格",
    },
    words: (row) =>
      [row.form_id, row.project_name, row.implementing_unit, row.as_read, row.value, row.reason].join(" "),
    empty: rowsIn(portionsOf(index)) === 0 ? "没有待核的单元格。" : "没有符合条件的单元格。请去掉一些筛选。",
    ...{ search, onFilter },
  });
  return html`<div class="review-page">
    ${heading}
    <p class="lead">没有列在这里的单元格，要么与原文一致，要么已有表内规则佐证，可以放心使用。核对时点“行”看原文；核对后把末列那一行复制到
      <code>corrections.csv</code>，取值不对的改过来，填上复核人，再运行
      <code>npx jixiao run</code>。第一次用时先写表头：<code>form_id,record,seq,field,value,reason,reviewer</code>。</p>
    ${list}
    <h2 id="按栏目">按栏目</h2>
    ${summary}
    <h2 id="相像的名称">相像的名称</h2>
    <p>${similarNamesLead(similarNames)}</p>
    ${similarNamesTable(similarNames)}
  </div>`;
}

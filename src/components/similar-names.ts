/** Names that are alike and were not taken for one: for a person to decide, with the lines that make them one. */
import { html } from "htl";
import { copiedLine, correctionLine } from "./form/correction-line.js";
import { count } from "./format.js";
import { linkToForms } from "./links.js";
import { type Column, table } from "./table.js";

/** A pair of `mart.similar_names`, with the forms of the rarer name. */
export interface SimilarNames {
  kind: "unit" | "department" | "project";
  /** Of a unit its department, of a project its unit. */
  within: string;
  name: string;
  similar_name: string;
  distance: number;
  forms: number;
  similar_forms: number;
  form_ids: string[];
}

const KINDS = { unit: "实施单位", department: "主管部门", project: "项目" };
const FIELDS = { unit: "implementing_unit", department: "department", project: "project_name" };

/** A name with the way to its forms; the list of forms knows departments as words only. */
function named({ kind, within }: SimilarNames, name: string): HTMLElement {
  const filter = { unit: { unit: name }, department: { q: name }, project: { project: name, unit: within } }[
    kind
  ];
  return html`<a href=${linkToForms(filter)}>${name}</a>`;
}

/** What makes the rarer name the other, a line a form. */
function corrections({ kind, name, form_ids }: SimilarNames): string {
  const cells = form_ids.map((form_id) => ({
    form_id,
    record: "form",
    seq: "",
    field: FIELDS[kind],
    value: name,
  }));
  return cells.map(correctionLine).join("\n");
}

/** The pairs, each with the corrections that a person may copy. */
export function similarNamesTable(rows: SimilarNames[]): HTMLElement {
  const columns: Column<SimilarNames>[] = [
    { label: "什么的名称", cell: ({ kind }) => KINDS[kind], value: ({ kind }) => KINDS[kind] },
    { label: "在谁之下", cell: ({ within }) => within || "—", value: ({ within }) => within },
    { label: "用得多的", cell: (row) => named(row, row.name), value: ({ name }) => name },
    {
      label: "表单",
      unit: "张",
      numeric: true,
      cell: ({ forms }) => count(forms),
      value: ({ forms }) => forms,
    },
    {
      label: "与它相像的",
      cell: (row) => named(row, row.similar_name),
      value: ({ similar_name }) => similar_name,
    },
    {
      label: "表单",
      unit: "张",
      numeric: true,
      cell: ({ similar_forms }) => count(similar_forms),
      value: ({ similar_forms }) => similar_forms,
    },
    {
      label: "相差",
      unit: "字",
      numeric: true,
      cell: ({ distance }) => count(distance),
      value: ({ distance }) => distance,
    },
    {
      label: "是同一个时的更正",
      cell: (row) => copiedLine(corrections(row), `${row.similar_name} 改为 ${row.name}`),
      text: corrections,
    },
  ];
  return table(rows, columns, {
    caption: "相像而没有归到一起的名称",
    limit: 20,
    empty: "没有相像的名称。",
    filtersFromAddress: false,
  });
}

/** What the pairs ask. */
export function similarNamesLead(rows: SimilarNames[]): string {
  const found =
    rows.length === 0
      ? "没有只差一两个字的名称。"
      : `${count(rows.length)} 对名称只差一两个字，没有归到一起。`;
  return `${found}写法不同（括号、编号、“(汇总)”、少一个字）的名称已经合并；只是相像的，是不是同一个要由人来定。是同一个的，把末列各行写进 corrections.csv。`;
}

/** A form as it is printed: 财预〔2020〕10号's layout, whatever the document's own columns were. */
import { html } from "htl";
import { exact } from "../format.js";
import { groupsOf } from "../rankings.js";
import { cellKey, FlagIndex, type FlagNote } from "./flag-index.js";
import { type CellMaker, cellMaker } from "./form-cell.js";
import type { FormShare, SharedFunding, SharedIndicator } from "./form-share.js";

/** Widths of an indicator's columns: a label of two lines, a name of three, a reason of as many as it takes. */
const INDICATOR_COLUMNS = ["10.5%", "11%", "18%", "14%", "14%", "7.25%", "7.25%", "18%"];

/** `groupsOf` for neighbours only: a label that recurs further down is another cell of the form. */
function runsOf<Row>(rows: Row[], key: (row: Row) => unknown): Row[][] {
  let run = 0;
  const numbered = rows.map((row, i) => {
    if (i > 0 && key(rows[i - 1]!) !== key(row)) run++;
    return { run, row };
  });
  return groupsOf(numbered, (item) => item.run).map((group) => group.map((item) => item.row));
}

function header({ form }: FormShare, cell: CellMaker): HTMLElement {
  const field = (name: "project_name" | "department" | "implementing_unit", colSpan = 1) =>
    cell(form[name], { record: "form", field: name, line: form[`${name}_line`], colSpan });
  return html`<table class="header"><tbody>
    <tr><th scope="row">项目名称</th>${field("project_name", 3)}</tr>
    <tr><th scope="row">主管部门</th>${field("department")}<th scope="row">实施单位</th>${field("implementing_unit")}</tr>
  </tbody></table>`;
}

/** The columns of money; 到位数 only where the form prints it. */
const MONEY_COLUMNS = [
  ["initial_budget", "年初预算数"],
  ["adjusted_budget", "全年预算数"],
  ["received", "到位数"],
  ["executed", "全年执行数"],
  ["weight", "分值"],
  ["reported_execution_rate", "执行率(%)"],
  ["reported_score", "得分"],
] as const;

type MoneyColumn = (typeof MONEY_COLUMNS)[number];

function fundingRow(row: SharedFunding, columns: readonly MoneyColumn[], cell: CellMaker): HTMLElement {
  const at = { record: "funding", seq: row.source, line: row.line, numeric: true } as const;
  const figures = columns.map(([field]) =>
    cell(row[field] === null ? null : exact(row[field]), { ...at, field }),
  );
  return html`<tr>${cell(row.label, { ...at, field: "label", numeric: false })}${figures}</tr>`;
}

function funding({ funding: rows }: FormShare, cell: CellMaker): HTMLElement {
  const columns = MONEY_COLUMNS.filter(
    ([field]) => field !== "received" || rows.some((row) => row.received !== null),
  );
  return html`<table class="funding">
    <thead><tr><th scope="col">项目资金（万元）</th>${columns.map(([, name]) => html`<th scope="col" class="numeric">${name}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => fundingRow(row, columns, cell))}</tbody>
  </table>`;
}

function goals({ form }: FormShare, cell: CellMaker): HTMLElement {
  const prose = (field: "expected_goal" | "actual_outcome") =>
    cell(form[field], { record: "form", field, line: form[`${field}_line`], prose: true });
  return html`<table class="goals">
    <thead><tr><th scope="col">年度总体目标：预期目标</th><th scope="col">实际完成情况</th></tr></thead>
    <tbody><tr>${prose("expected_goal")}${prose("actual_outcome")}</tr></tbody>
  </table>`;
}

/** A label that covers several rows, set in the first of them. */
function label(run: SharedIndicator[], field: "level1" | "level2", cell: CellMaker): HTMLElement {
  const [first] = run;
  return cell(first![field], {
    record: "indicator",
    seqs: run.map((row) => row.seq),
    field,
    line: first!.line,
    rowSpan: run.length,
  });
}

function indicators({ indicators: rows }: FormShare, cell: CellMaker): HTMLElement {
  const first = new Map<SharedIndicator, HTMLElement[]>();
  for (const block of runsOf(rows, (row) => row.level1)) {
    for (const run of runsOf(block, (row) => row.level2)) {
      first.set(run[0]!, [label(run, "level2", cell)]);
    }
    first.get(block[0]!)!.unshift(label(block, "level1", cell));
  }
  const lines = rows.map((row) => {
    const at = { record: "indicator", seq: row.seq, line: row.line } as const;
    const text = (field: "name" | "target" | "actual" | "deviation_reason") =>
      cell(row[field], { ...at, field });
    const points = (field: "weight" | "score") =>
      cell(row[field] === null ? null : exact(row[field]), { ...at, field, numeric: true });
    return html`<tr>${first.get(row) ?? []}${text("name")}${text("target")}${text("actual")}
      ${points("weight")}${points("score")}${text("deviation_reason")}</tr>`;
  });
  return html`<table class="indicators">
    <colgroup>${INDICATOR_COLUMNS.map((width) => html`<col ${{ style: { width } }}>`)}</colgroup>
    <thead><tr>
      <th scope="col">一级指标</th><th scope="col">二级指标</th><th scope="col">三级指标</th>
      <th scope="col">年度指标值</th><th scope="col">实际完成值</th>
      <th scope="col" class="numeric">分值</th><th scope="col" class="numeric">得分</th>
      <th scope="col">偏差原因分析及改进措施</th>
    </tr></thead>
    <tbody>${lines}</tbody>
  </table>`;
}

function result({ form }: FormShare, cell: CellMaker): HTMLElement {
  const score = form.total_score === null ? null : exact(form.total_score);
  return html`<table class="result"><tbody><tr>
    <th scope="row">总分</th>${cell(score, { record: "form", field: "total_score", line: form.total_score_line })}
    <th scope="row">评分等级</th>${cell(form.rating, { record: "form", field: "rating", line: form.rating_line })}
  </tr></tbody></table>`;
}

/** The whole form; its cells know their lines (`data-cell-line`). */
export function formPaper(share: FormShare, notes: FlagNote[]): HTMLElement {
  const flags = new FlagIndex(notes);
  const cell = cellMaker(share.form.form_id, flags);
  const { fiscal_year: year, amount_unit: unit } = share.form;
  const converted =
    unit === "万元" ? null : html`<p class="converted">原文金额以${unit}为单位，此处均已换算为万元。</p>`;
  return html`<article class="paper" aria-label="表单">
    <h2>项目支出绩效自评表</h2>
    <p class="year">${year === null ? "（年度不详）" : `（${year}年度）`} ${flags.marks([cellKey("form", "", "fiscal_year")])}</p>
    ${converted}
    <div class="table-scroll" role="region" tabindex="0" aria-label="表单内容">
      ${header(share, cell)}${funding(share, cell)}${goals(share, cell)}${indicators(share, cell)}${result(share, cell)}
    </div>
  </article>`;
}

/** Lays invented forms out as a document: every cell knows its line, so that pages have a way back to show. */

/** 年初预算数, 全年预算数, 全年执行数. */
export type Amounts = readonly [initial: Cell, adjusted: Cell, executed: Cell];

/** What stands in a cell, or what was made of it when that is not the same. */
export type Cell = string | null | Doubt;

export interface Doubt {
  status: string;
  asRead: string;
  value: string | null;
  reason: string;
}

/** A cell that carries a flag. */
export function doubt(status: string, asRead: string, value: string | null, reason: string): Doubt {
  return { status, asRead, value, reason };
}

/** 一级指标, 二级指标, 三级指标, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
export type Indicator = readonly [
  level1: Cell,
  level2: Cell,
  name: Cell,
  target: Cell,
  actual: Cell,
  weight: Cell,
  score: Cell,
  reason?: Cell,
];

export interface MadeForm {
  formType?: string;
  year: number | null;
  project: Cell;
  department: Cell;
  unit: Cell;
  amountUnit?: string;
  /** Source → amounts in 万元, in the form's order. */
  funding: Record<string, Amounts>;
  goals?: readonly [expected: Cell, actual: Cell];
  indicators: readonly Indicator[];
  rate?: Cell;
  score: Cell;
  rating: Cell;
}

export interface MadeDocument {
  id: string;
  path: string;
  forms: readonly MadeForm[];
}

export type Row = Record<string, string | number | boolean | null>;

/** The rows of the raw tables that a document gives. */
export interface RawRows {
  documents: Row[];
  source_lines: Row[];
  forms: Row[];
  funding: Row[];
  indicators: Row[];
  cell_flags: Row[];
}

const LABELS: Record<string, string> = {
  total: "年度资金总额",
  current_year_appropriation: "其中：当年财政拨款",
  carry_over: "上年结转资金",
  other_funds: "其他资金",
};

const HEADINGS = "项目资金\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率(%)\t得分";

/** Writes the lines of one document and the rows that a reader would make of them. */
class Writer {
  readonly rows: RawRows = {
    documents: [],
    source_lines: [],
    forms: [],
    funding: [],
    indicators: [],
    cell_flags: [],
  };
  readonly #document: string;

  constructor(document: string) {
    this.#document = document;
  }

  /** Writes a line of cells as they would be read, and returns its number. */
  line(...cells: readonly (Cell | undefined)[]): number {
    const line = this.rows.source_lines.length + 1;
    const text = cells.map(asRead).join("\t");
    this.rows.source_lines.push({ document_id: this.#document, line, text });
    return line;
  }

  /** Values of a record by column; doubts among them become flags. */
  values(form_id: string, record: string, seq: string, line: number, cells: Record<string, Cell>): Row {
    const row: Row = {};
    for (const [field, cell] of Object.entries(cells)) {
      row[field] = valueIn(cell);
      if (cell === null || typeof cell === "string") continue;
      const { asRead: as_read, ...flag } = cell;
      this.rows.cell_flags.push({ form_id, record, seq, field, as_read, line, ...flag });
    }
    return row;
  }
}

function asRead(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : (cell?.asRead ?? "");
}

function valueIn(cell: Cell): string | null {
  return cell === null || typeof cell === "string" ? cell : cell.value;
}

function writeFunding(writer: Writer, form_id: string, form: MadeForm): void {
  for (const [at, [source, [initial, adjusted, executed]]] of Object.entries(form.funding).entries()) {
    const label = LABELS[source] ?? source;
    const points =
      source === "total" ? (["10", form.rate ?? null, "8.00"] as const) : ([null, null, null] as const);
    const line = writer.line(label, initial, adjusted, executed, ...points);
    const amounts = { initial_budget: initial, adjusted_budget: adjusted, executed };
    const [weight, reported_execution_rate, reported_score] = points;
    writer.rows.funding.push({
      ...{ form_id, position: at + 1, source, label, line },
      ...writer.values(form_id, "funding", source, line, {
        ...amounts,
        ...{ weight, reported_execution_rate, reported_score },
      }),
    });
  }
}

function writeIndicators(writer: Writer, form_id: string, form: MadeForm): void {
  for (const [at, cells] of form.indicators.entries()) {
    const [level1, level2, name, target, actual, weight, score, deviation_reason = null] = cells;
    const line = writer.line(...cells);
    const named = { level1, level2, name, target, actual, weight, score, deviation_reason };
    writer.rows.indicators.push({
      ...{ form_id, seq: at + 1, line, last_line: line },
      ...writer.values(form_id, "indicator", String(at + 1), line, named),
    });
  }
}

function writeForm(writer: Writer, document_id: string, ordinal: number, form: MadeForm): void {
  const form_id = `${document_id}-${String(ordinal).padStart(2, "0")}`;
  const first_line = writer.line("项目支出绩效自评表");
  const fiscal_year_line = form.year === null ? null : writer.line(`(${form.year}年度)`);
  const project_name_line = writer.line("项目名称", form.project);
  const unitLine = writer.line("主管部门", form.department, "实施单位", form.unit);
  writer.line(`${HEADINGS}（${form.amountUnit ?? "万元"}）`);
  writeFunding(writer, form_id, form);
  const [expected, actual] = form.goals ?? ["按计划完成全年任务。", "已按计划完成全年任务。"];
  writer.line("年度总体目标", "预期目标", "实际完成情况");
  const goalsLine = writer.line(expected, actual);
  writer.line("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因");
  writeIndicators(writer, form_id, form);
  const last_line = writer.line("总分", "100", form.score, form.rating);
  const header = { project_name: form.project };
  writer.rows.forms.push({
    ...{ form_id, document_id, ordinal, first_line, last_line, fiscal_year: form.year },
    ...{ form_type: form.formType ?? "project", amount_unit: form.amountUnit ?? "万元", total_weight: "100" },
    ...writer.values(form_id, "form", "", project_name_line, header),
    ...writer.values(form_id, "form", "", unitLine, {
      department: form.department,
      implementing_unit: form.unit,
    }),
    ...writer.values(form_id, "form", "", goalsLine, { expected_goal: expected, actual_outcome: actual }),
    ...writer.values(form_id, "form", "", last_line, { total_score: form.score, rating: form.rating }),
    ...{ weights_sum_ok: true, scores_sum_ok: true, fiscal_year_line, project_name_line },
    ...{ department_line: unitLine, implementing_unit_line: unitLine },
    ...{ expected_goal_line: goalsLine, actual_outcome_line: goalsLine },
    ...{ total_score_line: last_line, rating_line: last_line },
  });
  writer.line("");
}

/** The rows of the raw tables for a document. */
export function rawRows({ id, path, forms }: MadeDocument): RawRows {
  const writer = new Writer(id);
  for (const [i, form] of forms.entries()) writeForm(writer, id, i + 1, form);
  const lines = writer.rows.source_lines.length;
  writer.rows.documents.push({
    ...{ document_id: id, path, sha256: id.padEnd(64, "0"), bytes: 4096, format: "text", encoding: "utf-8" },
    ...{ forms: forms.length, lines, reader_version: "1", ingested_at: "2031-03-04 05:06:07" },
  });
  return writer.rows;
}

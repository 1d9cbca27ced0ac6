/**
 * What `explain` shows of a figure of a table: the rows asked for, the way to forms, and the rows of forms with their lines.
 */
import { Problem } from "../../../loaders/problem.ts";
import type { Workspace } from "../../../loaders/workspace.ts";
import { tableText } from "../../../pipelines/explore/answer-text.ts";
import {
  type Asked,
  type Contribution,
  type FigureTrace,
  traceFigure,
} from "../../../pipelines/explore/trace.ts";
import { type LineageNode, lineage, PIPELINES_FOLDER } from "../../../pipelines/transform.ts";
import type { Output, Summary } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { shortened } from "./words.ts";

/** Rows of forms that a person reads; the others are in `--json`. */
const SHOWN_ROWS = 30;
/** What is shown of a row of a form, where the table has it. */
const SHOWN_COLUMNS: Readonly<Record<string, string>> = {
  fiscal_year: "年度",
  implementing_unit: "实施单位",
  project_name: "项目",
  source: "资金来源",
  seq: "序号",
  initial_budget: "年初预算数",
  adjusted_budget: "全年预算数",
  executed: "全年执行数",
  unexecuted: "未执行数",
  scored_weight: "分值",
  scored: "得分",
  rule_gap: "比规则多得",
  attained: "是否达成",
  message: "说明",
};

/** Whether a text names a table of the warehouse, not a form. */
export function namesTable(text: string): boolean {
  return /^(?:mart|core|staging|checks|patterns)\.[a-z][a-z0-9_]*$/.test(text);
}

/**
 * Says what a figure came from and returns the same for programs.
 * @throws Problem of wrong use when there is no such table, column or row
 */
export function explainFigure(
  workspace: Workspace,
  table: string,
  asked: Asked,
  output: Output,
): Promise<Summary> {
  return readWarehouse(workspace, async (connection) => {
    const graph = await lineage(connection, PIPELINES_FOLDER);
    requireTable(graph, table);
    const trace = await traceFigure(connection, graph, table, asked);
    sayTrace(trace, output);
    return { ...trace };
  });
}

function requireTable(graph: readonly LineageNode[], table: string): void {
  if (graph.some(({ schema, name }) => `${schema}.${name}` === table)) return;
  throw new Problem("wrong_use", `没有表 ${table}`, "用 jixiao dictionary 查看有哪些表。");
}

function sayTrace({ table, rows, way, contributions, sums }: FigureTrace, output: Output): void {
  output.say(`${table}，${rows.length} 行：`);
  output.say(rowsText(rows));
  output.say(`来历：${way.join(" ← ")}（全部来历见 jixiao lineage ${table}）\n`);
  const forms = new Set(contributions.map(({ form_id }) => form_id)).size;
  output.say(`由 ${forms} 张表单的 ${contributions.length} 行算出：`);
  output.say(contributionsText(contributions.slice(0, SHOWN_ROWS)));
  if (contributions.length > SHOWN_ROWS)
    output.say(`其余 ${contributions.length - SHOWN_ROWS} 行见 --json。\n`);
  for (const sum of sums) output.say(sumText(sum));
  const [first] = contributions;
  if (first) output.say(`一格的来历：jixiao explain ${first.form_id} 栏目`);
}

function rowsText(rows: FigureTrace["rows"]): string {
  const columns = Object.keys(rows[0]!);
  const shown = rows.slice(0, SHOWN_ROWS).map((row) => columns.map((column) => cellText(row[column])));
  return tableText({ columns, rows: shown });
}

function contributionsText(contributions: readonly Contribution[]): string {
  const columns = Object.keys(SHOWN_COLUMNS).filter((column) =>
    contributions.some(({ row }) => row[column] !== undefined && row[column] !== null),
  );
  return tableText({
    columns: ["表单", ...columns.map((column) => SHOWN_COLUMNS[column]!), "哪一行", "原文"],
    rows: contributions.map(({ form_id, path, line, text, row }) => [
      form_id,
      ...columns.map((column) => shortened(cellText(row[column]))),
      line === null ? (path ?? "") : `${path} 第 ${line} 行`,
      shortened((text ?? "").replaceAll("\t", "⇥")),
    ]),
  });
}

/** Whether the rows of forms give the figure: they must. */
function sumText({ column, asked, added, ofTotal }: FigureTrace["sums"][number]): string {
  const name = `${ofTotal ? "年度资金总额的" : ""}${SHOWN_COLUMNS[column] ?? column}`;
  return asked === added
    ? `${name}：各行相加 ${cellText(added)} 万元，与上面的数相同。`
    : `${name}：各行相加 ${cellText(added)} 万元，与上面的 ${cellText(asked)} 万元不同。`;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return String(value).replace(/^(-?\d+\.\d{2}\d*?)0+$/, "$1");
}

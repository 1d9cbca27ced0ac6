/**
 * How `diff` words what changed, for people: a table a section, the rest of a long one counted.
 */
import type {
  Cause,
  ChangedCell,
  ChangedFigure,
  ChangedFinding,
  ChangedGround,
  ComparedRun,
  Comparison,
} from "../../../pipelines/diff/compare.ts";
import { tableText } from "../../../pipelines/explore/answer-text.ts";
import { cellTitle } from "../explain/fields.ts";
import { shortened } from "../explain/words.ts";
import type { Output } from "../output.ts";

/** Rows of a section that a person reads; the others are in `--json`. */
const SHOWN_ROWS = 40;

const CAUSES: Readonly<Record<Cause, string>> = {
  document_added: "新增文件",
  document_removed: "撤去文件",
  document_replaced: "文件换过",
  reader: "读取程序改过",
  superseded: "另一文件里的同一项目",
  correction: "更正",
  threshold: "界限改过",
  profile: "口径改过",
  rule: "规则改过",
  decision: "决定",
  unknown: "原因不明",
};

const LEVELS: Readonly<Record<ChangedFigure["level"], string>> = {
  year: "全部",
  department: "主管部门",
  unit: "实施单位",
  project: "项目",
};

const SOURCES: Readonly<Record<string, string>> = {
  total: "年度资金总额",
  current_year_appropriation: "当年财政拨款",
  carry_over: "上年结转资金",
  other_funds: "其他资金",
};

const MEASURES: Readonly<Record<string, string>> = {
  forms: "表单张数",
  initial_budget: "年初预算数（万元）",
  adjusted_budget: "全年预算数（万元）",
  executed: "全年执行数（万元）",
  unexecuted: "未执行数（万元）",
  execution_rate: "执行率（%）",
};

const COMPUTED: Readonly<Record<string, string>> = {
  attainment: "完成程度",
  attained: "是否达成",
  rule_score: "按规则应得的分",
};

const CHANGES: Readonly<Record<ChangedFinding["change"], string>> = {
  appeared: "新出现",
  gone: "消失",
  changed: "数字或轻重变了",
  decided: "决定变了",
};

const SEVERITIES: Readonly<Record<string, string>> = { error: "错误", warning: "提醒", info: "提示" };

/** Says which warehouses were compared and, section by section, what is not the same. */
export function sayComparison(
  { before, after, grounds, figures, cells, findings }: Comparison,
  output: Output,
): void {
  output.say(`旧：${runText(before)}\n新：${runText(after)}\n`);
  saySection("依据", ["为何", "哪一样", "旧", "新"], grounds.map(groundRow), output);
  saySection(
    "汇总的数",
    ["层级", "对象", "年度", "资金来源", "度量", "旧", "新", "增减", "为何"],
    figures.map(figureRow),
    output,
  );
  saySection("表单里的格", ["表单", "哪一格", "旧", "新", "为何"], cells.map(cellRow), output);
  saySection("问题", ["变化", "轻重", "对象", "说明", "为何"], findings.map(findingRow), output);
  output.say(
    isSame({ grounds, figures, cells, findings })
      ? "两个数据仓库没有不同。"
      : `共有 ${figures.length} 个汇总的数、${cells.length} 格、${findings.length} 个问题不同。`,
  );
}

/** Nothing that people read is different. */
export function isSame({
  grounds,
  figures,
  cells,
  findings,
}: Pick<Comparison, "grounds" | "figures" | "cells" | "findings">): boolean {
  return [grounds, figures, cells, findings].every((rows) => rows.length === 0);
}

function saySection(heading: string, columns: string[], rows: string[][], output: Output): void {
  if (rows.length === 0) return;
  output.say(`${heading}（${rows.length}）`);
  output.say(tableText({ columns, rows: rows.slice(0, SHOWN_ROWS) }).trimEnd());
  if (rows.length > SHOWN_ROWS) output.say(`其余 ${rows.length - SHOWN_ROWS} 行见 --json。`);
  output.say("");
}

function runText({ run_at, version, rules_version, documents, forms }: ComparedRun): string {
  const time = run_at.slice(0, "2031-02-03 04:05".length);
  return `${time}（UTC）计算，${documents} 个文件，${forms} 张表，程序 ${version}，规则 ${rules_version}`;
}

function groundRow({ cause, what, before, after }: ChangedGround): string[] {
  return [CAUSES[cause], what, valueText(before), valueText(after)];
}

function figureRow(figure: ChangedFigure): string[] {
  const { level, fiscal_year, source, measure, before, after, change, causes } = figure;
  const subject = figure.implementing_unit ?? figure.department ?? figure.project_name;
  return [
    LEVELS[level],
    level === "year" ? "" : (subject ?? "（无名称）"),
    fiscal_year === null ? "（无年度）" : String(fiscal_year),
    SOURCES[source] ?? source,
    MEASURES[measure] ?? measure,
    numberText(before, measure),
    numberText(after, measure),
    numberText(change, measure),
    causesText(causes),
  ];
}

function cellRow({ form_id, project_name, before, after, cause, ...cell }: ChangedCell): string[] {
  const computed = COMPUTED[cell.field];
  const label = SOURCES[cell.seq] ?? cell.seq;
  const title = computed ? `第 ${cell.seq} 项指标 · ${computed}` : cellTitle(cell, label);
  return [
    `${form_id} ${project_name ?? ""}`.trimEnd(),
    title,
    valueText(before),
    valueText(after),
    CAUSES[cause],
  ];
}

function findingRow(finding: ChangedFinding): string[] {
  const { change, rule, fiscal_year, implementing_unit, project_name, message, causes } = finding;
  const subject = [fiscal_year, implementing_unit, project_name].filter((part) => part !== null);
  return [
    change === "decided" ? `${CHANGES[change]}：${decisionText(finding)}` : CHANGES[change],
    severityText(finding),
    subject.join(" "),
    `${rule} ${shortened(message)}`,
    causesText(causes),
  ];
}

function severityText({ severity_before, severity_after }: ChangedFinding): string {
  const words = [severity_before, severity_after].flatMap((severity) =>
    severity === null ? [] : [SEVERITIES[severity] ?? severity],
  );
  return [...new Set(words)].join(" → ");
}

function decisionText({ decision_before, decision_after }: ChangedFinding): string {
  return `${decision_before ?? "（无）"} → ${decision_after ?? "（无）"}`;
}

function causesText(causes: readonly Cause[]): string {
  return causes.map((cause) => CAUSES[cause]).join("、");
}

const TRUTH: Readonly<Record<string, string>> = { true: "是", false: "否" };

function valueText(value: string | null): string {
  if (value === null) return "（空）";
  return TRUTH[value] ?? shortened(value);
}

/** Two decimals, as forms print amounts and rates; a number of forms has none. */
function numberText(value: string | null, measure: string): string {
  if (value === null) return "";
  if (measure === "forms") return value.replace(/\.0+$/, "");
  if (measure === "execution_rate") return Number(value).toFixed(2);
  return value.replace(/(\.\d{2}\d*?)0+$/, "$1");
}

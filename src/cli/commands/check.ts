/**
 * `jixiao check`: what the rules found, the gravest first; or the texts that the grammar of targets could not read.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import type { Output } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

/** Severities from the gravest down, as reviewers call them. */
const SEVERITIES = { error: "错误", warning: "提醒", info: "提示" } as const;
type Severity = keyof typeof SEVERITIES;
const GRAVEST_FIRST = Object.keys(SEVERITIES) as Severity[];

interface Finding {
  finding_id: string;
  rule: string;
  severity: Severity;
  fiscal_year: number | null;
  form_id: string | null;
  implementing_unit: string | null;
  project_name: string | null;
  message: string;
  line: number | null;
  figures: string;
  decision: Decision | null;
  decision_state: "in_force" | "stale" | "expired" | null;
  decision_reason: string | null;
  decision_office: string | null;
}

/** What an office can decide on a finding, as reviewers call it. */
const DECISIONS = { accepted: "理由成立", waived: "免于追问", confirmed: "情况属实" } as const;
type Decision = keyof typeof DECISIONS;

/** A line of decisions.csv that does not hold, and why. */
interface IdleDecision {
  line: number;
  finding_id: string;
  state: string;
  note: string;
}

interface UnparsedText {
  form_id: string;
  seq: number;
  name: string | null;
  field: "target" | "actual";
  text: string;
  line: number | null;
}

const FINDINGS = `
  select
    finding_id, rule, severity, fiscal_year, form_id, implementing_unit, project_name, message, line, figures,
    decision, decision_state, decision_reason, decision_office
  from mart.findings
  order by
    list_position(['error', 'warning', 'info'], severity),
    fiscal_year desc nulls last, implementing_unit, form_id, line, finding_id`;

const IDLE_DECISIONS = `
  select line, finding_id, state, note from mart.decisions where state <> 'in_force' order by line`;

const UNPARSED = `
  with texts as (
    select form_id, seq, 'target' as field from mart.indicator_values where target_kind = 'unparsed'
    union all
    select form_id, seq, 'actual' from mart.indicator_values where actual_kind = 'unparsed'
  )
  select
    form_id, seq, indicators.name, field,
    case field when 'target' then indicators.target else indicators.actual end as text,
    indicators.line
  from texts
  inner join mart.indicators as indicators using (form_id, seq)
  order by form_id, seq, field`;

export const checkCommand = defineCommand({
  command: "check",
  describe: "列出勾稽检查和审核规则发现的问题，从重到轻",
  options: (command) =>
    command
      .option("fail-on", {
        describe:
          "有这一级或更重、还没有决定为理由成立或免于追问的问题，就以退出码 1 结束：error 错误，warning 提醒",
        choices: ["error", "warning"] as const,
        requiresArg: true,
      })
      .option("unparsed", {
        describe: "改为列出读不懂的指标值和完成值",
        type: "boolean",
        default: false,
        defaultDescription: "否",
      })
      .example("$0 check", "列出全部问题")
      .example("$0 check --fail-on error", "有表内自相矛盾的就以退出码 1 结束，供脚本使用")
      .example("$0 check --unparsed", "列出软件读不懂、因此没有核对的文字"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    if (args.unparsed) {
      const texts = await readWarehouse(workspace, (connection) =>
        rowsOf<UnparsedText>(connection, UNPARSED),
      );
      sayUnparsed(texts, output);
      output.summary({ ...summaryHead("check", EXIT.done, workspace), unparsed: texts });
      process.exitCode = EXIT.done;
      return;
    }
    const { findings, decisions } = await readWarehouse(workspace, async (connection) => ({
      findings: await rowsOf<Finding>(connection, FINDINGS),
      decisions: await rowsOf<IdleDecision>(connection, IDLE_DECISIONS),
    }));
    sayFindings(findings, output);
    sayIdleDecisions(decisions, output);
    const code = fails(findings, args["fail-on"]) ? EXIT.incomplete : EXIT.done;
    const summary = { counts: countsOf(findings), findings, decisions_not_in_force: decisions };
    output.summary({ ...summaryHead("check", code, workspace), ...summary });
    process.exitCode = code;
  },
});

async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson() as unknown as Row[];
}

function fails(findings: readonly Finding[], failOn: Severity | undefined): boolean {
  if (!failOn) return false;
  const failing = GRAVEST_FIRST.slice(0, GRAVEST_FIRST.indexOf(failOn) + 1);
  return findings.some((finding) => failing.includes(finding.severity) && !isSettled(finding));
}

/** An office has decided that there is nothing more to ask, and the decision holds. */
function isSettled({ decision, decision_state }: Finding): boolean {
  return decision_state === "in_force" && (decision === "accepted" || decision === "waived");
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function sayFindings(findings: readonly Finding[], output: Output): void {
  const counts = countsOf(findings);
  for (const severity of GRAVEST_FIRST) {
    if (counts[severity] === 0) continue;
    output.say(`${SEVERITIES[severity]} ${counts[severity]} 个`);
    for (const finding of findings.filter((each) => each.severity === severity))
      output.say(findingText(finding));
    output.say("");
  }
  const each = GRAVEST_FIRST.map((severity) => `${SEVERITIES[severity]} ${counts[severity]} 个`).join("，");
  output.say(findings.length === 0 ? "没有发现问题。" : `共 ${findings.length} 个问题：${each}。`);
}

/** The sentence of a finding behind its rule and subject, and below it where to look and what was decided. */
function findingText(finding: Finding): string {
  const { finding_id, rule, fiscal_year, implementing_unit, project_name, message, line, figures } = finding;
  const subject = [fiscal_year && `${fiscal_year} 年`, implementing_unit, project_name]
    .filter(Boolean)
    .join(" · ");
  const place = line === null ? "" : `，第 ${line} 行`;
  const lines = [
    `${rule}  ${subject}`,
    `  ${message}`,
    `  问题编号 ${finding_id}，数字代号 ${figures}${place}`,
  ];
  const decided = finding.decision_state === "in_force" ? [`  ${decisionText(finding)}`] : [];
  return [...lines, ...decided].map((text) => `  ${text}`).join("\n");
}

function decisionText({ decision, decision_office, decision_reason }: Finding): string {
  return `${decision_office}的决定：${decision && DECISIONS[decision]}，${decision_reason}`;
}

function sayIdleDecisions(decisions: readonly IdleDecision[], output: Output): void {
  if (decisions.length === 0) return;
  output.warn("decisions.csv 里以下各行没有起作用：");
  for (const { line, finding_id, note } of decisions)
    output.warn(`  第 ${line} 行（${finding_id}）：${note}。`);
}

function sayUnparsed(texts: readonly UnparsedText[], output: Output): void {
  for (const { form_id, seq, name, field, text, line } of texts) {
    const what = `${name ?? "（无名称）"}的${field === "target" ? "指标值" : "完成值"}`;
    output.say(`  ${form_id} 第 ${seq} 个指标，第 ${line} 行：${what}“${text}”`);
  }
  output.say(
    texts.length === 0
      ? "指标值和完成值都读得懂。"
      : `共 ${texts.length} 处读不懂，按原文保留，没有据以核对。`,
  );
}

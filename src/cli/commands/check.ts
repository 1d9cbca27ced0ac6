/**
 * `jixiao check`: what the rules found, the gravest first; or the texts that the grammar of targets could not read.
 */
import type { Workspace } from "../../../loaders/workspace.ts";
import {
  type Decision,
  type Finding,
  findings,
  type IdleDecision,
  idleDecisions,
  isAskedTogether,
  isSettled,
  type Severity,
  type WidespreadRule,
  widespreadRules,
} from "../../../pipelines/explore/findings.ts";
import { type UnparsedText, unparsedTexts } from "../../../pipelines/explore/unparsed.ts";
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import type { Output } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

const GRAVEST_FIRST: readonly Severity[] = ["error", "warning", "info"];
/** What reviewers call them. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "错误", warning: "提醒", info: "提示" };

const DECISIONS: Readonly<Record<Decision, string>> = {
  accepted: "理由成立",
  waived: "免于追问",
  confirmed: "情况属实",
};

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
    const check = args.unparsed
      ? listUnparsed(workspace, output)
      : listFindings(workspace, args["fail-on"], output);
    const { code, summary } = await check;
    output.summary({ ...summaryHead("check", code, workspace), ...summary });
    process.exitCode = code;
  },
});

async function listFindings(workspace: Workspace, failOn: Severity | undefined, output: Output) {
  const { found, widespread, decisions } = await readWarehouse(workspace, async (connection) => ({
    found: await findings(connection),
    widespread: await widespreadRules(connection),
    decisions: await idleDecisions(connection),
  }));
  sayFindings(found, widespread, output);
  sayIdleDecisions(decisions, output);
  const summary = { counts: countsOf(found), findings: found, widespread, decisions_not_in_force: decisions };
  return { code: fails(found, failOn) ? EXIT.incomplete : EXIT.done, summary };
}

async function listUnparsed(workspace: Workspace, output: Output) {
  const texts = await readWarehouse(workspace, unparsedTexts);
  sayUnparsed(texts, output);
  return { code: EXIT.done, summary: { unparsed: texts } };
}

function fails(found: readonly Finding[], failOn: Severity | undefined): boolean {
  if (!failOn) return false;
  const failing = GRAVEST_FIRST.slice(0, GRAVEST_FIRST.indexOf(failOn) + 1);
  return found.some((finding) => failing.includes(finding.severity) && !isSettled(finding));
}

function countsOf(found: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of found) counts[severity] += 1;
  return counts;
}

function sayFindings(found: readonly Finding[], widespread: readonly WidespreadRule[], output: Output): void {
  const counts = countsOf(found);
  const single = found.filter((finding) => !isAskedTogether(finding, widespread));
  for (const severity of GRAVEST_FIRST) {
    if (counts[severity] === 0) continue;
    output.say(`${SEVERITIES[severity]} ${counts[severity]} 个`);
    for (const rule of widespread.filter((each) => each.severity === severity))
      output.say(widespreadText(rule));
    for (const finding of single.filter((each) => each.severity === severity))
      output.say(findingText(finding));
    output.say("");
  }
  const each = GRAVEST_FIRST.map((severity) => `${SEVERITIES[severity]} ${counts[severity]} 个`).join("，");
  output.say(found.length === 0 ? "没有发现问题。" : `共 ${found.length} 个问题：${each}。`);
}

/** One sentence for what a rule asks about many forms of a year, and how to see them one by one. */
function widespreadText({ rule, name, question, fiscal_year, ...counted }: WidespreadRule): string {
  const { findings, asked_forms, forms, share_of_forms, amount } = counted;
  const [year, ofYear] =
    fiscal_year === null
      ? ["没有年度的表", "fiscal_year is null"]
      : [`${fiscal_year} 年`, `fiscal_year = ${fiscal_year}`];
  const money = amount === null ? "" : `，涉及 ${amount} 万元`;
  const lines = [
    `${rule}  ${year} · ${name}`,
    `  ${forms} 张表里有 ${asked_forms} 张（${share_of_forms}%），共 ${findings} 个问题${money}，不像是个别表的事，请合在一起问：${question}。`,
    `  逐个列出：jixiao sql "select * from mart.findings where rule = '${rule}' and ${ofYear}"`,
  ];
  return lines.map((text) => `  ${text}`).join("\n");
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
